import { type ParsedBackup, parseBackup, serializeBackup } from '@/lib/backup/backup';
import { readBackup } from './backup-store';
import { openDatabase, type StoredSnapshot } from './database';
import { gunzip, gzip } from './gzip';

/** Enough to go back past a mistake that is noticed late; each is compressed to a tenth. */
const MOST_SNAPSHOTS = 5;

/** One that is taken for no other reason than that time has passed. */
const DAILY_MS = 24 * 60 * 60 * 1000;

/** What a list of snapshots shows. */
export type SnapshotSummary = Omit<StoredSnapshot, 'bytes'>;

/**
 * Keeps everything as it is now, unless the last snapshot has the same; of more than five the oldest goes.
 *
 * @param reason why, for the list: `daily`, or what was about to be done
 */
export async function takeSnapshot(reason: string, nowMs: number): Promise<void> {
  const backup = await readBackup();
  const text = serializeBackup(backup);
  if ((await readLastText()) === text) return;
  const bytes = await gzip(text);
  const transaction = (await openDatabase()).transaction('snapshots', 'readwrite');
  const ids = await transaction.store.getAllKeys();
  await transaction.store.put({
    id: (ids.at(-1) ?? 0) + 1,
    takenMs: nowMs,
    reason,
    glossaryCount: backup.glossaries.length,
    conceptCount: backup.glossaries.reduce((sum, { glossary }) => sum + glossary.concepts.length, 0),
    bytes,
  });
  for (const old of ids.slice(0, Math.max(0, ids.length + 1 - MOST_SNAPSHOTS)))
    await transaction.store.delete(old);
  await transaction.done;
}

/** What the last snapshot holds; `undefined` if there is none, or it is damaged. */
async function readLastText(): Promise<string | undefined> {
  const last = await (await openDatabase()).transaction('snapshots').store.openCursor(null, 'prev');
  return last === null ? undefined : gunzip(last.value.bytes);
}

/** Takes a snapshot if the last one is a day old. */
export async function takeDailySnapshot(nowMs: number): Promise<void> {
  const [last] = await listSnapshots();
  if (last === undefined || nowMs - last.takenMs >= DAILY_MS) await takeSnapshot('daily', nowMs);
}

/** The snapshots, the newest first. */
export async function listSnapshots(): Promise<SnapshotSummary[]> {
  const all = await (await openDatabase()).getAll('snapshots');
  return all.map(({ bytes: _bytes, ...summary }) => summary).sort((a, b) => b.id - a.id);
}

/** What a snapshot holds, which is nothing if it is damaged; `undefined` if it is gone. */
export async function readSnapshot(id: number): Promise<ParsedBackup | undefined> {
  const stored = await (await openDatabase()).get('snapshots', id);
  return stored && parseBackup((await gunzip(stored.bytes)) ?? '');
}
