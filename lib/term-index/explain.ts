import type { Lexicon } from '@/lib/lexicon/lexicon';
import type { Span } from '@/lib/text/span';
import { getMatcher } from './index-matcher';
import { createJudge, type Decision } from './judge';
import type { TermIndex } from './term-index';

/**
 * Says of each candidate that `findMatches` looks at in a text whether it is marked and why: what a
 * popover shows under "Why is this marked?" and a list under "Not marked here because …".
 *
 * In order of their starts; of those with one start the longest first, and none after the one that
 * stands. What lies under a mark is not looked at. Costs what finding costs, and a decision for each candidate.
 *
 * @param within looks at candidates in this part of the text only; what is round it counts all the same
 *
 * @example
 * explainMatches(index, '长江北岸', lexicon)
 * // [{ span: { start: 1, end: 3 }, accepted: false, by: { kind: 'words', boundary: { crossing: { word: '长江', … } } } }]
 */
export function explainMatches(
  index: TermIndex,
  text: string,
  lexicon?: Lexicon,
  within: Span = { start: 0, end: text.length },
): Decision[] {
  const decisions: Decision[] = [];
  const judge = createJudge(index, { lexicon, onDecision: (decision) => decisions.push(decision) });
  getMatcher(index).search(text, { judge, judgeAll: true, within });
  return decisions;
}
