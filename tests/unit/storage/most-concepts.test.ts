import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { MAX_CONCEPTS } from '@/lib/glossary/limits';
import { changeConcepts, putConcept } from '@/lib/storage/concept-changes';
import { mergeGlossaries } from '@/lib/storage/glossary-copies';
import { createGlossary, readConcepts, replaceGlossary, updateHeader } from '@/lib/storage/glossary-store';
import { conceptIds, plainConcept, plainGlossary, storedGlossary } from '../../support/stored-glossary';

// 200,000 of them would take seconds to write.
vi.mock('@/lib/glossary/limits', async (original) => ({
  ...(await original<object>()),
  MAX_CONCEPTS: 3,
  MAX_CATEGORIES: 2,
}));

describe('a glossary as large as one may be', () => {
  const most = Array.from({ length: MAX_CONCEPTS }, (_, at) => plainConcept(`${at}`));

  it('takes no concept more, neither by an edit nor by a merge', async () => {
    const full = plainGlossary(most);
    await createGlossary(full);
    const other = plainGlossary(['甲']);
    await createGlossary(other);
    const refused = { name: 'TooManyConceptsError' };
    await expect(putConcept(full.id, plainConcept('甲'), { over: undefined })).rejects.toMatchObject(refused);
    const categories = { port: { zh: '港口' } };
    const more = changeConcepts(full.id, { put: [plainConcept('甲')] }, { edition: 1, categories });
    await expect(more).rejects.toMatchObject(refused);
    await expect(mergeGlossaries(full.id, [other.id])).rejects.toMatchObject(refused);
    expect(await storedGlossary(full.id)).toMatchObject({
      edition: 1,
      conceptCount: MAX_CONCEPTS,
      categories: {},
    });
    expect(await conceptIds(other.id)).toEqual(['甲']);
  });

  it('takes no category more, neither by an edit, nor of its details, nor by a merge', async () => {
    const own = { ...plainGlossary(['甲']), categories: { a: { zh: '港口' }, b: { zh: '新区' } } };
    const other = { ...plainGlossary(['乙']), categories: { c: { zh: '铁路' } } };
    await createGlossary(own);
    await createGlossary(other);
    const refused = { name: 'TooManyCategoriesError' };
    const categories = { ...own.categories, ...other.categories };
    await expect(changeConcepts(own.id, {}, { edition: 1, categories })).rejects.toMatchObject(refused);
    await expect(updateHeader(own.id, { categories }, { edition: 1 })).rejects.toMatchObject(refused);
    await expect(mergeGlossaries(own.id, [other.id])).rejects.toMatchObject(refused);
    expect(await storedGlossary(own.id)).toMatchObject({ edition: 1, categories: own.categories });
    expect(await conceptIds(other.id)).toEqual(['乙']);
    const renamed = { a: { zh: '港' }, b: { zh: '新区' } };
    await updateHeader(own.id, { categories: renamed }, { edition: 1 });
    expect(await storedGlossary(own.id)).toMatchObject({ categories: renamed });
  });

  it('can be edited, even one that has become larger by an update of its publisher', async () => {
    const published = plainGlossary(most);
    await replaceGlossary(plainGlossary(most.slice(1), published.id), { origin: 'subscribed' });
    await putConcept(published.id, plainConcept('甲'), { over: undefined });
    await replaceGlossary(published, { origin: 'subscribed' });
    const edited = plainConcept('0', { definitions: { zh: '改。' } });
    await putConcept(published.id, edited, { over: most[0] });
    expect((await readConcepts(published.id))[0]).toEqual(edited);
    expect(await storedGlossary(published.id)).toMatchObject({ conceptCount: MAX_CONCEPTS + 1 });
  });
});
