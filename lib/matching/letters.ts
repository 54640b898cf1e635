import { foldTable } from '@/lib/text/fold';
import { classAt, classBefore, IGNORABLE, MARK, WORD } from '@/lib/text/script';
import { classSet, skipAhead, skipBack, UNSEEN } from '@/lib/text/skip';

/**
 * Whole words for scripts that write blanks between them: a term that begins or ends with a letter or
 * digit must not go on with another one. Time linear in the invisible characters at the edge, else constant.
 */

const APOSTROPHE = 0x27;
/** They fold to it as quotes; no name has one. */
const CORNER_BRACKETS = '『』﹃﹄';
const DIGIT = /[0-9０-９]/;
/** What a letter carries. */
const CARRIED = classSet(MARK, IGNORABLE);

/** Why an edge of a candidate is no edge of a word. */
export type LetterObstacle = 'letter' | 'number' | 'apostrophe';

/** What speaks against a word that begins here; `undefined` if nothing does. */
export function findObstacleBefore(text: string, start: number): LetterObstacle | undefined {
  if (classAt(text, start) !== WORD) return undefined;
  // A soft hyphen does not end a word.
  const at = skipBack(text, start, UNSEEN);
  const joint = at - 1;
  if (isApostrophe(text, joint)) return classBefore(text, joint) === WORD ? 'apostrophe' : undefined;
  if (isLetterBefore(text, at)) return 'letter';
  return joinsDigits(text, at - 2, joint, start) ? 'number' : undefined;
}

/** What speaks against a word that ends here; `undefined` if nothing does. `Chongqing's` ends before its 's. */
export function findObstacleAfter(text: string, end: number): LetterObstacle | undefined {
  const last = classBefore(text, end);
  if (last !== WORD && last !== MARK) return undefined;
  const at = skipAhead(text, end, UNSEEN);
  if (isApostrophe(text, at)) {
    return classAt(text, at + 1) !== WORD || isGenitive(text, at + 1) ? undefined : 'apostrophe';
  }
  const after = classAt(text, at);
  if (after === WORD || after === MARK) return 'letter';
  return joinsDigits(text, end - 1, at, at + 1) ? 'number' : undefined;
}

/** Of all kinds: Xi'an, Xi’an, Xi‘an, Xi′an. */
function isApostrophe(text: string, offset: number): boolean {
  return foldTable[text.charCodeAt(offset)] === APOSTROPHE && !CORNER_BRACKETS.includes(text.charAt(offset));
}

/** A letter or digit, with what it carries; not a keycap (1️⃣), nor a mark of kana or Chinese. */
function isLetterBefore(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset - 1);
  const isEnclosing = unit >= 0x20dd && unit <= 0x20e4;
  return !isEnclosing && classBefore(text, skipBack(text, offset, CARRIED)) === WORD;
}

/** Whether two digits with something between are one number: 3.5, 1,500 and ３．５, but not １．5, a number in a list. */
function joinsDigits(text: string, before: number, joint: number, after: number): boolean {
  const digits = text.charAt(before) + text.charAt(after);
  if (!DIGIT.test(text.charAt(before)) || !DIGIT.test(text.charAt(after))) return false;
  const mark = text.charAt(joint);
  return mark === '.' || mark === ',' || ('．，'.includes(mark) && /^[０-９]+$/.test(digits));
}

function isGenitive(text: string, offset: number): boolean {
  const letter = text.charAt(offset);
  return (letter === 's' || letter === 'S') && classAt(text, skipAhead(text, offset + 1, UNSEEN)) !== WORD;
}

/**
 * Whether a candidate is followed by the s of a plural: after several words (`New Areas`, `NEW AREAS`) or an
 * acronym (`SEZs`). Not after a single word: `news` is not the plural of a term `new`.
 */
export function hasPluralEnding(text: string, { start, end }: { start: number; end: number }): boolean {
  const ending = text.charAt(end);
  if ((ending !== 's' && ending !== 'S') || classAt(text, skipAhead(text, end + 1, UNSEEN)) === WORD)
    return false;
  const written = text.slice(start, end);
  if (ending === 'S' && /\p{Ll}/u.test(written)) return false;
  const severalWords =
    /\p{Script=Latin}\p{M}*[\s\p{Pd}−]/u.test(written) && /(?![sS])\p{Script=Latin}\p{M}*$/u.test(written);
  return severalWords || (ending === 's' && /^[A-Z]{2,}$/.test(written));
}
