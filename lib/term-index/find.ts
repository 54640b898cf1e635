import type { Lexicon } from '@/lib/lexicon/lexicon';
import type { Matcher, SearchOptions } from '@/lib/matching/matcher';
import type { Span } from '@/lib/text/span';
import { needsContext } from './forms';
import { getMatcher } from './index-matcher';
import { createJudge } from './judge';
import type { TermIndex } from './term-index';

/** A place in a text where terms stand, in code units of the source text. */
export interface FoundTerm extends Span {
  /** What stands there: see `getSenses` and `getContext`. */
  form: number;
  /**
   * Only where the form means nothing without context (`getContext` gives none, needs some): the marks that
   * take its place where that context is missing. They begin inside it, and end before the next match. Ordered, never
   * overlapping.
   */
  inside?: FoundTerm[];
}

/** What is made once for an index and a lexicon, not for each text. */
interface Searcher {
  index: TermIndex;
  lexicon: Lexicon | undefined;
  matcher: Matcher;
  options: SearchOptions;
  /** Some term is ambiguous. Without one no form is looked up: with 100,000 terms that takes a tenth of the time. */
  hasAmbiguous: boolean;
}

/** With the lexicon and without it (key `undefined`): a text may come before the lexicon is there. */
const searchers = new WeakMap<TermIndex, Map<Lexicon | undefined, Searcher>>();

let last: Searcher | undefined;

/** The searcher of an index. Nearly always the one asked for before: pages come in many short texts. */
function getSearcher(index: TermIndex, lexicon: Lexicon | undefined): Searcher {
  if (last?.index === index && last.lexicon === lexicon) return last;
  const ofIndex = searchers.get(index) ?? new Map<Lexicon | undefined, Searcher>();
  searchers.set(index, ofIndex);
  last = ofIndex.get(lexicon) ?? {
    index,
    lexicon,
    matcher: getMatcher(index),
    options: { judge: createJudge(index, { lexicon }), judgeAll: lexicon !== undefined },
    hasAmbiguous: index.senses.terms.some((term) => (term & 1) === 1),
  };
  ofIndex.set(lexicon, last);
  return last;
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
 * findMatches(index, '去果园\u200b港') // [{ start: 1, end: 5, form: … }]
 */
export function findMatches(index: TermIndex, text: string, lexicon?: Lexicon): FoundTerm[] {
  const searcher = getSearcher(index, lexicon);
  return collect(text, searcher, searcher.options);
}

/**
 * Finds the terms inside a place where a longer one stands, each where it stands first: what a popover lists under
 * "contains".
 * Their words are judged in the whole text.
 */
export function findInside(index: TermIndex, text: string, span: Span, lexicon?: Lexicon): FoundTerm[] {
  const searcher = getSearcher(index, lexicon);
  const found = collect(text, searcher, { ...searcher.options, within: span, insteadOf: span });
  return found.filter(({ form }, at) => at === found.findIndex((other) => other.form === form));
}

/** Some terms and all that may take their place, each before what is inside it. */
export function withInside(terms: readonly FoundTerm[]): FoundTerm[] {
  return terms.flatMap((term) => [term, ...withInside(term.inside ?? [])]);
}

function collect(text: string, searcher: Searcher, options: SearchOptions): FoundTerm[] {
  const { index, matcher, hasAmbiguous } = searcher;
  const count = matcher.search(text, options);
  // Most texts, with a small glossary.
  if (count === 0) return [];
  const { found } = matcher;
  const terms = new Array<FoundTerm>(count);
  for (let term = 0; term < count; term++) {
    const at = term * 3;
    terms[term] = { start: found[at] ?? 0, end: found[at + 1] ?? 0, form: found[at + 2] ?? 0 };
  }
  if (!hasAmbiguous) return terms;
  // Each of these is a search that writes over `found`.
  const to = options.within?.end ?? text.length;
  for (const [at, term] of terms.entries()) {
    if (!needsContext(index, term.form)) continue;
    // What begins in it may go on after it: 规划馆, where 成都规划 is not meant.
    const within = { start: term.start, end: terms[at + 1]?.start ?? to };
    const inside = collect(text, searcher, { ...searcher.options, within, insteadOf: term });
    if (inside.length > 0) term.inside = inside;
  }
  return terms;
}
