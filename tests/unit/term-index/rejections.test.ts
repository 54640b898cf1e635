import { describe, expect, it } from 'vitest';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findMatches } from '@/lib/term-index/find';
import { findRejections, type Rejection } from '@/lib/term-index/rejections';
import type { TermIndex } from '@/lib/term-index/term-index';
import { glossary, indexOf } from '../../support/glossary';
import { readLexicon } from '../../support/lexicon';

const lexicon = readLexicon();

/** Where everything that is found is marked. */
function rejectionsIn(index: TermIndex, texts: readonly string[]): Rejection[] {
  const marked = texts.map((text) => findMatches(index, text, lexicon));
  return findRejections(index, texts, { lexicon, marked });
}

describe('findRejections', () => {
  it('says which word reads across the edge, and at what costs', () => {
    const [rejection, ...others] = rejectionsIn(indexOf('江北'), ['重庆江北区。', '长江北岸。']);
    expect(others).toEqual([]);
    expect(rejection).toMatchObject({
      text: 1,
      span: { start: 1, end: 3 },
      reason: { kind: 'words', word: '长江', edge: 'start' },
    });
    if (rejection?.reason.kind !== 'words') throw new Error('not decided by words');
    const { standing, crossing, needed } = rejection.reason;
    expect(crossing - standing).toBeLessThan(needed);
  });

  it.each([
    ['letters before', 'port', 'an airport', { kind: 'letters', edge: 'start' }],
    ['letters after', 'port', 'a portal', { kind: 'letters', edge: 'end' }],
    ['the rules of the term', { text: '天府', after: ['新区'] }, '天府之国', { kind: 'rules' }],
    ['a numeral before', '十六', '二十六日', { kind: 'numeral', edge: 'start' }],
    ['a numeral after', '二十', '二十六日', { kind: 'numeral', edge: 'end' }],
    ['a missing context', { text: '天府', ambiguous: true }, '天府。', { kind: 'context' }],
  ])('names %s', (_name, term, text, reason) => {
    const found = rejectionsIn(indexOf(term), [text]);
    expect(found.map((each) => each.reason)).toEqual([reason]);
  });

  it('says in which text, where in it, and what it would be', () => {
    const index = indexOf('成都', { text: '天府', ambiguous: true }, 'port');
    expect(rejectionsIn(index, ['a port', '在天府', '', 'airport、天府'])).toEqual([
      // 'port' is marked in the first text, and gives context to the glossary.
      { form: 2, text: 3, span: { start: 3, end: 7 }, reason: { kind: 'letters', edge: 'start' } },
    ]);
    expect(rejectionsIn(index, ['在天府', '成', '天府、airport'])).toEqual([
      { form: 1, text: 0, span: { start: 1, end: 3 }, reason: { kind: 'context' } },
      { form: 1, text: 2, span: { start: 0, end: 2 }, reason: { kind: 'context' } },
      { form: 2, text: 2, span: { start: 6, end: 10 }, reason: { kind: 'letters', edge: 'start' } },
    ]);
  });

  it('takes context from what stands inside an ambiguous term', () => {
    const ambiguous = (text: string) => ({ text, ambiguous: true });
    const index = indexOf(ambiguous('成都规划'), '成都', ambiguous('天府'));
    expect(rejectionsIn(index, ['成都规划', '天府'])).toEqual([]);
    expect(rejectionsIn(index, ['成规划', '天府'])).toHaveLength(1);
  });

  it('takes context only from the glossary that needs it, and only from what is marked', () => {
    const index = compileTermIndex(
      [glossary('a', [{ text: '天府', ambiguous: true }, '江北']), glossary('b', ['成都'])],
      1,
    );
    const kinds = (...texts: string[]): string[] =>
      rejectionsIn(index, texts).map(({ reason }) => reason.kind);
    expect(kinds('天府。', '成都。')).toEqual(['context']);
    expect(kinds('天府。', '长江北岸。')).toEqual(['context', 'words']);
    expect(kinds('天府。', '重庆江北区。')).toEqual([]);
    const inBoth = [{ text: '天府', ambiguous: true }];
    const either = compileTermIndex([glossary('a', inBoth), glossary('b', [...inBoth, '成都'])], 1);
    expect(rejectionsIn(either, ['天府。', '成都。'])).toEqual([]);
    expect(rejectionsIn(either, ['天府。'])).toHaveLength(1);
  });

  it('takes no context from what the reader has left unmarked', () => {
    const index = indexOf({ text: '天府', ambiguous: true }, '成都');
    const rejections = findRejections(index, ['天府。', '成都。'], { lexicon, marked: [[], []] });
    expect(rejections.map(({ reason }) => reason.kind)).toEqual(['context']);
  });

  it('takes context from any text of the frame', () => {
    const index = indexOf({ text: '天府', ambiguous: true }, '果园港');
    expect(rejectionsIn(index, ['天府。', '果园港。'])).toEqual([]);
    expect(rejectionsIn(index, ['天府。', '果园。'])).toHaveLength(1);
  });
});
