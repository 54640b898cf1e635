import { describe, expect, it } from 'vitest';
import { findRejections } from '@/lib/term-index/rejections';
import { indexOf } from '../../support/glossary';
import { readLexicon } from '../../support/lexicon';

const lexicon = readLexicon();

describe('findRejections', () => {
  it('says which word reads across the edge, and at what costs', () => {
    const [rejection, ...others] = findRejections(indexOf('江北'), ['重庆江北区。', '长江北岸。'], lexicon);
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
    ['letters', 'port', 'an airport', 'letters'],
    ['the rules of the term', { text: '天府', after: ['新区'] }, '天府之国', 'rules'],
    ['a numeral', '十六', '二十六日', 'numeral'],
    ['a missing context', { text: '天府', ambiguous: true }, '天府。', 'context'],
  ] as const)('names %s', (_name, term, text, kind) => {
    expect(findRejections(indexOf(term as never), [text], lexicon).map(({ reason }) => reason.kind)).toEqual([
      kind,
    ]);
  });

  it('takes context from any text of the frame', () => {
    const index = indexOf({ text: '天府', ambiguous: true }, '果园港');
    expect(findRejections(index, ['天府。', '果园港。'], lexicon)).toEqual([]);
    expect(findRejections(index, ['天府。', '果园。'], lexicon)).toHaveLength(1);
  });
});
