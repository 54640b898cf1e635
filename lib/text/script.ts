import {
  HAN_RANGES,
  IGNORABLE_RANGES,
  LONG_FOLDS,
  MARK_RANGES,
  WORD_RANGES,
} from '@/assets/generated/character-tables';

/** Everything that no class below claims: punctuation, kana, symbols, low surrogates. */
export const OTHER = 0;
/** A Chinese character of one code unit. */
export const HAN = 1;
/** A letter or digit of a script that puts blanks or punctuation between its words. */
export const WORD = 2;
/**
 * From here on a unit may be noise between two characters of a term, or has to be read together with
 * the units beside it: `isSpecial` in one comparison.
 */
export const FIRST_SPECIAL = 3;
export const SPACE = 3;
export const HYPHEN = 4;
/** Default-ignorable: the reader never sees it. */
export const IGNORABLE = 5;
/** A combining mark. */
export const MARK = 6;
/** An opening bracket that may begin a reading. */
export const OPEN = 7;
/** A long dash: a hyphen between Chinese characters, a pause between letters. */
export const DASH = 8;
/** The first half of a surrogate pair. */
export const HIGH_SURROGATE = 9;
/** Folds to several code units, as `WORD` and as `OTHER`: what `classAt` calls it. */
const LONG_WORD = 10;
const LONG_OTHER = 11;

const SPACES = '\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000';
const SPACE_RANGES = [...rangesOf(SPACES), 0x2000, 0x200a];
const HYPHEN_RANGES = rangesOf('-‐‑‒–−﹘﹣－');
const DASH_RANGES = rangesOf('—―─');
const OPEN_RANGES = rangesOf('([（［〔【﹙﹝');
const HIGH_SURROGATE_RANGES = [0xd800, 0xdbff];
const LONG_RANGES = rangesOf(LONG_FOLDS.replace(/(.)[^|]*\|?/gu, '$1'));

/** Each unit as a range of its own: first and last. */
function rangesOf(units: string): number[] {
  return Array.from(units, (unit) => unit.charCodeAt(0)).flatMap((unit) => [unit, unit]);
}

/** First and last code unit of each run of special ones; some lie in two runs. */
export const SPECIAL_RANGES: readonly number[] = [
  ...MARK_RANGES,
  ...IGNORABLE_RANGES,
  ...HIGH_SURROGATE_RANGES,
  ...SPACE_RANGES,
  ...HYPHEN_RANGES,
  ...DASH_RANGES,
  ...OPEN_RANGES,
  ...LONG_RANGES,
];

/** Gives a value to all units of some runs. */
export function fillRanges(into: Uint8Array | Uint16Array, ranges: readonly number[], value: number): void {
  for (let at = 0; at < ranges.length; at += 2) {
    into.fill(value, ranges[at] ?? 0, (ranges[at + 1] ?? 0) + 1);
  }
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  fillRanges(classes, HAN_RANGES, HAN);
  fillRanges(classes, WORD_RANGES, WORD);
  fillRanges(classes, MARK_RANGES, MARK);
  fillRanges(classes, IGNORABLE_RANGES, IGNORABLE);
  fillRanges(classes, HIGH_SURROGATE_RANGES, HIGH_SURROGATE);
  fillRanges(classes, SPACE_RANGES, SPACE);
  fillRanges(classes, HYPHEN_RANGES, HYPHEN);
  fillRanges(classes, DASH_RANGES, DASH);
  fillRanges(classes, OPEN_RANGES, OPEN);
  for (let at = 0; at < LONG_RANGES.length; at += 2) {
    const unit = LONG_RANGES[at] ?? 0;
    classes[unit] = classes[unit] === WORD ? LONG_WORD : LONG_OTHER;
  }
  return classes;
}

/**
 * The class of each UTF-16 code unit. 64 kB, filled when the module loads (well under 1 ms). The ranges are those of
 * Unicode's properties (Script, General_Category, Default_Ignorable_Code_Point) in the engine that built them.
 */
export const characterClasses: Uint8Array = buildClasses();

/** The class of the character that begins at an offset; 0 (`OTHER`) past the end. */
export function classAt(text: string, offset: number): number {
  if (offset >= text.length) return OTHER;
  const unitClass = characterClasses[text.charCodeAt(offset)] ?? OTHER;
  if (unitClass === HIGH_SURROGATE) return classOfPair(text.codePointAt(offset) ?? 0);
  return plainClass(unitClass);
}

/** The class of the character that ends at an offset; 0 (`OTHER`) at the start of the text. */
export function classBefore(text: string, offset: number): number {
  if (offset <= 0) return OTHER;
  const unit = text.charCodeAt(offset - 1);
  // The second half of a pair; half a pair alone is nothing to `classOfPair`.
  if ((unit & 0xfc00) === 0xdc00) return classOfPair(text.codePointAt(offset - 2) ?? 0);
  return plainClass(characterClasses[unit] ?? OTHER);
}

function plainClass(unitClass: number): number {
  if (unitClass < LONG_WORD) return unitClass;
  return unitClass === LONG_WORD ? WORD : OTHER;
}

/** Planes 2 and 3 are Chinese characters; U+E0000–E0FFF is ignorable; the rest is nothing to us. */
function classOfPair(codePoint: number): number {
  if (codePoint >= 0x20000 && codePoint < 0x40000) return HAN;
  if (codePoint >= 0xe0000 && codePoint < 0xe1000) return IGNORABLE;
  return OTHER;
}
