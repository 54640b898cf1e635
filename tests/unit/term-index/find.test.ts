import { describe, expect, it } from 'vitest';
import type { GlossaryId } from '@/lib/glossary/model';
import type { Lexicon } from '@/lib/lexicon/lexicon';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findInside, findMatches } from '@/lib/term-index/find';
import { getContext, getSenses, needsContext } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';
import * as cases from '../../cases/matching';
import { concept, findTexts, glossary, indexOf } from '../../support/glossary';
import { readLexicon } from '../../support/lexicon';
import { findNaively } from '../../support/naive-matcher';

const lexicon = readLexicon();

for (const [subject, rows] of Object.entries(cases)) {
  describe(`findMatches: ${subject}`, () => {
    for (const row of rows) {
      it(row.name, () => {
        expect(findTexts(indexOf(...row.terms), row.text)).toEqual(row.marked);
        if (row.subtle) return;
        const naive = findNaively(row.terms, row.text).map(({ start, end }) => row.text.slice(start, end));
        expect(naive).toEqual(row.marked);
      });
    }
  });
}

describe('findMatches', () => {
  it('gives spans in code units of the source', () => {
    expect(findMatches(indexOf('果园港'), '𠮷去果园\u200b港')).toEqual([{ start: 3, end: 7, form: 0 }]);
  });

  it('leaves out terms that are not to be spotted', () => {
    expect(findTexts(indexOf({ text: '开放', spot: false }, '开放平台'), '开放平台开放')).toEqual([
      '开放平台',
    ]);
  });

  it('finds nothing with no terms, or terms that are noise', () => {
    expect(findMatches(indexOf('', ' ', '\u200b'), ' \u200b重庆')).toEqual([]);
    expect(findMatches(compileTermIndex([], 7), '重庆')).toEqual([]);
  });

  it('leaves out terms with half a surrogate pair', () => {
    expect(findTexts(indexOf('\udfb7野'), '𠮷野')).toEqual([]);
  });

  it('lists what is inside a mark', () => {
    const index = indexOf('两江新区管委会', '两江', '两江新区', '管委会');
    const text = '见两江新区管委会';
    const inside = findInside(index, text, { start: 1, end: 8 });
    expect(inside.map(({ start, end }) => text.slice(start, end))).toEqual(['两江新区', '管委会']);
  });

  it('lists what is inside a mark twice once', () => {
    const inside = findInside(indexOf('望江亭', '望江亭与望江亭'), '望江亭与望江亭', { start: 0, end: 7 });
    expect(inside.map(({ start, end }) => ({ start, end }))).toEqual([{ start: 0, end: 3 }]);
  });

  it('offers the terms inside one that needs its context', () => {
    const index = indexOf({ text: '成都规划', ambiguous: true }, '成都');
    const [mark] = findMatches(index, '按成都规划');
    expect(mark).toMatchObject({ start: 1, end: 5 });
    expect(mark?.inside).toEqual([{ start: 1, end: 3, form: 1 }]);
  });

  it('offers none where none stands inside, or the words round it speak against it', () => {
    const ambiguous = { text: '长江北岸', ambiguous: true };
    const inside = (...terms: string[]) =>
      findMatches(indexOf(ambiguous, ...terms), '长江北岸', lexicon)[0]?.inside;
    expect(inside('江北')).toBeUndefined();
    expect(inside('江北', '长江', '北岸')?.map(({ start, end }) => ({ start, end }))).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ]);
  });

  it('offers the terms inside of those', () => {
    const index = indexOf(
      { text: '成都规划馆', ambiguous: true },
      { text: '成都规划', ambiguous: true },
      '成都',
      '规划馆',
    );
    const [mark, other] = findMatches(index, '成都规划馆、规划馆');
    expect(mark?.inside).toEqual([
      {
        start: 0,
        end: 4,
        form: 1,
        inside: [
          { start: 0, end: 2, form: 2 },
          { start: 2, end: 5, form: 3 },
        ],
      },
    ]);
    expect(other).toEqual({ start: 6, end: 9, form: 3 });
  });

  it('offers those that begin inside it and end behind it, up to the next match', () => {
    const index = indexOf({ text: '成都规划', ambiguous: true }, '规划馆', '馆长');
    const texts = (text: string) =>
      findMatches(index, text).map((mark) => [
        text.slice(mark.start, mark.end),
        mark.inside?.map(({ start, end }) => text.slice(start, end)),
      ]);
    expect(texts('参观成都规划馆')).toEqual([['成都规划', ['规划馆']]]);
    expect(texts('成都规划馆、成都规划')).toEqual([
      ['成都规划', ['规划馆']],
      ['成都规划', undefined],
    ]);
    expect(texts('成都规划馆长')).toEqual([
      ['成都规划', undefined],
      ['馆长', undefined],
    ]);
  });

  it('offers them in an index of ambiguous terms alone, and only inside those that need their context', () => {
    const ambiguous = (text: string) => ({ text, ambiguous: true });
    const inside = (...terms: Parameters<typeof indexOf>) =>
      findMatches(indexOf(...terms), '成都规划、成都大学').map((mark) => mark.inside?.length);
    expect(inside(ambiguous('成都规划'), ambiguous('成都'))).toEqual([1, undefined]);
    expect(inside(ambiguous('成都规划'), '成都大学', '成都')).toEqual([1, undefined]);
  });

  it('judges words with a lexicon and without, whatever came before', () => {
    const [one, other] = [indexOf('江北'), indexOf('长江')];
    const found = (index: TermIndex, known?: Lexicon): number => findMatches(index, '长江北岸', known).length;
    for (const _ of [1, 2]) {
      expect([found(one, lexicon), found(one), found(other, lexicon), found(other)]).toEqual([0, 1, 1, 1]);
      expect([found(one), found(one, lexicon), found(one, lexicon), found(other)]).toEqual([1, 0, 0, 1]);
    }
    expect(findInside(one, '长江北岸', { start: 0, end: 4 }, lexicon)).toEqual([]);
    expect(findInside(one, '长江北岸', { start: 0, end: 4 })).toHaveLength(1);
  });

  it.each([
    ['New Area', 'the New Areas of', 'New Areas'],
    ['SEZ', 'two SEZs', 'SEZs'],
  ])('does not take %s for a term inside its own plural', (term, text, plural) => {
    const [mark] = findMatches(indexOf({ text: term, ambiguous: true }), text);
    expect(mark && text.slice(mark.start, mark.end)).toBe(plural);
    expect(mark).not.toHaveProperty('inside');
    expect(findInside(indexOf(term), plural, { start: 0, end: plural.length })).toEqual([]);
    expect(findInside(indexOf(term), `${plural}, ${plural}`, { start: 0, end: plural.length })).toEqual([]);
  });

  it('offers nothing inside a term that stands by itself', () => {
    const [mark] = findMatches(indexOf('成都规划', '成都'), '按成都规划');
    expect(mark).not.toHaveProperty('inside');
  });
});

