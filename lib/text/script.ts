import { HAN_RANGES, IGNORABLE_RANGES, MARK_RANGES, WORD_RANGES } from '@/assets/generated/character-tables';

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
/** The first half of a surrogate pair. */
export const HIGH_SURROGATE = 8;

function fill(classes: Uint8Array, ranges: readonly number[], value: number): void {
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    classes.fill(value, ranges[at] ?? 0, (ranges[at + 1] ?? -1) + 1);
  }
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  fill(classes, HAN_RANGES, HAN);
  fill(classes, WORD_RANGES, WORD);
  fill(classes, MARK_RANGES, MARK);
  fill(classes, IGNORABLE_RANGES, IGNORABLE);
  classes.fill(HIGH_SURROGATE, 0xd800, 0xdc00);
  for (const unit of '\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000') {
    classes[unit.charCodeAt(0)] = SPACE;
  }
  classes.fill(SPACE, 0x2000, 0x200b);
  for (const unit of '-‐‑‒–−﹘﹣－') classes[unit.charCodeAt(0)] = HYPHEN;
  for (const unit of '([（［〔【') classes[unit.charCodeAt(0)] = OPEN;
  return classes;
}

/** The class of each UTF-16 code unit. 64 kB, filled when the module loads (well under 1 ms). */
export const characterClasses: Uint8Array = buildClasses();

/** The class of the character that begins at an offset; 0 (`OTHER`) past the end. */
export function classAt(text: string, offset: number): number {
  if (offset >= text.length) return OTHER;
  const unitClass = characterClasses[text.charCodeAt(offset)] ?? OTHER;
  if (unitClass !== HIGH_SURROGATE) return unitClass;
  return classOfLong(text.codePointAt(offset) ?? 0);
}

/** The class of the character that ends at an offset; 0 (`OTHER`) at the start of the text. */
export function classBefore(text: string, offset: number): number {
  if (offset <= 0) return OTHER;
  const unit = text.charCodeAt(offset - 1);
  if (unit >= 0xdc00 && unit < 0xe000 && offset > 1) {
    const code = text.codePointAt(offset - 2) ?? 0;
    if (code > 0xffff) return classOfLong(code);
  }
  return characterClasses[unit] ?? OTHER;
}

/** Planes 2 and 3 are Chinese characters; U+E0000–E0FFF is ignorable; the rest is nothing to us. */
function classOfLong(codePoint: number): number {
  if (codePoint >= 0x20000 && codePoint < 0x40000) return HAN;
  if (codePoint >= 0xe0000 && codePoint < 0xe1000) return IGNORABLE;
  return OTHER;
}
