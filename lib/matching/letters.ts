import { classAt, classBefore, MARK, WORD } from '@/lib/text/script';
import { skipAhead, skipBack, UNSEEN } from '@/lib/text/skip';

/**
 * Whole words for scripts that write blanks between them: a term that begins or ends with a letter or
 * digit must not go on with another one. Time linear in the invisible characters at the edge, else constant.
 */

const APOSTROPHES = "'’＇ʼ";
const DIGIT = /[0-9０-９]/;

/** Why an edge of a candidate is no edge of a word. */
export type LetterObstacle = 'letter' | 'number' | 'apostrophe';

/** What speaks against a word that begins here; `undefined` if nothing does. */
export function findObstacleBefore(text: string, start: number): LetterObstacle | undefined {
  if (classAt(text, start) !== WORD) return undefined;
  // A soft hyphen does not end a word.
  const at = skipBack(text, start, UNSEEN);
  const before = classBefore(text, at);
  if (before === WORD || before === MARK) return 'letter';
  if (at < 2 || classBefore(text, at - 1) !== WORD) return undefined;
  const mark = text.charAt(at - 1);
  if (APOSTROPHES.includes(mark)) return 'apostrophe';
  const numbers = DIGIT.test(text.charAt(at - 2)) && DIGIT.test(text.charAt(start));
  return numbers && (mark === '.' || mark === ',') ? 'number' : undefined;
}

/** What speaks against a word that ends here; `undefined` if nothing does. `Chongqing's` ends before its 's. */
export function findObstacleAfter(text: string, end: number): LetterObstacle | undefined {
  const last = classBefore(text, end);
  if (last !== WORD && last !== MARK) return undefined;
  const at = skipAhead(text, end, UNSEEN);
  const after = classAt(text, at);
  if (after === WORD || after === MARK) return 'letter';
  if (classAt(text, at + 1) !== WORD) return undefined;
  const mark = text.charAt(at);
  if (APOSTROPHES.includes(mark)) return isGenitive(text, at + 1) ? undefined : 'apostrophe';
  const numbers = DIGIT.test(text.charAt(end - 1)) && DIGIT.test(text.charAt(at + 1));
  return numbers && (mark === '.' || mark === ',') ? 'number' : undefined;
}

function isGenitive(text: string, offset: number): boolean {
  const letter = text.charAt(offset);
  return (letter === 's' || letter === 'S') && classAt(text, skipAhead(text, offset + 1, UNSEEN)) !== WORD;
}

/**
 * Whether a candidate is followed by the s of a plural: after several words (`New Areas`) or an
 * acronym (`SEZs`). Not after a single word: `news` is not the plural of a term `new`.
 */
export function hasPluralEnding(text: string, { start, end }: { start: number; end: number }): boolean {
  if (text.charAt(end) !== 's' || classAt(text, skipAhead(text, end + 1, UNSEEN)) === WORD) return false;
  const written = text.slice(start, end);
  const severalWords =
    /\p{Script=Latin}\p{M}*[\s-]/u.test(written) && /(?![sS])\p{Script=Latin}\p{M}*$/u.test(written);
  return severalWords || /^[A-Z]{2,}$/.test(written);
}
