import { describe, expect, it } from 'vitest';
import { MAX_ID_LENGTH } from '@/lib/glossary/limits';
import { freeId, mergeGlossaryContents } from '@/lib/glossary/merge';
import type { Concept, Glossary, LocalizedText } from '@/lib/glossary/model';
import { plainConcept, plainGlossary } from '../../support/stored-glossary';

const withCategories = (
  categories: Record<string, LocalizedText>,
  ...concepts: (string | Concept)[]
): Glossary => ({ ...plainGlossary(concepts), categories });

const categoriesOf = ({ categories, concepts }: Glossary): (string | undefined)[] =>
  concepts.map(({ category }) => category && categories[category]?.['zh']);

describe('mergeGlossaryContents', () => {
  it('keeps each concept in its category, whatever the keys', () => {
    const ports = withCategories({ c1: { zh: '港口' } }, plainConcept('果园港', { category: 'c1' }));
    const people = withCategories(
      { c1: { zh: '人物' }, c2: { zh: '港口' } },
      plainConcept('卢作孚', { category: 'c1' }),
      plainConcept('宜宾港', { category: 'c2' }),
      '没有类别',
    );
    const merged = mergeGlossaryContents(ports, [people]);
    expect(categoriesOf(merged)).toEqual(['港口', '人物', '港口', undefined]);
    expect(Object.values(merged.categories)).toEqual([{ zh: '港口' }, { zh: '人物' }]);
  });

  it('adds what is the same once, and gives another id to what only has the same id', () => {
    const one = withCategories({}, '甲', '乙');
    const other = withCategories({}, '甲', plainConcept('乙', { definitions: { zh: '别的' } }), '丙');
    expect(mergeGlossaryContents(one, [other]).concepts.map(({ id }) => id)).toEqual([
      '甲',
      '乙',
      '乙-2',
      '丙',
    ]);
  });
});

describe('freeId', () => {
  const long = 'a'.repeat(MAX_ID_LENGTH);

  it.each([
    { name: 'a short one', id: 'port', taken: ['port'], free: 'port-2' },
    { name: 'whose copy is there', id: 'port', taken: ['port', 'port-2'], free: 'port-3' },
    { name: 'as long as it may be', id: long, taken: [long], free: `${'a'.repeat(198)}-2` },
    {
      name: 'whose copies are there, too long from older versions among them',
      id: long,
      taken: [long, `${long}-2`, ...[2, 3, 4, 5, 6, 7, 8, 9].map((at) => `${'a'.repeat(198)}-${at}`)],
      free: `${'a'.repeat(197)}-10`,
    },
    {
      name: 'of characters that must not be cut in halves',
      id: `${'𠀀'.repeat(MAX_ID_LENGTH / 2 - 1)}ab`,
      taken: [],
      free: `${'𠀀'.repeat(MAX_ID_LENGTH / 2 - 1)}-2`,
    },
    {
      name: 'that would be cut in a character',
      id: `a${'𠀀'.repeat(99)}b`,
      taken: [],
      free: `a${'𠀀'.repeat(98)}\ufffd-2`,
    },
  ])('is free and no longer than allowed: $name', ({ id, taken, free }) => {
    expect(freeId(id, new Set(taken))).toBe(free);
    expect(free.length).toBeLessThanOrEqual(MAX_ID_LENGTH);
  });
});
