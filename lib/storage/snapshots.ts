import { type ParsedBackup, parseBackup, serializeBackup } from '@/lib/backup/backup';
import { readBackup } from './backup-store';
import { openDatabase, type StoredSnapshot } from './database';
import { gunzip, gzip } from './gzip';

/** Enough to go back past a mistake that is noticed late; each is compressed to a tenth. */
const MOST_SNAPSHOTS = 5;

/** One that is taken for no other reason than that time has passed. */
const DAILY_MS = 24 * 60 * 60 * 1000;

/** What a list of snapshots shows. */
export type SnapshotSummary = Omit<StoredSnapshot, 'bytes' | 'digest'>;

async function digestOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Keeps everything as it is now, unless the last snapshot has the same; of more than five the oldest goes.
 *
 * @param reason why, for the list: `daily`, or what was about to be done
 */
export async function takeSnapshot(reason: string, nowMs: number): Promise<void> {
  const backup = await readBackup();
  const text = serializeBackup(backup);
  const digest = await digestOf(text);
  const bytes = await gzip(text);
  const transaction = (await openDatabase()).transaction('snapshots', 'readwrite');
  const all = (await transaction.store.getAll()).sort((a, b) => a.id - b.id);
  const last = all.at(-1);
  if (last?.digest !== digest) {
    await transaction.store.put({
      id: (last?.id ?? 0) + 1,
      takenMs: nowMs,
      reason,
      digest,
      glossaryCount: backup.glossaries.length,
      conceptCount: backup.glossaries.reduce((sum, { glossary }) => sum + glossary.concepts.length, 0),
      bytes,
    });
    for (const old of all.slice(0, Math.max(0, all.length + 1 - MOST_SNAPSHOTS)))
      await transaction.store.delete(old.id);
  }
  await transaction.done;
}

/** Takes a snapshot if the last one is a day old. */
export async function takeDailySnapshot(nowMs: number): Promise<void> {
  const [last] = await listSnapshots();
  if (last === undefined || nowMs - last.takenMs >= DAILY_MS) await takeSnapshot('daily', nowMs);
}

/** The snapshots, the newest first. */
export async function listSnapshots(): Promise<SnapshotSummary[]> {
  const all = await (await openDatabase()).getAll('snapshots');
  return all.map(({ bytes: _bytes, digest: _digest, ...summary }) => summary).sort((a, b) => b.id - a.id);
}

/** What a snapshot holds; `undefined` if it is gone. */
export async function readSnapshot(id: number): Promise<ParsedBackup | undefined> {
  const stored = await (await openDatabase()).get('snapshots', id);
  return stored && parseBackup(await gunzip(stored.bytes));
}
