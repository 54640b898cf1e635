import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { changeConcepts, putConcept } from '@/lib/storage/concept-changes';
import { CONCEPTS_PER_CHUNK } from '@/lib/storage/database';
import {
  chooseForGlossary,
  createGlossary,
  deleteGlossary,
  listGlossaries,
  OutdatedError,
  readBaseConcepts,
  readConcepts,
  readOverlay,
  readRevision,
  reorderGlossaries,
  replaceGlossary,
  updateHeader,
} from '@/lib/storage/glossary-store';
import {
  conceptAt,
  conceptIds,
  plainConcept,
  plainGlossary,
  storedGlossary,
} from '../../support/stored-glossary';

const ids = (...all: string[]): ConceptId[] => all as ConceptId[];
const many = Array.from({ length: 2 * CONCEPTS_PER_CHUNK + 3 }, (_, at) => `港${at}`);

describe('a glossary of the reader’s own', () => {
  it('keeps its order when concepts are changed, added and removed over chunk borders', async () => {
    const own = plainGlossary(many);
    await createGlossary(own);
    const changed = plainConcept('港700', { definitions: { zh: '改' } });
    await changeConcepts(own.id, { put: [changed, plainConcept('新')], remove: ids('港3') }, { edition: 1 });
    const expected = [...many.filter((text) => text !== '港3'), '新'];
    expect(await conceptIds(own.id)).toEqual(expected);
    for (const [ordinal, text] of expected.entries()) {
      if (ordinal % 251 === 0) expect((await conceptAt(own.id, ordinal))?.id).toBe(text);
    }
    expect((await conceptAt(own.id, 699))?.definitions).toEqual({ zh: '改' });
    expect(await storedGlossary(own.id)).toMatchObject({ edition: 2, conceptCount: many.length });
  });

  it('relates to nothing that was removed', async () => {
    const own = plainGlossary(['甲', plainConcept('乙', { related: ids('甲', '丙') }), '丙']);
    await createGlossary(own);
    await changeConcepts(own.id, { remove: ids('甲') }, { edition: 1 });
    expect((await readConcepts(own.id))[0]?.related).toEqual(['丙']);
    await changeConcepts(own.id, { remove: ids('丙') }, { edition: 2 });
    expect((await readConcepts(own.id))[0]).not.toHaveProperty('related');
  });

  it('changes its header, and loses what is set to nothing', async () => {
    const own = { ...plainGlossary(['甲']), licence: 'CC0-1.0' };
    await createGlossary(own);
    await updateHeader(own.id, { name: { en: 'Renamed' }, licence: undefined }, { edition: 1 });
    expect(await storedGlossary(own.id)).toMatchObject({ name: { en: 'Renamed' }, edition: 2 });
    expect(await storedGlossary(own.id)).not.toHaveProperty('licence');
  });

  it('has its concepts in categories that are there, under the keys that these have now', async () => {
    const [port, park] = [{ zh: '港口' }, { zh: '园区' }];
    const concepts = ['port', 'park', undefined].map((category, at) =>
      plainConcept(`港${at}`, category === undefined ? {} : { category }),
    );
    const own = { ...plainGlossary(concepts), categories: { port, park } };
    await createGlossary(own);
    await updateHeader(own.id, { categories: { harbour: port } }, { edition: 1 });
    expect((await readConcepts(own.id)).map(({ category }) => category)).toEqual([
      'harbour',
      undefined,
      undefined,
    ]);
  });

  it('gets categories together with the concepts that are in them', async () => {
    const own = plainGlossary(['甲']);
    await createGlossary(own);
    const categories = { port: { zh: '港口' } };
    const port = plainConcept('果园港', { category: 'port' });
    await changeConcepts(own.id, { put: [port] }, { edition: 1, categories });
    expect(await storedGlossary(own.id)).toMatchObject({ categories, edition: 2 });
    expect((await readConcepts(own.id))[1]).toEqual(port);
    await replaceGlossary(own, { origin: 'subscribed' });
    await expect(changeConcepts(own.id, {}, { edition: 3, categories })).rejects.toThrow(RangeError);
  });

  it('is not made twice', async () => {
    const own = plainGlossary(['甲']);
    await createGlossary(own);
    await expect(createGlossary(own)).rejects.toThrow(RangeError);
  });
});

