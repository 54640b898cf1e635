import { characterLength, foldAt, foldTable } from './fold';
import { crossGap, NO_GAP } from './gap';
import { characterClasses, DASH, FIRST_SPECIAL, HYPHEN, IGNORABLE, SPACE } from './script';
import { classSet, skipAhead, skipBack } from './skip';

/** What stands for white space or a hyphen between two parts of a term. */
export const SEPARATOR = 0x20;

/** What is dropped at both ends of a text. */
const BLANK = classSet(SPACE, HYPHEN, DASH, IGNORABLE);

/** A folded text without its noise, and the way back. */
export interface NormalizedText {
  text: string;
  /** For each code unit of `text` the offset in the source where its character begins. */
  starts: readonly number[];
}

/**
 * Folds a text and takes the noise between its characters out. Both terms and, in effect, pages go
 * through this: the matcher walks a page by the same two tables (`foldTable`, `crossGap`).
 *
 * White space, hyphens and ignorable characters at both ends are dropped. Time and memory linear.
 *
 * @example
 * normalize('兩江新區(qū)') // text '两江新区(qu)' – a reading at the end is not *between* characters
 * normalize('兩(liǎng)江') // text '两江', starts [0, 8]
 */
export function normalize(source: string): NormalizedText {
  const starts: number[] = [];
  let text = '';
  let at = skipAhead(source, 0, BLANK);
  const end = skipBack(source, source.length, BLANK);
  while (at < end) {
    const unit = source.charCodeAt(at);
    if ((characterClasses[unit] ?? 0) < FIRST_SPECIAL) {
      starts.push(at);
      text += String.fromCharCode(foldTable[unit] ?? unit);
      at++;
      continue;
    }
    const gap = crossGap(source, at);
    // What leads into the end that was dropped is no gap between two characters.
    if (gap !== NO_GAP && gap >>> 1 < end) {
      if ((gap & 1) === 1) {
        starts.push(at);
        text += ' ';
      }
      at = gap >>> 1;
    }
    const folded = foldAt(source, at);
    for (let unitOf = 0; unitOf < folded.length; unitOf++) starts.push(at);
    text += folded;
    at += characterLength(source, at);
  }
  return { text, starts };
}

/** The text of `normalize` alone. Costs nothing for a text that is its own: most terms are. */
export function normalizeText(source: string): string {
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if ((characterClasses[unit] ?? 0) >= FIRST_SPECIAL || foldTable[unit] !== unit)
      return normalize(source).text;
  }
  return source;
}

/** Whether nothing is left of a text when it is normalized: it is empty, or has nothing but noise. */
export function isBlankText(source: string): boolean {
  return skipAhead(source, 0, BLANK) === source.length;
}
