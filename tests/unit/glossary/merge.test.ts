import { describe, expect, it } from 'vitest';
import { mergeGlossaryContents } from '@/lib/glossary/merge';
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
