import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffConcepts } from '@/lib/glossary/diff';
import type { Concept } from '@/lib/glossary/model';
import { concept } from '@/tests/support/glossary';

const port = concept('port', '果园港', { text: 'Guoyuan Port', language: 'en' });

const CHANGES: { name: string; after: Concept; parts: string[]; terms?: string[][] }[] = [
  {
    name: 'a term more',
    after: concept('port', '果园港', { text: 'Guoyuan Port', language: 'en' }, '重庆果园港'),
    parts: ['terms'],
    terms: [['重庆果园港'], [], []],
  },
  {
    name: 'a term less',
    after: concept('port', '果园港'),
    parts: ['terms'],
    terms: [[], [], ['Guoyuan Port']],
  },
  {
    name: 'a rule of a term',
    after: concept('port', { text: '果园港', ambiguous: true }, { text: 'Guoyuan Port', language: 'en' }),
    parts: ['terms'],
    terms: [[], ['果园港'], []],
  },
  {
    name: 'the language of a term',
    after: concept('port', '果园港', { text: 'Guoyuan Port', language: 'en-GB' }),
    parts: ['terms'],
    terms: [['Guoyuan Port'], [], ['Guoyuan Port']],
  },
  {
    name: 'another headword',
    after: concept('port', { text: 'Guoyuan Port', language: 'en' }, '果园港'),
    parts: ['terms'],
  },
  { name: 'a definition', after: { ...port, definitions: { zh: '长江港口。' } }, parts: ['definitions'] },
  { name: 'a category', after: { ...port, category: 'port' }, parts: ['category'] },
  {
    name: 'a source',
    after: { ...port, sources: [{ title: 'iChongqing', url: 'https://example.org/' }] },
    parts: ['sources'],
  },
];

describe('diffConcepts', () => {
  it.each(CHANGES)('sees $name', ({ after, parts, terms = [[], [], []] }) => {
    const diff = diffConcepts([port], [after]);
    expect(diff).toMatchObject({ added: [], removed: [], unchanged: 0 });
    expect(diff.changed.map((change) => change.parts)).toEqual([parts]);
    const changes = diff.changed[0]?.terms;
    expect([
      changes?.added.map(({ text }) => text),
      changes?.changed.map(({ after }) => after.text),
      changes?.removed.map(({ text }) => text),
    ]).toEqual(terms);
  });

  it('tells new and removed concepts by their ids, in the order of their file', () => {
    const [a, b, c, d] = ['一', '二', '三', '四'].map((text) => concept(text, text)) as [
      Concept,
      Concept,
      Concept,
      Concept,
    ];
    const diff = diffConcepts([a, b], [d, b, c]);
    expect(diff.added.map(({ id }) => id)).toEqual(['四', '三']);
    expect(diff.removed.map(({ id }) => id)).toEqual(['一']);
    expect(diff.unchanged).toBe(1);
  });

  it('sees no difference in the order of concepts or languages, nor in keys without a value', () => {
    const before = { ...port, definitions: { zh: '港。', en: 'Port.' } };
    const after = { ...port, definitions: { en: 'Port.', zh: '港。' }, category: undefined } as never;
    const other = concept('zone', '两江新区');
    expect(diffConcepts([before, other], [other, after])).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: 2,
    });
  });

  it('accounts for every concept once, and turns round with its arguments', () => {
    const concepts = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', '__proto__', 'toString'),
        text: fc.string({ minLength: 1 }),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(concepts, concepts, (one, other) => {
        const [before, after] = [one, other].map((list) => list.map(({ id, text }) => concept(id, text)));
        const there = diffConcepts(before ?? [], after ?? []);
        const back = diffConcepts(after ?? [], before ?? []);
        expect(there.added.length + there.changed.length + there.unchanged).toBe(other.length);
        expect(there.removed.length + there.changed.length + there.unchanged).toBe(one.length);
        expect(back.removed.map(({ id }) => id)).toEqual(there.added.map(({ id }) => id));
        expect(back.unchanged).toBe(there.unchanged);
      }),
    );
  });
});
