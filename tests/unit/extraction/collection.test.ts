import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '@/lib/extraction/article';
import type { Candidate, ExplanationKind } from '@/lib/extraction/candidate';
import {
  acceptedTerms,
  addArticle,
  bestFinding,
  type Collection,
  changeTerm,
  countPlaces,
  EMPTY_COLLECTION,
  mergeTerms,
  putBack,
  takeOut,
} from '@/lib/extraction/collection';
import { CATEGORY_GUESSES } from '@/lib/extraction/names';
import { type CategoryNames, planAddition, planGlossary } from '@/lib/extraction/save-plan';
import type { GlossaryId } from '@/lib/glossary/model';
import { parseGlossary } from '@/lib/glossary/validate';

function articleOf(name: string, text: string): Article {
  const source = {
    url: `https://news.example/${name}`,
    title: name,
    publisher: '海沧时报',
    date: '2026-03-05',
  };
  return { source, blocks: [{ kind: 'text', text }] };
}

function candidate(texts: string[], { score = 1, kind = 'first' as ExplanationKind } = {}): Candidate {
  const [head = ''] = texts;
  const place = { block: 0, start: 0, end: head.length };
  return {
    key: head,
    forms: texts.map((text) => ({ key: text, text, count: 1 })),
    score,
    evidence: [],
    category: 'place',
    places: [place],
    explanation: { kind, text: `${head}是一个地方。`, place: { block: 0, start: 0, end: 8 } },
  };
}

const first = articleOf('one', '白鹭港是一个地方。白鹭港。');
const second = articleOf('two', '白鹭港在海边。');
const keysOf = ({ terms }: Collection): string[] => terms.map(({ key }) => key);

describe('addArticle', () => {
  it('has the likeliest first, and joins what shares a form, which counts for it', () => {
    const one = addArticle(EMPTY_COLLECTION, first, [
      candidate(['甲'], { score: 3 }),
      candidate(['乙', '乙港']),
    ]);
    const two = addArticle(one, second, [candidate(['乙港'], { score: 2.5, kind: 'definition' })]);
    expect(keysOf(two)).toEqual(['乙', '甲']);
    const [term] = two.terms;
    expect(term?.forms.map(({ text }) => text)).toEqual(['乙', '乙港']);
    expect(term && countPlaces(term)).toBe(2);
    expect(term && bestFinding(term)?.article).toBe(1);
  });

  it('counts for a term that it stands in two articles once, however often one is read again', () => {
    const one = addArticle(EMPTY_COLLECTION, first, [candidate(['甲'], { score: 3 }), candidate(['乙'])]);
    const two = addArticle(one, second, [candidate(['乙'], { score: 1.5 })]);
    const again = [first, second, first].reduce(
      (all, article) => addArticle(all, article, [candidate(['甲'], { score: 3 }), candidate(['乙'])]),
      two,
    );
    expect(keysOf(again)).toEqual(['甲', '乙']);
    expect(again.terms.map(({ score }) => score)).toEqual([4, 2]);
    // What an article does not say any more counts for nothing.
    expect(addArticle(two, second, []).terms.map(({ score }) => score)).toEqual([3, 1]);
  });

  it('takes an article that is there anew, whatever the end of its address, and keeps decisions', () => {
    const one = addArticle(EMPTY_COLLECTION, first, [
      candidate(['甲']),
      candidate(['乙']),
      candidate(['丙']),
    ]);
    const decided = changeTerm(changeTerm(one, '甲', { decision: 'accepted' }), '乙', {
      decision: 'rejected',
    });
    const again = { ...first, source: { ...first.source, url: `${first.source.url}#top` } };
    const anew = addArticle(decided, again, [candidate(['乙'])]);
    expect(anew.articles).toEqual([again]);
    expect(anew.terms.map(({ key, decision }) => `${key} ${decision}`)).toEqual([
      '甲 accepted',
      '乙 rejected',
    ]);
    expect(keysOf(addArticle(one, again, [candidate(['乙'])]))).toEqual(['乙']);
  });

  it('brings no name back that the reader has taken from a term', () => {
    const names = (collection: Collection): (string[] | undefined)[] =>
      ['乙', '甲'].map((wanted) =>
        collection.terms.find(({ key }) => key === wanted)?.forms.map(({ text }) => text),
      );
    const one = addArticle(EMPTY_COLLECTION, first, [candidate(['乙', '乙港', '乙城']), candidate(['甲'])]);
    const forms = one.terms.find(({ key }) => key === '乙')?.forms ?? [];
    const without = changeTerm(one, '乙', { forms: forms.filter(({ text }) => text !== '乙港') });
    const more = [candidate(['乙城', '乙港', '乙镇'])];
    expect(names(addArticle(without, second, more))).toEqual([['乙', '乙城', '乙镇'], ['甲']]);
    expect(names(addArticle(mergeTerms(without, '甲', '乙'), second, more))).toEqual([
      undefined,
      ['甲', '乙', '乙城', '乙镇'],
    ]);
    // It may still be a term of its own, and come back by the reader's hand.
    const apart = addArticle(without, second, [candidate(['乙港'])]);
    expect(keysOf(apart)).toEqual(['乙', '甲', '乙港']);
    const back = mergeTerms(apart, '乙', '乙港');
    expect(names(addArticle(back, second, more))).toEqual([['乙', '乙城', '乙港', '乙镇'], ['甲']]);
  });
});

