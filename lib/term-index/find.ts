import type { Lexicon } from '@/lib/lexicon/lexicon';
import { createMatcher, type Matcher, type SearchOptions } from '@/lib/matching/matcher';
import type { Span } from '@/lib/text/span';
import { needsContext } from './forms';
import { createJudge } from './judge';
import type { TermIndex } from './term-index';

/** A place in a text where terms stand. */
export interface FoundTerm {
  /** In code units of the source text. */
  span: Span;
  /** What stands there: see `getSenses` and `getContext`. */
  form: number;
  /**
   * Only where the form means nothing without context (`getContext` gives none, needs some): the marks
   * inside it that take its place where that context is missing. Ordered, never overlapping.
   */
  inside?: FoundTerm[];
}

const matchers = new WeakMap<TermIndex, Matcher>();

/** The matcher of an index: its buffers are kept with it. */
export function getMatcher(index: TermIndex): Matcher {
  const known = matchers.get(index);
  if (known !== undefined) return known;
  const matcher = createMatcher(index.trie);
  matchers.set(index, matcher);
  return matcher;
}

/**
 * Finds the terms of an index in a text: leftmost-longest, through folding and noise, on whole words.
 * With a lexicon, Chinese words are whole words too; without, only letters and digits are looked at.
 *
 * The result is ordered and without overlaps. Any string will do, lone surrogates included. Time linear
 * in the length of the text.
 *
 * @example
 * // "果园港" with a zero-width space between 园 and 港
 * findMatches(index, '去果园\u200b港') // [{ span: { start: 1, end: 5 }, form: … }]
 */
export function findMatches(index: TermIndex, text: string, lexicon?: Lexicon): FoundTerm[] {
  const judge = createJudge(index, text, { lexicon });
  return collect(index, text, { judge, judgeAll: lexicon !== undefined });
}

/**
 * Finds the terms inside a place where a longer one stands: what a popover lists under "contains".
 * Their words are judged in the whole text.
 */
export function findInside(index: TermIndex, text: string, span: Span, lexicon?: Lexicon): FoundTerm[] {
  const judge = createJudge(index, text, { lexicon });
  return collect(index, text, {
    judge,
    judgeAll: lexicon !== undefined,
    from: span.start,
    to: span.end,
    inner: true,
  });
}

function collect(index: TermIndex, text: string, options: SearchOptions): FoundTerm[] {
  const flat = getMatcher(index).search(text, options);
  const terms: FoundTerm[] = [];
  for (let at = 0; at < flat.length; at += 3) {
    const span = { start: flat[at] ?? 0, end: flat[at + 1] ?? 0 };
    const form = flat[at + 2] ?? 0;
    const term: FoundTerm = { span, form };
    if (needsContext(index, form)) {
      const inside = collect(index, text, { ...options, from: span.start, to: span.end, inner: true });
      if (inside.length > 0) term.inside = inside;
    }
    terms.push(term);
  }
  return terms;
}
