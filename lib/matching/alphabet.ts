import { forEachFold, forEachLongFold } from '@/lib/text/fold';
import { characterClasses, FIRST_SPECIAL, fillRanges, SPECIAL_RANGES } from '@/lib/text/script';

/** Codes are 16 bits wide, and the trie needs the two highest numbers as marks. */
const MAX_CODE = 0xfffd;

/** Pages hold at most some ten thousand different characters; a glossary with more is no glossary. */
export class AlphabetError extends Error {
  override name = 'AlphabetError';
}

/**
 * The characters of a set of patterns, numbered so that one look-up folds a code unit and says all that
 * the first step of a search has to know:
 *
 * | code | code unit of a text |
 * | --- | --- |
 * | 0 | in no pattern |
 * | 1 … `firstCodes` | begins a pattern |
 * | `firstCodes + 1` | special and may begin a pattern |
 * | `firstCodes + 2` | special otherwise |
 * | from `firstCodes + 3` | inside of patterns only; and what special units have as labels in the trie |
 *
 * A unit is special when the search must look closely: a blank, a hyphen, an opening bracket, an
 * ignorable or combining character, what folds to several units, the first half of a surrogate pair.
 */
export interface Alphabet {
  /** Code unit of a text → code. 128 kB. */
  readonly codes: Uint16Array;
  readonly firstCodes: number;
  /** The folded code units by label: those that begin patterns, those that don't, special ones. */
  readonly units: string;
  /** The special ones among them that begin patterns. */
  readonly specialFirsts: string;
  /** Labels of folded special units. */
  readonly specialLabels: ReadonlyMap<number, number>;
}

function isSpecial(unit: number): boolean {
  return (characterClasses[unit] ?? 0) >= FIRST_SPECIAL;
}

/**
 * Numbers characters. Time linear in how many there are, and in the size of the fold table.
 *
 * @param units distinct folded code units: ordinary ones that begin patterns, other ordinary ones, special ones
 * @param options.firstCodes how many ordinary ones begin patterns
 * @param options.specialFirsts the special ones that begin patterns
 */
export function createAlphabet(
  units: string,
  { firstCodes, specialFirsts }: { firstCodes: number; specialFirsts: string },
): Alphabet {
  if (units.length + 2 > MAX_CODE) throw new AlphabetError(`${units.length} different characters`);
  const labels = new Uint16Array(0x10000);
  const specialLabels = new Map<number, number>();
  for (let at = 0; at < units.length; at++) {
    const unit = units.charCodeAt(at);
    const label = at < firstCodes ? at + 1 : at + 3;
    labels[unit] = label;
    if (isSpecial(unit)) specialLabels.set(unit, label);
  }
  const codes = new Uint16Array(0x10000);
  fillRanges(codes, SPECIAL_RANGES, firstCodes + 2);
  // What folds from a pair of surrogates may begin any pattern: pairs always get the closer look.
  codes.fill(firstCodes + 1, 0xd800, 0xdc00);
  const write = (unit: number, folded: number): void => {
    if (!isSpecial(unit)) codes[unit] = labels[folded] ?? 0;
    else if (specialFirsts.includes(String.fromCharCode(folded))) codes[unit] = firstCodes + 1;
  };
  for (let at = 0; at < units.length; at++) write(units.charCodeAt(at), units.charCodeAt(at));
  forEachFold(write);
  forEachLongFold((unit, folded) => {
    const label = labels[folded.charCodeAt(0)] ?? 0;
    // Where no pattern has an accent, é is in none: a French page is no slower than another.
    const isInNone = Array.from(folded).some((part) => labels[part.charCodeAt(0)] === 0);
    if (isInNone) codes[unit] = 0;
    else if (label <= firstCodes) codes[unit] = firstCodes + 1;
  });
  return { codes, firstCodes, units, specialFirsts, specialLabels };
}

/** The label that a folded code unit has in the trie; 0 if none. */
export function labelOf(alphabet: Alphabet, foldedUnit: number): number {
  return alphabet.specialLabels.get(foldedUnit) ?? ordinaryLabel(alphabet, foldedUnit);
}

function ordinaryLabel({ codes, firstCodes }: Alphabet, foldedUnit: number): number {
  const code = codes[foldedUnit] ?? 0;
  return code === firstCodes + 1 || code === firstCodes + 2 ? 0 : code;
}
