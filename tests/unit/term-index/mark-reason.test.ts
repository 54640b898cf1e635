import { describe, expect, it } from 'vitest';
import { findMatches } from '@/lib/term-index/find';
import { findMarkReason } from '@/lib/term-index/mark-reason';
import { indexOf } from '../../support/glossary';
import { readLexicon } from '../../support/lexicon';

const lexicon = readLexicon();

/** `去[重庆]吃` → why 重庆 is marked there. */
function explain(bracketed: string, ...terms: Parameters<typeof indexOf>) {
  const start = bracketed.indexOf('[');
  const end = bracketed.indexOf(']') - 1;
  return findMarkReason(
    indexOf(...terms),
    bracketed.replace('[', '').replace(']', ''),
    { start, end },
    lexicon,
  );
}

describe('findMarkReason', () => {
  it('tells what was found at the edges', () => {
    expect(explain('（[重庆]）', '重庆')).toEqual({
      boundary: { accepted: true, why: 'free' },
      byContext: false,
      byRules: false,
    });
    expect(explain('重庆市[渝中]区', '渝中')).toMatchObject({
      boundary: { accepted: true, why: 'words', crossing: { word: '中区' } },
    });
  });

  it.each([
    ['what a word crosses', '大会隆[重庆]祝'],
    ['a part of a term', '去[重]庆吃'],
    ['more than a term', '去[重庆吃]'],
    ['what begins before a term', '[去重庆]吃'],
    ['no term', '[去成都]吃'],
  ])('has no reason for %s', (_, bracketed) => {
    expect(explain(bracketed, '重庆')).toBeUndefined();
  });

  it('explains one of several marks', () => {
    expect(explain('去重庆，[重庆]', '重庆', '成都')).toMatchObject({ boundary: { why: 'free' } });
    expect(explain('去重庆去[成都]', '重庆', '成都')).toMatchObject({ boundary: { why: 'words' } });
  });

  it('explains a mark with the s of a plural', () => {
    expect(explain('two [New Areas]', 'New Area')).toMatchObject({ boundary: { accepted: true } });
  });

  it('explains a place inside a longer term as if it stood alone', () => {
    const terms = [{ text: '成都规划', ambiguous: true }, '成都'] as const;
    const [mark] = findMatches(indexOf(...terms), '按成都规划', lexicon);
    expect(mark?.inside?.[0]).toMatchObject({ start: 1, end: 3 });
    expect(explain('按[成都]规划', ...terms)).toMatchObject({ byContext: false });
    expect(explain('按[成都规划]', ...terms)).toMatchObject({ byContext: true });
  });

  it('says that other terms of the glossary had to be on the page', () => {
    expect(explain('[天府]', { text: '天府', ambiguous: true })).toMatchObject({ byContext: true });
    expect(explain('[天府]', { text: '天府', ambiguous: true }, '天府')).toMatchObject({ byContext: false });
  });

  it('says that rules had to be obeyed, if every term there has some', () => {
    const ruled = { text: '天府', after: ['新区'] };
    expect(explain('[天府]新区', ruled)).toMatchObject({ byRules: true });
    expect(explain('[天府]新区', ruled, '天府')).toMatchObject({ byRules: false });
    expect(explain('[天府]', ruled, '天府')).toMatchObject({ byRules: false });
    expect(explain('[成都]', ruled, '成都')).toMatchObject({ byRules: false });
    expect(explain('[成都]', ruled, '成都', '成都')).toMatchObject({ byRules: false });
    const other = { text: '天府', before: ['四川'] };
    expect(explain('[天府]新区', ruled, other)).toMatchObject({ byRules: true });
    expect(explain('四川[天府]新区', ruled, other)).toMatchObject({ byRules: true });
    expect(explain('四川[天府]', ruled, other, '成都')).toMatchObject({ byRules: true });
    expect(explain('四川[天府]', ruled, other, '天府')).toMatchObject({ byRules: false });
    expect(explain('去[成都]，', ruled, other, '两江', { text: '成都', before: ['去'] })).toMatchObject({
      byRules: true,
    });
  });
});
