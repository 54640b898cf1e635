import { describe, expect, it } from 'vitest';
import { filterTerms, groupTerms } from '@/lib/page-list/arrange';
import type { ListedTerm } from '@/lib/page-list/page-view';
import { foldText } from '@/lib/text/fold-text';

function listed(headword: string, category?: string): ListedTerm {
  return {
    key: headword,
    headword,
    text: headword,
    count: 1,
    senses: 1,
    sentence: { before: '', term: headword, after: '' },
    ...(category === undefined ? {} : { category: { 'zh-Hans': category } }),
  };
}

const TERMS = [
  listed('无类'),
  listed('果园港', '港口'),
  listed('天府新区', '新区'),
  listed('两江新区', '新区'),
];

const heads = (terms: readonly ListedTerm[]): string[] => terms.map(({ headword }) => headword);

describe('filterTerms', () => {
  it.each([
    { wanted: '', found: ['无类', '果园港', '天府新区', '两江新区'] },
    { wanted: '  ', found: ['无类', '果园港', '天府新区', '两江新区'] },
    { wanted: '兩江', found: ['两江新区'] },
    { wanted: ' 果園 ', found: ['果园港'] },
    { wanted: '港口', found: ['果园港'] },
    { wanted: '新區', found: ['天府新区', '两江新区'] },
    { wanted: '江北', found: [] },
  ])('finds $found for “$wanted”', ({ wanted, found }) => {
    expect(heads(filterTerms(TERMS, wanted, foldText))).toEqual(found);
  });

  it('finds a term by what the page writes', () => {
    expect(filterTerms([{ ...listed('果园港'), text: 'Guoyuan Port' }], 'ＧＵＯ', foldText)).toHaveLength(1);
  });
});

describe('groupTerms', () => {
  it('has the categories in order of their first term, and terms without one last', () => {
    const groups = groupTerms(TERMS, 'category');
    expect(groups.map(({ terms }) => heads(terms))).toEqual([['果园港'], ['天府新区', '两江新区'], ['无类']]);
    expect(groups.map(({ category }) => category?.['zh-Hans'])).toEqual(['港口', '新区', undefined]);
  });

  it('has one group in order of appearance', () => {
    const groups = groupTerms(TERMS, 'appearance');
    expect(groups.map(({ terms }) => heads(terms))).toEqual([['无类', '果园港', '天府新区', '两江新区']]);
  });

  it.each(['category', 'appearance'] as const)('has no group for nothing (%s)', (order) => {
    expect(groupTerms([], order)).toEqual([]);
  });
});
