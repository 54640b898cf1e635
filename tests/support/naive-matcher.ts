import { normalize } from '@/lib/text/normalize';
import type { Span } from '@/lib/text/span';

/**
 * The rule of matching, written down as plainly as possible: normalize all, try every pattern at every
 * place, longest first. Knows whole words only as letters and digits without gaps between.
 */
export function findNaively(terms: readonly string[], source: string): Span[] {
  const patterns = terms.map((text) => normalize(text).text).filter((text) => text !== '');
  patterns.sort((a, b) => b.length - a.length);
  const { text, starts } = normalize(source);
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const found = patterns
      .filter(
        (pattern) => text.startsWith(pattern, at) && isWhole(starts, { start: at, end: at + pattern.length }),
      )
      .map((pattern) => toSource(source, starts, { start: at, end: at + pattern.length }))
      .find((span) => isWholeWord(source, span));
    if (found === undefined) {
      at++;
      continue;
    }
    spans.push(found);
    while (at < text.length && (starts[at] ?? 0) < found.end) at++;
  }
  return spans;
}

/** Neither edge parts what one character of the source folds to (é is e and a mark). */
function isWhole(starts: readonly number[], { start, end }: Span): boolean {
  return starts[start] !== starts[start - 1] && starts[end] !== starts[end - 1];
}

function toSource(source: string, starts: readonly number[], { start, end }: Span): Span {
  const last = starts[end - 1] ?? 0;
  return {
    start: starts[start] ?? 0,
    end: last + String.fromCodePoint(source.codePointAt(last) ?? 0).length,
  };
}

const ENDS_WITH_LETTER = /[\p{Script=Latin}0-9]\u0301*$/u;
const BEGINS_WITH_LETTER = /^(?:[\p{Script=Latin}0-9]|\u0301)/u;

function isWholeWord(source: string, { start, end }: Span): boolean {
  const joins = (at: number): boolean =>
    ENDS_WITH_LETTER.test(source.slice(0, at)) && BEGINS_WITH_LETTER.test(source.slice(at));
  return !joins(start) && !joins(end);
}
