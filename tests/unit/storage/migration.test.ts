import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { GlossaryId } from '@/lib/glossary/model';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { listGlossaries, readConcepts, readRevision } from '@/lib/storage/glossary-store';
import version1 from '@/tests/fixtures/databases/version-1.json';

/** Makes a database as the released version made it. */
async function createReleased(fixture: typeof version1): Promise<void> {
  const database = await openDB('pangzhu', fixture.version, {
    upgrade(created) {
      for (const [name, store] of Object.entries(fixture.stores)) {
        created.createObjectStore(name, 'keyPath' in store ? { keyPath: store.keyPath } : {});
      }
    },
  });
  for (const [name, { records }] of Object.entries(fixture.stores)) {
    for (const record of records) {
      await database.put(name, record.value, 'key' in record ? record.key : undefined);
    }
  }
  database.close();
}

describe('a database of version 1', () => {
  it('is brought up to date with everything in it', async () => {
    await createReleased(version1);
    expect(await listGlossaries()).toMatchObject([
      { id: 'mine', origin: 'own', edition: 1, enabled: true, conceptCount: 1, version: '3' },
      { id: 'chengdu-chongqing', origin: 'embedded', edition: 1, enabled: false, conceptCount: 2 },
    ]);
    for (const glossary of await listGlossaries()) expect(glossary).not.toHaveProperty('embedded');
    const embedded = 'chengdu-chongqing' as GlossaryId;
    expect((await readConcepts(embedded)).map(({ id }) => id)).toEqual(['guoyuan-port', 'luzhou-port']);
    expect(await readRevision()).toBe(7);
    const [first] = await readConcepts(embedded);
    await changeConcepts(embedded, { remove: first === undefined ? [] : [first.id] }, { edition: 1 });
    expect((await readConcepts(embedded)).map(({ id }) => id)).toEqual(['luzhou-port']);
  });
});
