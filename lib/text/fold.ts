import { FOLDS, LONG_FOLDS, PAIR_FOLDS, STEP_ZERO } from '@/assets/generated/character-tables';

/** In `foldTable`: read what stands here with `foldAt`. */
export const NO_UNIT = 0xfffd;

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
  // Half a pair is no character, and equal to none; nor is one unit what folds to several.
  table.fill(NO_UNIT, 0xd800, 0xdc00);
  for (const entry of LONG_FOLDS.split('|')) table[entry.charCodeAt(0)] = NO_UNIT;
  forEachFold((unit, folded) => {
    table[unit] = folded;
  });
  return table;
}

/**
 * What each UTF-16 code unit folds to: traditional, Taiwan, Hong Kong and Japanese forms, radicals and
 * compatibility ideographs to one simplified character; full width to half; upper case to lower; quotes,
 * hyphens and blanks of all kinds to one each. Length is kept. 128 kB. First halves of surrogate pairs, and
 * what folds to several units (é is e and a mark, ﬁ is fi), give U+FFFD: read those with `foldAt`. From OpenCC's
 * dictionaries and Unicode data (`docs/dependencies.md`).
 */
export const foldTable: Uint16Array = buildFoldTable();

/**
 * Calls back with each code unit that folds to another one, and with that one. For tables of all units that
 * do not want to go through all 65,536: some thousand fold.
 */
export function forEachFold(visit: (unit: number, folded: number) => void): void {
  let unit = 0;
  for (let at = 0; at < FOLDS.length; at += 2) {
    unit += FOLDS.charCodeAt(at) - STEP_ZERO;
    visit(unit, FOLDS.charCodeAt(at + 1));
  }
}

/** Calls back with each code unit that folds to several units, and with those. */
export function forEachLongFold(visit: (unit: number, folded: string) => void): void {
  for (const entry of LONG_FOLDS.split('|')) visit(entry.charCodeAt(0), entry.slice(1));
}

const longFolds: ReadonlyMap<number, string> = buildLongFolds();

function buildLongFolds(): Map<number, string> {
  const folds = new Map<number, string>();
  const pairs = [...PAIR_FOLDS];
  for (let at = 0; at < pairs.length; at += 2) folds.set(pairs[at]?.codePointAt(0) ?? 0, pairs[at + 1] ?? '');
  forEachLongFold((unit, folded) => folds.set(unit, folded));
  return folds;
}

/** The folded character that begins at an offset: one code unit or more. */
export function foldAt(source: string, offset: number): string {
  const codePoint = source.codePointAt(offset) ?? 0;
  const unit = codePoint > 0xffff ? NO_UNIT : (foldTable[codePoint] ?? codePoint);
  if (unit !== NO_UNIT) return String.fromCharCode(unit);
  return longFolds.get(codePoint) ?? (codePoint > 0xffff ? String.fromCodePoint(codePoint) : '\ufffd');
}

/** Code units of the character that begins at an offset. */
export function characterLength(source: string, offset: number): number {
  return (source.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
}
