import { describe, expect, it } from 'vitest';
import { MAX_CATEGORIES, MAX_CONCEPTS } from '@/lib/glossary/limits';
import type { Concept, ConceptId, Glossary } from '@/lib/glossary/model';
import { parseGlossary } from '@/lib/glossary/validate';
import { type ParsedFile, parseGlossaryFile } from '@/lib/glossary-import/parse-file';
import { settleImport } from '@/lib/glossary-import/settle';
import { concept } from '@/tests/support/glossary';
import { glossaryJson } from '@/tests/unit/glossary/glossary-file';

function glossary(change: Record<string, unknown>, concepts: Concept[]): Glossary {
  const parsed = parseGlossary(glossaryJson({ ...change, concepts }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.glossary;
}

const categories = { port: { zh: '港口' }, zone: { zh: '新区' } };

describe('settleImport', () => {
  const own = glossary({ id: 'own', categories }, [{ ...concept('a', '果园港'), category: 'port' }]);

  it('takes a file as it is where there is no glossary yet', () => {
    const settled = settleImport(undefined, own, 'update');
    expect(settled.ok && settled.glossary).toBe(own);
    expect(settled.ok && settled.plan.added).toEqual(own.concepts);
  });

  it('keeps the header, and knows categories by their names', () => {
    const file = glossary(
      { id: 'file', updated: '2030-01-01', categories: { c1: { zh: '新区' }, port: { en: 'Haven' } } },
      [
        { ...concept('b', '两江新区'), category: 'c1' },
        { ...concept('c', '避风港'), category: 'port' },
      ],
    );
    const settled = settleImport(own, file, 'update');
    if (!settled.ok) throw new Error('refused');
    expect(settled.glossary).toMatchObject({ id: 'own', updated: '2030-01-01' });
    expect(settled.glossary.categories).toEqual({ ...categories, 'port-2': { en: 'Haven' } });
    expect(settled.glossary.concepts.map((each) => each.category)).toEqual(['port', 'zone', 'port-2']);
    // What comes out is a glossary by all rules.
    expect(parseGlossary({ ...glossaryJson(), ...settled.glossary }).ok).toBe(true);
  });

  describe('with relations to concepts that the file does not hold', () => {
    const port = { ...concept('a', '果园港'), related: ['b' as ConceptId] };
    const stored = glossary({ id: 'own' }, [port, concept('b', '寸滩港'), concept('c', '两江新区')]);
    const file = (related: string): ParsedFile =>
      parseGlossaryFile(
        new TextEncoder().encode(
          `id,term,definition,related\na,果园港,新的释义,${related}\nd,泸州港,港口,\n`,
        ),
        { name: 'part.csv', today: '2026-01-01' },
      );

    it.each([
      {
        name: 'by id, in their order',
        related: 'b|d|c',
        mode: 'update',
        expected: ['b', 'd', 'c'],
        left: [],
      },
      { name: 'by term', related: '两江新区|b', mode: 'update', expected: ['c', 'b'], left: [] },
      { name: 'not to itself', related: '果园港|b', mode: 'update', expected: ['b'], left: [] },
      { name: 'as far as they are there', related: 'b|x', mode: 'update', expected: ['b'], left: ['x'] },
      { name: 'none where all is replaced', related: 'b|d', mode: 'replace', expected: ['d'], left: ['b'] },
    ] as const)('keeps them: $name', ({ related, mode, expected, left }) => {
      const parsed = file(related);
      if (!parsed.ok) throw new Error('refused');
      const settled = settleImport(stored, parsed.glossary, mode, { relations: parsed.relations });
      if (!settled.ok) throw new Error('refused');
      expect(settled.glossary.concepts.find(({ id }) => id === 'a')?.related).toEqual(expected);
      expect(settled.problems.map(({ params }) => params['found'])).toEqual(left);
      expect(parseGlossary({ ...glossaryJson(), ...settled.glossary }).ok).toBe(true);
    });

    it('tells of all of them where a new glossary is made', () => {
      const parsed = file('b|d');
      if (!parsed.ok) throw new Error('refused');
      const settled = settleImport(undefined, parsed.glossary, 'update', { relations: parsed.relations });
      expect(settled.problems.map(({ code, at }) => [code, at.row])).toEqual([['related-unknown', 2]]);
    });
  });

  it('adds nothing to a header that is somebody else’s, and says which categories have no place', () => {
    const file = glossary(
      { id: 'file', updated: '2030-01-01', categories: { c1: { zh: '新区' }, c2: { zh: '桥' } } },
      [
        { ...concept('b', '两江新区'), category: 'c1' },
        { ...concept('c', '千厮门大桥'), category: 'c2' },
      ],
    );
    const settled = settleImport(own, file, 'update', { fixedHeader: true });
    if (!settled.ok) throw new Error('refused');
    expect(settled.glossary).toEqual({ ...own, concepts: settled.plan.result });
    expect(settled.glossary.concepts.map((each) => each.category)).toEqual(['port', 'zone', undefined]);
    expect(settled.problems).toMatchObject([{ code: 'category-unknown', params: { found: 'c2' } }]);
    expect(parseGlossary({ ...glossaryJson(), ...settled.glossary }).ok).toBe(true);
  });

  it('refuses what would be too much, and says the limit', () => {
    const many = Array.from({ length: MAX_CONCEPTS }, (_, at) => concept(`n${at}`, '名'));
    const settled = settleImport({ ...own, concepts: many }, own, 'add');
    expect(settled.ok ? undefined : settled.problems[0]).toMatchObject({
      code: 'list-too-long',
      params: { limit: MAX_CONCEPTS, length: MAX_CONCEPTS + 1 },
    });
  });

  describe('with many categories', () => {
    const named = (count: number, name: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at}`, { zh: `${name}${at}` }]));

    it.each([
      { name: 'as many as there may be', own: 600, file: named(400, 'b'), length: undefined },
      { name: 'too many together', own: 600, file: named(600, 'b'), length: 1200 },
      { name: 'the same again', own: 600, file: named(600, 'a'), length: undefined },
      { name: 'one more than there may be', own: MAX_CATEGORIES, file: named(1, 'b'), length: 1001 },
      { name: 'none more where there are too many', own: 1200, file: named(600, 'a'), length: undefined },
    ])('refuses no more than what would be too many: $name', ({ own: count, file, length }) => {
      const target = { ...own, categories: named(count, 'a'), concepts: [] };
      const settled = settleImport(target, glossary({ id: 'file', categories: file }, []), 'update');
      expect(settled.ok).toBe(length === undefined);
      if (length !== undefined)
        expect(settled.problems).toMatchObject([
          { code: 'list-too-long', at: { path: 'categories' }, params: { limit: MAX_CATEGORIES, length } },
        ]);
    });
  });
});
