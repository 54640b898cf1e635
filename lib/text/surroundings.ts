import { foldTable } from './fold';
import { crossGap, NO_GAP } from './gap';
import { normalize } from './normalize';
import { characterClasses, classBefore, FIRST_SPECIAL, SPACE } from './script';
import { skipBack, UNSEEN } from './skip';
import type { Span } from './span';

/** The normalized text round a span of a source text. */
export interface Surroundings {
  before: string;
  inside: string;
  after: string;
  /** White space ends a word here. Never so beside a letter-spaced span, where it says nothing. */
  blankBefore: boolean;
  blankAfter: boolean;
}

/** Source units read per wanted unit where there is noise: letter-spacing doubles, readings are longer. */
const NOISE_FACTOR = 6;

/**
 * Reads the normalized text round a span, up to `reach` code units on each side.
 *
 * 「出席 会议」 has a blank before 会议 that ends a word, 「出 席 会 议」 has none that does.
 *
 * Time linear in the length of the span and `reach`.
 */
export function readSurroundings(text: string, span: Span, reach: number): Surroundings {
  const plain = readPlain(text, span, reach);
  if (plain !== undefined) return plain;
  const from = wholeCharacter(text, Math.max(0, span.start - reach * NOISE_FACTOR));
  const to = wholeCharacter(text, Math.min(text.length, span.end + reach * NOISE_FACTOR));
  const { text: normalized, starts } = normalize(text.slice(from, to));
  const first = starts.findIndex((start) => start >= span.start - from);
  const past = starts.findIndex((start) => start >= span.end - from);
  const end = past === -1 ? normalized.length : past;
  const begin = first === -1 ? end : first;
  const spaced = isLetterSpaced(text, span);
  return {
    before: normalized.slice(Math.max(0, begin - reach), begin),
    inside: normalized.slice(begin, end),
    after: normalized.slice(end, end + reach),
    blankBefore: !spaced && isBehindBlank(text, span.start),
    blankAfter: !spaced && isBlankGap(text, span.end),
  };
}

/** The common case: nothing special for `reach` units on both sides. */
function readPlain(text: string, { start, end }: Span, reach: number): Surroundings | undefined {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  if (wholeCharacter(text, from) !== from) return undefined;
  let folded = '';
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if ((characterClasses[unit] ?? 0) >= FIRST_SPECIAL) return undefined;
    folded += String.fromCharCode(foldTable[unit] ?? unit);
  }
  return {
    before: folded.slice(0, start - from),
    inside: folded.slice(start - from, end - from),
    after: folded.slice(end - from),
    blankBefore: false,
    blankAfter: false,
  };
}

/** An offset, or the one before it if it parts a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 ? offset - 1 : offset;
}

function isBehindBlank(text: string, offset: number): boolean {
  return classBefore(text, skipBack(text, offset, UNSEEN)) === SPACE;
}

/** White space before the next character, whatever else is in the gap: 教育部(bù) 门. */
function isBlankGap(text: string, offset: number): boolean {
  const gap = crossGap(text, offset);
  return gap !== NO_GAP && isBehindBlank(text, gap >>> 1);
}

function isLetterSpaced(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    if (characterClasses[text.charCodeAt(at)] === SPACE) return true;
  }
  return false;
}