describe('a write on an outdated edition', () => {
  const writes: [string, (id: GlossaryId) => Promise<unknown>][] = [
    ['changeConcepts', (id) => changeConcepts(id, { remove: ids('甲') }, { edition: 1 })],
    ['updateHeader', (id) => updateHeader(id, { version: '9' }, { edition: 1 })],
    ['replaceGlossary', (id) => replaceGlossary(plainGlossary(['丁'], id), { origin: 'own', edition: 1 })],
  ];
  it.each(writes)('is refused by %s with the current state, and changes nothing', async (_name, write) => {
    const own = plainGlossary(['甲', '乙']);
    await createGlossary(own);
    await changeConcepts(own.id, { put: [plainConcept('丙')] }, { edition: 1 });
    const before = { list: await listGlossaries(), revision: await readRevision() };
    const error = await write(own.id).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OutdatedError);
    expect((error as OutdatedError).current).toEqual(await storedGlossary(own.id));
    expect({ list: await listGlossaries(), revision: await readRevision() }).toEqual(before);
    expect(await conceptIds(own.id)).toEqual(['甲', '乙', '丙']);
  });

  it.each(writes)('is refused by %s when the glossary is gone', async (_name, write) => {
    const own = plainGlossary(['甲']);
    await createGlossary(own);
    await deleteGlossary(own.id);
    await expect(write(own.id)).rejects.toMatchObject({ name: 'OutdatedError', current: undefined });
    expect((await listGlossaries()).some(({ id }) => id === own.id)).toBe(false);
  });
});

describe('putConcept', () => {
  const old = plainConcept('甲');
  const mine = plainConcept('甲', { definitions: { zh: '我的。' } });
  const theirs = plainConcept('甲', { definitions: { zh: '别人的。' } });

  it('replaces what was read, or adds, whatever else has changed', async () => {
    const own = plainGlossary([old, '乙']);
    await createGlossary(own);
    await changeConcepts(own.id, { remove: ids('乙') }, { edition: 1 });
    await putConcept(own.id, mine, { over: old });
    await putConcept(own.id, plainConcept('丙'), { over: undefined });
    expect(await readConcepts(own.id)).toEqual([mine, plainConcept('丙')]);
    expect(await storedGlossary(own.id)).toMatchObject({ edition: 4, conceptCount: 2 });
  });

  it.each([
    ['has been changed', { put: [theirs] }, old],
    ['has been deleted', { remove: ids('甲') }, old],
    ['is there already', { put: [theirs] }, undefined],
  ])('overwrites nothing if the concept %s, unless it is to', async (_name, meanwhile, over) => {
    const own = plainGlossary([old]);
    await createGlossary(own);
    await changeConcepts(own.id, meanwhile, { edition: 1 });
    const before = await readConcepts(own.id);
    await expect(putConcept(own.id, mine, { over })).rejects.toMatchObject({ current: { edition: 2 } });
    expect(await readConcepts(own.id)).toEqual(before);
    await putConcept(own.id, mine, { over: 'any' });
    expect(await readConcepts(own.id)).toEqual([mine]);
  });

  it('leaves out what the glossary does not have any more: a category, a related concept', async () => {
    const own = { ...plainGlossary(['乙', '丙']), categories: { port: { zh: '港口' } } };
    await createGlossary(own);
    await updateHeader(own.id, { categories: {} }, { edition: 1 });
    await changeConcepts(own.id, { remove: ids('乙') }, { edition: 2 });
    const written = plainConcept('甲', { category: 'port', related: ids('乙', '丙') });
    await putConcept(own.id, written, { over: undefined });
    expect((await readConcepts(own.id)).at(-1)).toEqual(plainConcept('甲', { related: ids('丙') }));
  });
});

