import { foldTable } from './fold';
import { isReadingBefore } from './readings';
import {
  characterClasses,
  classAt,
  classBefore,
  DASH,
  HAN,
  HIGH_SURROGATE,
  HYPHEN,
  IGNORABLE,
  MARK,
  OPEN,
  SPACE,
  WORD,
} from './script';
import { classSet, skipBack } from './skip';

/** Longest noise between two characters of a term, in code units. Bounds the work on hostile text. */
const MAX_GAP = 80;

/** Readings of four characters with tones and blanks. Bounds the work on hostile text. */
const MAX_READING = 36;

/** Brackets after one character: `行(xíng)(háng)`. */
const MAX_READINGS = 2;

const MARKS = classSet(MARK);

/** No gap begins here. */
export const NO_GAP = -1;

/**
 * Crosses what may stand between two characters of a term without being part of it: ignorable
 * characters, combining marks and bracketed readings after a Chinese character, white space, a hyphen.
 *
 * The character before the gap ends at `offset`. White space counts as nothing beside a Chinese
 * character or punctuation and as a separator between two letters or digits; a hyphen is a separator
 * always, a long dash after a Chinese character or digit. A separator is a part of the term; all else is noise.
 *
 * At most 80 code units are looked at: time bounded.
 *
 * @returns `NO_GAP` (−1), or twice the offset where the next character begins, plus 1 for a separator
 *
 * @example
 * crossGap('区(qū)的', 1) // 10: 的 begins at 5, nothing between
 * crossGap('Two  Rivers', 3) // 11: R begins at 5, after a separator
 */
export function crossGap(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + MAX_GAP);
  // Of a letter with marks of its own (é as two characters) the letter.
  const before = classBefore(text, skipBack(text, offset, MARKS));
  let separated = false;
  let hyphen = false;
  let readings = 0;
  let at = offset;
  scan: while (at < limit) {
    const unitClass = characterClasses[text.charCodeAt(at)];
    switch (unitClass) {
      case IGNORABLE:
        at++;
        break;
      case SPACE:
        separated = true;
        at++;
        break;
      case DASH:
      case HYPHEN:
        if (hyphen || (unitClass === DASH && isPause(text, offset, before))) break scan;
        hyphen = true;
        at++;
        break;
      case MARK:
        if (before !== HAN) break scan;
        at++;
        break;
      case OPEN: {
        const end = before === HAN && !hyphen && readings < MAX_READINGS ? skipReading(text, offset, at) : at;
        if (end === at) break scan;
        readings++;
        at = end;
        break;
      }
      case HIGH_SURROGATE:
        if (classAt(text, at) !== IGNORABLE) break scan;
        at += 2;
        break;
      default:
        break scan;
    }
  }
  if (at === offset || at >= limit) return NO_GAP;
  const separator = hyphen || (separated && before === WORD && classAt(text, at) === WORD);
  return at * 2 + (separator ? 1 : 0);
}

/** Whether a long dash parts what stands before it: letters, but not 2021—2025 and 成都—重庆. */
function isPause(text: string, offset: number, before: number): boolean {
  if (before !== WORD) return before !== HAN;
  const folded = foldTable[text.charCodeAt(offset - 1)] ?? 0;
  return folded < 0x30 || folded > 0x39;
}

/**
 * The end of a bracketed reading of the characters that end at `offset`; `open` where there is none. An
 * empty bracket, left by a page that lost the reading, is one too. Brackets may differ in width.
 */
function skipReading(text: string, offset: number, open: number): number {
  const close = foldTable[closingOf(text.charCodeAt(open))];
  const limit = Math.min(text.length, open + 2 + MAX_READING);
  let end = open + 1;
  while (end < limit && foldTable[text.charCodeAt(end)] !== close) end++;
  if (end >= limit) return open;
  const written = text.slice(open + 1, end);
  return written === '' || isReadingBefore(text, offset, written) ? end + 1 : open;
}

/** The closing bracket that stands opposite: one further on in Unicode for all but [ and ［. */
function closingOf(open: number): number {
  return open === 0x5b || open === 0xff3b ? open + 2 : open + 1;
}
