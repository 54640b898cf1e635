import { describe, expect, it } from 'vitest';
import { ConceptSearch } from '@/entrypoints/options/concept-search';
import { conceptHref, parseRoute } from '@/entrypoints/options/route';
import type { Concept, ConceptId, GlossaryId } from '@/lib/glossary/model';
import { foldText } from '@/lib/text/fold-text';

function concept(term: string, definition: string, category: string): Concept {
  return {
    id: term as ConceptId,
    terms: [{ text: term, language: 'zh-Hans', status: 'preferred' }],
    definitions: { zh: definition },
    category,
    sources: [],
  };
}

const never = new AbortController().signal;

async function find(text: string, category = ''): Promise<string[] | undefined> {
  const search = new ConceptSearch(
    [
      concept('两江新区', '含果园港在内的国家级新区。', 'zone'),
      concept('果园港', '长江内河港，ＩＳＯ 认证。', 'port'),
      concept('天府新区', '四川的国家级新区。', 'zone'),
    ],
    foldText,
  );
  return (await search.find({ text, category }, never))?.map(({ id }) => id);
}

describe('ConceptSearch', () => {
  it('puts concepts with the word in a term before those with it in a definition', async () => {
    expect(await find('果园港')).toEqual(['果园港', '两江新区']);
  });

  it('minds neither characters, width nor case', async () => {
    expect(await find('兩江新區')).toEqual(['两江新区']);
    expect(await find('iso')).toEqual(['果园港']);
  });

  it('wants every word, wherever it is', async () => {
    expect(await find('新区 四川')).toEqual(['天府新区']);
    expect(await find('新区 内河')).toEqual([]);
  });

  it('keeps to a category', async () => {
    expect(await find('', 'zone')).toEqual(['两江新区', '天府新区']);
    expect(await find('果园港', 'zone')).toEqual(['两江新区']);
  });

  it('gives everything for an empty query', async () => {
    expect(await find('  ')).toHaveLength(3);
  });

  it('gives way to the next question in a large glossary', async () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      concept(`概念${at}`, '国家级新区'.repeat(20), 'zone'),
    );
    const abort = new AbortController();
    const answer = new ConceptSearch(many, foldText).find({ text: '概念', category: '' }, abort.signal);
    abort.abort();
    expect(await answer).toBeUndefined();
  });
});

describe('parseRoute', () => {
  it.each([
    { hash: '', route: { section: 'glossaries' } },
    { hash: '#about', route: { section: 'about' } },
    { hash: '#nonsense', route: { section: 'glossaries' } },
    { hash: '#glossaries/a%2Fb', route: { section: 'glossaries', glossary: 'a/b' } },
    { hash: '#glossaries/%E0%A4%A', route: { section: 'glossaries' } },
    {
      hash: '#subscribe?url=https%3A%2F%2Fexample.org%2Fa.json%23key%3Dx',
      route: { section: 'subscriptions', subscribe: 'https://example.org/a.json#key=x' },
    },
    { hash: '#subscribe?', route: { section: 'subscriptions', subscribe: '' } },
    { hash: '#subscriptions', route: { section: 'subscriptions' } },
    { hash: '#glossaries/g/nonsense', route: { section: 'glossaries', glossary: 'g' } },
    { hash: '#glossaries/g/try', route: { section: 'glossaries', glossary: 'g', view: 'try' } },
    {
      hash: '#glossaries/g/concepts/+',
      route: { section: 'glossaries', glossary: 'g', view: 'concepts', concept: '+' },
    },
    { hash: '#glossaries/g/try/c', route: { section: 'glossaries', glossary: 'g', view: 'try' } },
    { hash: '#sites/x', route: { section: 'sites' } },
  ])('reads $hash', ({ hash, route }) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it.each(['+', 'a/b', '港 口', '%2B'])('leads to a concept with the id %s', (id) => {
    const href = conceptHref('g' as GlossaryId, id as ConceptId);
    if (id === '+') return expect(parseRoute(href).concept).toBe('+');
    return expect(parseRoute(href)).toMatchObject({ glossary: 'g', view: 'concepts', concept: id });
  });
});