describe('mergeTerms', () => {
  const one = addArticle(EMPTY_COLLECTION, first, [candidate(['甲']), candidate(['乙']), candidate(['丙'])]);

  it('keeps the name of the one and the sources of both', () => {
    const merged = mergeTerms(
      changeTerm(one, '乙', { decision: 'accepted', definition: '说明' }),
      '甲',
      '乙',
    );
    expect(keysOf(merged)).toEqual(['甲', '丙']);
    expect(merged.terms[0]).toMatchObject({ decision: 'accepted', definition: '说明' });
    expect(merged.terms[0]?.forms.map(({ text }) => text)).toEqual(['甲', '乙']);
    expect(merged.terms[0]?.findings).toHaveLength(2);
  });

  it.each([
    ['甲', '甲'],
    ['甲', '没有'],
    ['没有', '甲'],
  ])('%s and %s: changes nothing', (into, from) => {
    expect(mergeTerms(one, into, from)).toBe(one);
  });
});

describe('takeOut and putBack', () => {
  it('leave what was decided meanwhile, and the order', () => {
    const scores = { 甲: 3, 乙: 2, 丙: 1 };
    const candidates = Object.entries(scores).map(([text, score]) => candidate([text], { score }));
    const whole = changeTerm(addArticle(EMPTY_COLLECTION, first, candidates), '乙', { decision: 'accepted' });
    const accepted = acceptedTerms(whole);
    const rest = takeOut(whole, accepted);
    expect(keysOf(rest)).toEqual(['甲', '丙']);
    expect(putBack(rest, accepted)).toEqual(whole);
    expect(putBack(whole, accepted)).toEqual(whole);
    const later = putBack(changeTerm(rest, '丙', { decision: 'rejected' }), accepted);
    expect(later).toEqual(changeTerm(whole, '丙', { decision: 'rejected' }));
  });
});

const categories = Object.fromEntries(
  CATEGORY_GUESSES.map((category) => [category, { en: category }]),
) as unknown as CategoryNames;

