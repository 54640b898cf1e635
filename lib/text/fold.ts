import { FOLDS, LONG_FOLDS } from '@/assets/generated/character-tables';

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
  // Half a pair is no character, and equal to none.
  table.fill(0xfffd, 0xd800, 0xdc00);
  forEachFold((unit, folded) => {
    table[unit] = folded;
  });
  return table;
}

/**
 * What each UTF-16 code unit folds to: traditional, Taiwan, Hong Kong and Japanese forms, radicals and
 * compatibility ideographs to one simplified character; full width to half; upper case to lower; quotes,
 * hyphens and blanks of all kinds to one each. Length is kept. 128 kB. First halves of surrogate pairs give
 * U+FFFD: read pairs with `foldAt`. From OpenCC's dictionaries and Unicode data (`docs/dependencies.md`).
 */
export const foldTable: Uint16Array = buildFoldTable();

/**
 * Calls back with each code unit that folds to another one, and with that one. For tables of all units that
 * do not want to go through all 65,536: some thousand fold.
 */
export function forEachFold(visit: (unit: number, folded: number) => void): void {
  for (let at = 0; at < FOLDS.length; at += 2) visit(FOLDS.charCodeAt(at), FOLDS.charCodeAt(at + 1));
}

const longFolds: ReadonlyMap<number, string> = buildLongFolds();

function buildLongFolds(): Map<number, string> {
  const folds = new Map<number, string>();
  const characters = [...LONG_FOLDS];
  for (let at = 0; at < characters.length; at += 2) {
    folds.set(characters[at]?.codePointAt(0) ?? 0, characters[at + 1] ?? '');
  }
  return folds;
}

/** What a character beyond U+FFFF folds to: one or two code units. */
function foldLong(codePoint: number): string {
  return longFolds.get(codePoint) ?? String.fromCodePoint(codePoint);
}

/** The folded character that begins at an offset: one code unit, or two. */
export function foldAt(source: string, offset: number): string {
  const codePoint = source.codePointAt(offset) ?? 0;
  return codePoint > 0xffff ? foldLong(codePoint) : String.fromCharCode(foldTable[codePoint] ?? codePoint);
}

/** Code units of the character that begins at an offset. */
export function characterLength(source: string, offset: number): number {
  return (source.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
