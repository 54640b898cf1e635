import type { WordCosts } from '@/lib/lexicon/lexicon';
import type { Article, Place } from './article';
import type { Candidate, CandidateForm } from './candidate';
import { rankDrafts } from './drafts';
import { explainTerm } from './explain';
import { groupDrafts, type TermGroup } from './group';
import type { PhrasePlace } from './phrase';
import { type SeenBlock, seeBlock, sourceEnd, writtenAs } from './seen-block';
import { readTokens, type Segment } from './token';

/** What extraction works with. */
export interface ExtractionTools {
  segment: Segment;
  lexicon: WordCosts;
  /** Called with the share of the work that is done, 0 to 1. */
  onProgress?(done: number): void;
}

/** More than a reader would go through for one article; what is left out is weaker than all that stays. */
const MOST_CANDIDATES = 400;

/** Less is no evidence at all: single common words. */
const LEAST_SCORE = -0.5;

/** Reading the words is most of the work. */
const READING_SHARE = 0.6;

/**
 * Finds what may be terms of an article, the likeliest first. `docs/extraction.md` describes the method and its
 * sources. Time nearly linear in the length of the article: some 100 ms for 5,000 characters.
 */
export function extractCandidates(
  article: Article,
  { segment, lexicon, onProgress }: ExtractionTools,
): Candidate[] {
  const isCommon = (word: string): boolean => lexicon.costOf(word) !== undefined;
  const length = article.blocks.reduce((sum, { text }) => sum + text.length, 0) || 1;
  let read = 0;
  const blocks = article.blocks.map(seeBlock);
  const tokens = blocks.map((block, number) => {
    const words = readTokens(block, number, { segment, isCommon });
    read += block.source.length;
    onProgress?.((READING_SHARE * read) / length);
    return words;
  });
  const groups = groupDrafts(rankDrafts(blocks, tokens, lexicon.costOf))
    .filter(({ score }) => score > LEAST_SCORE)
    .slice(0, MOST_CANDIDATES);
  const candidates = groups.map((group, at) => {
    onProgress?.(READING_SHARE + ((1 - READING_SHARE) * at) / groups.length);
    return toCandidate(group, blocks);
  });
  onProgress?.(1);
  return candidates;
}

function toCandidate({ forms, score }: TermGroup, blocks: readonly SeenBlock[]): Candidate {
  const [head] = forms;
  const all = forms.flatMap(({ places }) => places);
  const kept = dropNested(all);
  return {
    key: head.key,
    forms: forms
      .map(({ key, places }): CandidateForm => {
        const [first] = places;
        const block = first && blocks[first.block];
        const text = first && block ? writtenAs(block, first.start, first.end) : key;
        return { key, text, count: kept.filter((place) => places.includes(place)).length };
      })
      .filter(({ count }, at) => at === 0 || count > 0),
    score,
    evidence: [...new Set(forms.flatMap(({ evidence }) => [...evidence]))],
    category: forms.find(({ category }) => category !== undefined)?.category ?? 'concept',
    places: kept.map((place): Place => {
      const block = blocks[place.block];
      const start = block?.starts[place.start] ?? 0;
      return { block: place.block, start, end: block ? sourceEnd(block, place.end) : start };
    }),
    explanation: explainTerm(kept, blocks),
  };
}

/** Of overlapping places the longest, in the order of the article. */
function dropNested(places: readonly PhrasePlace[]): PhrasePlace[] {
  const sorted = [...places].sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end);
  const kept: PhrasePlace[] = [];
  for (const place of sorted) {
    const last = kept.at(-1);
    if (last === undefined || last.block !== place.block || place.start >= last.end) kept.push(place);
  }
  return kept;
}
