import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IndexProvider } from '@/entrypoints/background/index-provider';
import { openDatabase } from '@/lib/storage/database';
import { createGlossary } from '@/lib/storage/glossary-store';
import { readIndex } from '@/lib/storage/index-store';
import { plainGlossary } from '../../support/stored-glossary';

beforeEach(async () => {
  const database = await openDatabase();
  for (const store of database.objectStoreNames) await database.clear(store);
  await createGlossary(plainGlossary(['果园港']));
});
afterEach(() => vi.restoreAllMocks());

/** The disk is full for all that is written of the index. */
function refuseIndexes() {
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (this.name === 'index') throw new DOMException('The disk is full', 'QuotaExceededError');
    return put.apply(this, args);
  });
  return vi.spyOn(console, 'warn').mockImplementation(() => undefined);
}

it('keeps the index for the next start of the background', async () => {
  const { revision } = await new IndexProvider().get();
  expect(await readIndex()).toMatchObject({ revision });
});

it('has an index though it can’t be kept, says so, and keeps the next one that can', async () => {
  const warn = refuseIndexes();
  const { revision } = await new IndexProvider().get();
  expect(revision).toBe(1);
  expect(warn).toHaveBeenCalledOnce();
  expect(await readIndex()).toBeUndefined();
  vi.restoreAllMocks();
  await new IndexProvider().get();
  expect(await readIndex()).toMatchObject({ revision: 1 });
});
