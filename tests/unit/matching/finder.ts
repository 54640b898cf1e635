import { createMatcher, type Judge, type SearchOptions, type SearchWay } from '@/lib/matching/matcher';
import type { Span } from '@/lib/text/span';
import { trieOf } from '../../support/trie';

/** So many characters in second place that the matcher looks at first ones first. */
export const MANY = Array.from({ length: 170 }, (_, at) => `万${String.fromCharCode(0x5000 + at)}`);

export interface Found extends Span {
  pattern: string;
}

/** A matcher of some patterns, whose answers name them. */
export function finderOf(
  patterns: readonly string[],
  { isJudged, way }: { isJudged?: (pattern: string) => boolean; way?: SearchWay | undefined } = {},
) {
  const matcher = createMatcher(trieOf(patterns, isJudged), way);
  const judge: Judge = () => {
    throw new Error('Nothing to judge');
  };
  return (text: string, options: Partial<SearchOptions> = {}): Found[] => {
    const count = matcher.search(text, { judge, judgeAll: false, ...options });
    return Array.from({ length: count }, (_, at) => {
      const [start = -1, end = -1, form = -1] = matcher.found.subarray(at * 3, at * 3 + 3);
      return { start, end, pattern: patterns[form] ?? '' };
    });
  };
}

/** What of a text was found. */
export const texts = (found: readonly Span[], text: string): string[] =>
  found.map(({ start, end }) => text.slice(start, end));
