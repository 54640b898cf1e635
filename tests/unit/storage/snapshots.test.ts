import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { restoreBackup } from '@/lib/storage/backup-store';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { openDatabase } from '@/lib/storage/database';
import { chooseForGlossary } from '@/lib/storage/glossary-store';
import { listSnapshots, readSnapshot, takeDailySnapshot, takeSnapshot } from '@/lib/storage/snapshots';
import { fillStore, own } from '../../support/stored-backup';
import { conceptIds, plainConcept } from '../../support/stored-glossary';

// The settings lie in the browser's own storage, of which Node has none.
vi.mock('wxt/browser', async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  return { browser: { storage: fakeStorage() } };
});

beforeEach(fillStore);

describe('snapshots', () => {
  it('are kept five at most, the newest first, and none twice', async () => {
    for (let edition = 1; edition <= 7; edition++) {
      await takeSnapshot('delete', edition * 1000);
      await takeSnapshot('delete', edition * 1000 + 1);
      await changeConcepts(own.id, { put: [plainConcept(`新${edition}`)] }, { edition });
    }
    const all = await listSnapshots();
    expect(all.map(({ takenMs }) => takenMs)).toEqual([7000, 6000, 5000, 4000, 3000]);
    expect(all[0]).toMatchObject({ glossaryCount: 2, conceptCount: 10, reason: 'delete' });
    const oldest = await readSnapshot(all.at(-1)?.id ?? 0);
    if (!oldest?.ok) throw new Error('unreadable');
    await restoreBackup(oldest.backup);
    expect(await conceptIds(own.id)).toEqual(['甲', '乙', '新1', '新2']);
  });

  it('are taken though the last one is damaged', async () => {
    await takeSnapshot('delete', 1000);
    const database = await openDatabase();
    const [last] = await database.getAll('snapshots');
    if (last === undefined) throw new Error('no snapshot');
    await database.put('snapshots', { ...last, bytes: last.bytes.slice(0, 20) });
    await takeSnapshot('delete', 2000);
    const [newest] = await listSnapshots();
    expect(await readSnapshot(newest?.id ?? 0)).toMatchObject({ ok: true });
  });

  it('are taken once a day where nothing else happens', async () => {
    await takeDailySnapshot(0);
    await chooseForGlossary(own.id, { enabled: true });
    await takeDailySnapshot(60_000);
    expect(await listSnapshots()).toHaveLength(1);
    await takeDailySnapshot(86_400_000);
    expect(await listSnapshots()).toHaveLength(2);
  });
});
