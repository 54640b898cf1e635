import { PatternList } from '@/lib/matching/pattern-list';
import { sortPatterns } from '@/lib/matching/sorted-patterns';
import type { Trie } from '@/lib/matching/trie';
import { buildTrie } from '@/lib/matching/trie-builder';

/** A trie of normalized patterns, each with its place in the list × 2 as value, plus 1 for those to be judged. */
export function trieOf(
  patterns: readonly string[],
  isJudged: (pattern: string) => boolean = () => false,
): Trie {
  const list = new PatternList();
  for (const pattern of patterns) list.add(pattern);
  const sorted = sortPatterns(list);
  const values = Int32Array.from(sorted.firstNumbers.subarray(0, sorted.count), (first) => {
    const form = sorted.numbers[first] ?? 0;
    return form * 2 + (isJudged(patterns[form] ?? '') ? 1 : 0);
  });
  return buildTrie(sorted, values);
}