describe('what is saved', () => {
  const drawn = addArticle(
    addArticle(EMPTY_COLLECTION, first, [candidate(['白鹭港', '白鹭']), candidate(['乙'])]),
    second,
    [candidate(['白鹭港'])],
  );
  const accepted = changeTerm(drawn, '白鹭港', { decision: 'accepted' });
  const id = 'draft-1' as GlossaryId;

  it('is a valid glossary of the accepted terms, each with a source in every article', () => {
    const glossary = planGlossary(accepted, { id, name: '术语', today: '2026-03-06', categories });
    expect(glossary.language).toBe('zh-Hans');
    expect(glossary.categories).toEqual({ place: { en: 'place' } });
    expect(glossary.concepts).toMatchObject([
      {
        id: '白鹭港',
        category: 'place',
        definitions: { zh: '白鹭港是一个地方。' },
        terms: [
          { text: '白鹭港', status: 'preferred' },
          { text: '白鹭', status: 'admitted' },
        ],
        sources: [
          {
            url: 'https://news.example/one',
            quote: '白鹭港是一个地方',
            publisher: '海沧时报',
            date: '2026-03-05',
          },
          { url: 'https://news.example/two' },
        ],
      },
    ]);
    const file = { format: 'pangzhu-glossary', formatVersion: 1, ...glossary };
    expect(parseGlossary(JSON.parse(JSON.stringify(file)))).toMatchObject({ glossary: { id } });
  });

  it('is a valid glossary whatever the reader wrote and the pages say', () => {
    const text = fc.string({ unit: 'binary' });
    const name = text.map((each) => `${each}港${each}`);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), text, text, text, (texts, definition, title, end) => {
        const article = { ...first, source: { ...first.source, title, url: `https://a.example/${end}` } };
        const found = addArticle(EMPTY_COLLECTION, article, [candidate(texts)]);
        const key = texts[0] ?? '';
        const changed = changeTerm(found, key, { decision: 'accepted', definition });
        const glossary = planGlossary(changed, { id, name: '术语', today: '2026-03-06', categories });
        const file = { format: 'pangzhu-glossary', formatVersion: 1, ...glossary };
        expect(parseGlossary(file)).toMatchObject({ ok: true });
      }),
    );
  });

  it('has a name once that the reader gave to two forms', () => {
    const short = { key: '白鹭港', text: '白鹭' };
    const renamed = changeTerm(accepted, '白鹭港', { forms: [short, { ...short, key: '白鹭' }] });
    const [concept] = planGlossary(renamed, { id, name: '术语', today: '2026-03-06', categories }).concepts;
    expect(concept?.terms).toEqual([{ text: '白鹭', language: 'zh-Hans', status: 'preferred' }]);
  });

  it('has the name in a form that a header can hold, whatever was pasted', () => {
    const named = { id, name: ' 港口\t口岸\n', today: '2026-03-06', categories };
    expect(planGlossary(accepted, named).name).toEqual({ 'zh-Hans': '港口 口岸' });
  });

  it('is in traditional characters where the articles are', () => {
    const traditional = addArticle(EMPTY_COLLECTION, articleOf('tw', '這個國際機場與經濟發展關係密切'), []);
    const plan = planGlossary(traditional, { id, name: '術語', today: '2026-03-06', categories });
    expect(plan).toMatchObject({ language: 'zh-Hant', name: { 'zh-Hant': '術語' } });
  });

  it('takes no id that a glossary has, and leaves its names of categories', () => {
    const header = planGlossary(drawn, { id, name: '术语', today: '2026-03-06', categories });
    const plan = planAddition(
      accepted,
      { ...header, categories: { place: { zh: '地方' } } },
      { taken: new Set(['白鹭港']), categories },
    );
    expect(plan.changes.put?.map((concept) => concept.id)).toEqual(['白鹭港 2']);
    expect(plan.categories).toEqual({ place: { zh: '地方' } });
  });

  it('gives no source to what was read from a file', () => {
    const file = { ...first, source: { ...first.source, url: 'file:///tmp/a.html' } };
    const one = changeTerm(addArticle(EMPTY_COLLECTION, file, [candidate(['甲'])]), '甲', {
      decision: 'accepted',
    });
    const [concept] = planGlossary(one, { id, name: '术语', today: '2026-03-06', categories }).concepts;
    expect(concept?.sources).toEqual([]);
  });
});
