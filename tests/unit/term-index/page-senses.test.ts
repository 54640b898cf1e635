import { describe, expect, it } from 'vitest';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findMatches } from '@/lib/term-index/find';
import { countTerms, sensesOnPage } from '@/lib/term-index/page-senses';
import { glossary } from '../../support/glossary';

// Two regions, each with a 江北; the first is the reader's favourite.
const index = compileTermIndex(
  [
    glossary('chongqing', ['江北', '渝中', '果园港', '两江新区']),
    glossary('ningbo', ['江北', '海曙', '鄞州', '江東', { text: '舟山', ambiguous: true }]),
  ],
  1,
);
const CHONGQING = 0;
const NINGBO = 1;

const formsIn = (text: string): number[] => findMatches(index, text).map(({ form }) => form);
const [JIANGBEI = -1] = formsIn('江北');

/** The glossaries of the senses of 江北 on a page with this text. */
function orderOn(text: string): number[] {
  const termsOnPage = countTerms(index, formsIn(text));
  return sensesOnPage(index, JIANGBEI, { termsOnPage }).map(({ glossary: ordinal }) => ordinal);
}

describe('sensesOnPage', () => {
  it.each([
    ['in the order of the glossaries where nothing tells', '江北', [CHONGQING, NINGBO]],
    ['as the neighbours say', '江北、海曙、鄞州', [NINGBO, CHONGQING]],
    ['as most neighbours say', '江北、海曙、鄞州、渝中', [NINGBO, CHONGQING]],
    ['in the order of the glossaries where they say nothing', '江北、海曙、渝中', [CHONGQING, NINGBO]],
    ['as different terms say, not the same one often', '江北、海曙、海曙、海曙、渝中', [CHONGQING, NINGBO]],
    ['with ambiguous terms as neighbours too', '江北、舟山', [NINGBO, CHONGQING]],
  ])('has them %s', (_name, text, order) => {
    expect(orderOn(text)).toEqual(order);
  });

  it('has them in the order of the glossaries where nothing is known of the page', () => {
    expect(sensesOnPage(index, JIANGBEI).map((sense) => sense.glossary)).toEqual([CHONGQING, NINGBO]);
  });

  it('leaves out what the reader does not want there', () => {
    const isWanted = ({ glossary: ordinal }: { glossary: number }): boolean => ordinal === NINGBO;
    expect(sensesOnPage(index, JIANGBEI, { isWanted }).map(({ glossary: ordinal }) => ordinal)).toEqual([
      NINGBO,
    ]);
  });

  it('tells concepts of several glossaries apart, wherever they stand in them', () => {
    const places = [['甲'], ['江北'], ['乙', '江北']];
    const one = compileTermIndex(
      places.map((terms, at) => glossary(`g${at}`, terms)),
      1,
    );
    const [form = -1] = findMatches(one, '江北').map((match) => match.form);
    expect(sensesOnPage(one, form).map((sense) => [sense.glossary, sense.concept])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('takes two written forms of one concept for one sense', () => {
    const [concept] = glossary('g', ['果园港']).concepts;
    if (concept === undefined) throw new Error('no concept');
    const [term] = concept.terms;
    const both = { ...concept, terms: [term, { ...term, text: '果園港' }] as const };
    const one = compileTermIndex([{ id: glossary('g', []).id, concepts: [both] }], 1);
    expect(sensesOnPage(one, 0)).toEqual([{ glossary: 0, concept: 0, term: 0 }]);
  });

  it.each([-1, 0.5, 1e9, Number.NaN])('has none for %d, which is no form', (form) => {
    expect(sensesOnPage(index, form)).toEqual([]);
    expect(countTerms(index, [form])).toEqual(new Map());
  });
});