describe('forms', () => {
  const index = compileTermIndex(
    [
      {
        id: 'a' as GlossaryId,
        concepts: [
          concept('a0', '重庆', '渝'),
          concept('a1', '成都'),
          concept('a2', { text: '江北', ambiguous: true }),
        ],
      },
      { id: 'empty' as GlossaryId, concepts: [] },
      {
        id: 'b' as GlossaryId,
        concepts: [concept('b0', '南京'), concept('b1', { text: '寧', ambiguous: true }, '江北')],
      },
    ],
    3,
  );
  const formOf = (text: string): number => findMatches(index, text)[0]?.form ?? -1;

  it('lists every sense, in order of the glossaries', () => {
    expect(getSenses(index, formOf('渝'))).toEqual([{ glossary: 0, concept: 0, term: 1 }]);
    expect(getSenses(index, formOf('江北'))).toEqual([
      { glossary: 0, concept: 2, term: 0 },
      { glossary: 2, concept: 1, term: 1 },
    ]);
  });

  it('tells which glossaries a form gives context and from which it needs it', () => {
    expect(getContext(index, formOf('重庆'))).toEqual({ gives: [0], needs: [] });
    expect(getContext(index, formOf('江北'))).toEqual({ gives: [2], needs: [0] });
    expect(getContext(index, formOf('宁'))).toEqual({ gives: [], needs: [2] });
  });

  it('needs context only where every sense does', () => {
    const ambiguous = (text: string) => ({ text, ambiguous: true });
    const shared = compileTermIndex(
      [
        glossary('a', [ambiguous('天府'), '两江', ambiguous('双核'), '成都', ambiguous('成都')]),
        glossary('b', ['双核', ambiguous('两江'), ambiguous('天府')]),
      ],
      1,
    );
    const form = (text: string): number => findMatches(shared, text)[0]?.form ?? -1;
    expect(['天府', '双核', '两江', '成都'].map((text) => needsContext(shared, form(text)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(getContext(shared, form('天府'))).toEqual({ gives: [], needs: [0, 1] });
    expect(getContext(shared, form('成都'))).toEqual({ gives: [0], needs: [] });
    expect(needsContext(index, formOf('宁'))).toBe(true);
    expect(needsContext(index, formOf('重庆'))).toBe(false);
  });

  it('refuses a form of another index', () => {
    for (const form of [-1, 0.5, Number.NaN, index.formCount]) {
      expect(() => getSenses(index, form)).toThrow(RangeError);
      expect(() => getContext(index, form)).toThrow(RangeError);
    }
    expect(() => needsContext(index, index.formCount)).toThrow(
      `Form ${index.formCount} is none of the index's ${index.formCount}`,
    );
  });
});
