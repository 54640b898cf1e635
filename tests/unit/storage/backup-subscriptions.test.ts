import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { previewRestore } from '@/lib/backup/preview';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { readBackup, restoreBackup } from '@/lib/storage/backup-store';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { openDatabase } from '@/lib/storage/database';
import {
  chooseForGlossary,
  createGlossary,
  deleteGlossary,
  listGlossaries,
  replaceGlossary,
} from '@/lib/storage/glossary-store';
import { listSubscriptions, readCopy, readCopyNumbers } from '@/lib/storage/subscription-store';
import { ADDRESS, copies, embedded, fillStore, follow, own, readFile } from '../../support/stored-backup';
import { conceptIds, plainGlossary } from '../../support/stored-glossary';

// The settings lie in the browser's own storage, of which Node has none.
vi.mock('wxt/browser', async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  return { browser: { storage: fakeStorage() } };
});

beforeEach(fillStore);

const HOUSE = 'https://house.example/words.json';

describe('copies of subscribed editions', () => {
  it.each([
    { name: 'the same', now: ['a', 'b'], backed: ['a', 'b'], kept: [1, 2] },
    { name: 'an earlier state of them', now: ['a', 'b', 'c'], backed: ['a', 'b'], kept: [1, 2] },
    {
      name: 'other editions under their numbers',
      now: ['a', 'x', 'c'],
      backed: ['a', 'b', 'c'],
      kept: [1, 3],
    },
    { name: 'those of another computer', now: ['x', 'y'], backed: ['a', 'b'], kept: [] },
  ])('stay as far as the backup means the same by them: $name', async ({ now, backed, kept }) => {
    await follow(ADDRESS, { hashes: backed });
    const backup = await readFile();
    await follow(ADDRESS, { hashes: now });
    await restoreBackup(backup);
    expect(await copies()).toEqual(kept);
  });

  it.each([
    { name: 'the same', now: 'p', kept: true },
    { name: 'another', now: 'x', kept: false },
  ])('that wait stay as far as the backup means the same by them: $name', async ({ now, kept }) => {
    await follow(ADDRESS, { hashes: ['a'], pending: 'p' });
    const backup = await readFile();
    await follow(ADDRESS, { hashes: ['a'], pending: now });
    await restoreBackup(backup);
    expect((await readCopy(ADDRESS, 'pending')) !== undefined).toBe(kept);
  });

  it('go with a subscription that the backup does not have', async () => {
    const backup = await readFile();
    await restoreBackup({ ...backup, subscriptions: [] });
    await restoreBackup(backup);
    expect(await copies()).toEqual([]);
  });
});

describe('the subscriptions of an organisation', () => {
  const house = plainGlossary(['社论', '快讯'], 'house');
  const followHouse = async (managed: boolean): Promise<void> => {
    await replaceGlossary(house, { origin: 'subscribed' });
    await follow(HOUSE, { hashes: ['h'], managed, glossaryId: house.id });
  };
  const managedNow = async () =>
    (await listSubscriptions()).map(({ address, managed }) => [address, managed]);

  it('stay with their glossary where the backup does not have them', async () => {
    const backup = await readFile();
    await followHouse(true);
    await changeConcepts(house.id, { remove: ['快讯' as ConceptId] }, { edition: 1 });
    expect(previewRestore(await readBackup(), backup)).toMatchObject({
      glossaries: [],
      subscriptions: false,
    });
    await restoreBackup(backup);
    expect(await managedNow()).toEqual([
      [HOUSE, true],
      [ADDRESS, false],
    ]);
    expect(await readCopyNumbers(HOUSE)).toEqual([1]);
    expect(await conceptIds(house.id)).toEqual(['社论']);
    expect((await listGlossaries()).at(-1)).toMatchObject({ id: house.id, origin: 'subscribed' });
  });

  it('stay at their edition, under the edits of the backup', async () => {
    await followHouse(true);
    await changeConcepts(house.id, { remove: ['快讯' as ConceptId] }, { edition: 1 });
    await chooseForGlossary(house.id, { colour: 'rose' });
    const backup = await readFile();
    await changeConcepts(house.id, { revert: ['快讯' as ConceptId] }, { edition: 2 });
    await chooseForGlossary(house.id, { colour: undefined });
    await replaceGlossary(plainGlossary(['社论', '快讯', '新'], 'house'), { origin: 'subscribed' });
    await follow(HOUSE, { hashes: ['h', 'i'], managed: true, glossaryId: house.id });
    expect(previewRestore(await readBackup(), backup)).toMatchObject({
      glossaries: [{ name: { en: 'house' }, kind: 'changed', added: 0, changed: 0, removed: 1 }],
      subscriptions: false,
    });
    await restoreBackup(backup);
    expect(await conceptIds(house.id)).toEqual(['社论', '新']);
    expect((await listGlossaries()).at(-1)).toMatchObject({ id: house.id, colour: 'rose' });
    expect(await readCopyNumbers(HOUSE)).toEqual([1, 2]);
  });

  it('come back as the reader’s, who can end them, where the organisation has none', async () => {
    await followHouse(true);
    const backup = await readFile();
    await deleteGlossary(house.id);
    await (await openDatabase()).clear('subscriptions');
    await restoreBackup(backup);
    expect(await managedNow()).toEqual([
      [HOUSE, false],
      [ADDRESS, false],
    ]);
    expect(await conceptIds(house.id)).toEqual(['社论', '快讯']);
  });

  it('are not followed by a second one of the backup', async () => {
    await follow(ADDRESS, { hashes: ['h'], glossaryId: house.id });
    const backup = await readFile();
    await followHouse(true);
    await restoreBackup(backup);
    expect(await managedNow()).toEqual([[HOUSE, true]]);
  });

  it('cost no glossary of the reader’s that had the same id', async () => {
    await createGlossary({ ...plainGlossary(['我的'], 'house'), name: { zh: '我的' } });
    const backup = await readFile();
    await deleteGlossary(house.id);
    await followHouse(true);
    await restoreBackup(backup);
    expect(await conceptIds(house.id)).toEqual(['社论', '快讯']);
    expect(await conceptIds('house-2' as GlossaryId)).toEqual(['我的']);
  });

  it('do not keep what the reader has made under the id of theirs', async () => {
    const backup = await readFile();
    await follow(HOUSE, { hashes: ['h'], managed: true, glossaryId: house.id });
    await createGlossary(house);
    await restoreBackup(backup);
    expect((await listGlossaries()).map(({ id }) => id)).toEqual([embedded.id, own.id]);
  });
});
