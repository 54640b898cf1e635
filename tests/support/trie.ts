import { PatternTree } from '@/lib/matching/pattern-tree';
import type { Trie } from '@/lib/matching/trie';
import { buildTrie } from '@/lib/matching/trie-builder';

/** A trie of normalized patterns, each with its place in the list × 2 as value, plus 1 for those to be judged. */
export function trieOf(
  patterns: readonly string[],
  isJudged: (pattern: string) => boolean = () => false,
): Trie {
  const tree = new PatternTree(patterns.reduce((sum, { length }) => sum + length, 0));
  const values = new Int32Array(patterns.length);
  patterns.forEach((pattern, form) => {
    values[tree.add(pattern)] = form * 2 + (isJudged(pattern) ? 1 : 0);
  });
  return buildTrie(tree, values);
}
