import { createMatcher, type Matcher } from '@/lib/matching/matcher';
import type { TermIndex } from './term-index';

const matchers = new WeakMap<TermIndex, Matcher>();

/**
 * The matcher of an index, made once: its tables take time and memory in proportion to the index. One search
 * at a time, which is a matter of course for functions that give their result before another is called.
 */
export function getMatcher(index: TermIndex): Matcher {
  const known = matchers.get(index);
  if (known !== undefined) return known;
  const matcher = createMatcher(index.trie);
  matchers.set(index, matcher);
  return matcher;
}