describe.each(['embedded', 'subscribed'] as const)('the reader’s edits of an %s glossary', (origin) => {
  it('outlive the publisher’s updates', async () => {
    const published = plainGlossary(['甲', '乙', plainConcept('丙', { related: ids('乙') })]);
    await replaceGlossary(published, { origin });
    const mine = plainConcept('甲', { definitions: { zh: '我的' } });
    await changeConcepts(
      published.id,
      { put: [mine, plainConcept('丁')], remove: ids('乙') },
      { edition: 1 },
    );
    expect(await conceptIds(published.id)).toEqual(['甲', '丙', '丁']);
    await replaceGlossary(
      plainGlossary([plainConcept('甲', { definitions: { zh: '新' } }), '乙', '戊'], published.id),
      { origin },
    );
    expect(await conceptIds(published.id)).toEqual(['甲', '戊', '丁']);
    expect((await conceptAt(published.id, 0))?.definitions).toEqual({ zh: '我的' });
    expect((await readBaseConcepts(published.id)).map(({ definitions }) => definitions['zh'])).toEqual([
      '新',
      '乙。',
      '戊。',
    ]);
    expect(await storedGlossary(published.id)).toMatchObject({ edition: 3, conceptCount: 3, origin });
  });

  it('can be taken back one by one, until nothing of them is left', async () => {
    const published = plainGlossary(['甲', '乙']);
    await replaceGlossary(published, { origin });
    await changeConcepts(published.id, { put: [plainConcept('丁')], remove: ids('乙') }, { edition: 1 });
    await changeConcepts(published.id, { revert: ids('乙') }, { edition: 2 });
    expect(await conceptIds(published.id)).toEqual(['甲', '乙', '丁']);
    await changeConcepts(published.id, { remove: ids('丁') }, { edition: 3 });
    expect(await conceptIds(published.id)).toEqual(['甲', '乙']);
    expect(await readOverlay(published.id)).toBeUndefined();
    expect((await readBaseConcepts(published.id)).length).toBe(2);
  });

  it('lose a category that the publisher gives up, and have it again when it comes back', async () => {
    const port = { zh: '港口' };
    const published = { ...plainGlossary(['甲']), categories: { port } };
    await replaceGlossary(published, { origin });
    await changeConcepts(published.id, { put: [plainConcept('丁', { category: 'port' })] }, { edition: 1 });
    await replaceGlossary(plainGlossary(['甲'], published.id), { origin });
    expect((await conceptAt(published.id, 1))?.category).toBeUndefined();
    await replaceGlossary(published, { origin });
    expect((await conceptAt(published.id, 1))?.category).toBe('port');
  });

  it('relate to nothing that the publisher has taken away, until it comes back', async () => {
    const published = plainGlossary(['甲', '乙']);
    await replaceGlossary(published, { origin });
    const mine = plainConcept('丁', { related: ids('乙', '甲') });
    await changeConcepts(published.id, { put: [mine] }, { edition: 1 });
    await replaceGlossary(plainGlossary(['甲'], published.id), { origin });
    expect((await readConcepts(published.id))[1]?.related).toEqual(['甲']);
    await replaceGlossary(published, { origin });
    expect((await readConcepts(published.id))[2]?.related).toEqual(['乙', '甲']);
  });

  it('do not reach its header', async () => {
    const published = plainGlossary(['甲']);
    await replaceGlossary(published, { origin });
    await expect(updateHeader(published.id, { version: '9' }, { edition: 1 })).rejects.toThrow(RangeError);
  });
});

describe('the list', () => {
  it('keeps the order it is brought into, with glossaries that were not named behind', async () => {
    const [a, b, c] = [plainGlossary(['甲']), plainGlossary(['乙']), plainGlossary(['丙'])];
    for (const each of [a, b, c]) await createGlossary(each);
    await reorderGlossaries([c.id, a.id]);
    const names = (await listGlossaries()).map(({ id }) => id);
    expect(names.slice(0, 2)).toEqual([c.id, a.id]);
    expect(names.at(-1)).toBe(b.id);
    expect((await listGlossaries()).map(({ position }) => position)).toEqual(names.map((_, at) => at));
  });

  it('keeps colour and sites through a replacement, and forgets them on request', async () => {
    const own = plainGlossary(['甲']);
    await createGlossary(own);
    await chooseForGlossary(own.id, { colour: 'green', sites: ['example.com'] });
    await replaceGlossary(own, { origin: 'own' });
    expect(await storedGlossary(own.id)).toMatchObject({ colour: 'green', sites: ['example.com'] });
    await chooseForGlossary(own.id, { colour: undefined, sites: undefined });
    expect(Object.keys(await storedGlossary(own.id))).not.toContain('colour');
  });

  it('does not lose the embedded glossary', async () => {
    const embedded = plainGlossary(['甲']);
    await replaceGlossary(embedded, { origin: 'embedded' });
    await expect(deleteGlossary(embedded.id)).rejects.toThrow(RangeError);
    expect(await conceptIds(embedded.id)).toEqual(['甲']);
  });
});
