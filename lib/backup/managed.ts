import type { GlossaryId } from '@/lib/glossary/model';
import type { BackupGlossary, BackupRecord } from './backup';

/** What an organisation has set up is not the reader's to give away: no backup ends it, and none brings it back. */

const isManaged = (record: BackupRecord): boolean => record['managed'] === true;

function managedGlossaries(subscriptions: readonly BackupRecord[]): ReadonlySet<unknown> {
  return new Set(subscriptions.filter(isManaged).flatMap(({ glossaryId }) => glossaryId ?? []));
}

/**
 * Tells of a glossary whether it stays, whatever a backup holds: the embedded one, and those that an organisation's
 * subscriptions follow. One of the reader's own may have taken the id of such a one, and is the reader's.
 */
export function stayingUnder(
  subscriptions: readonly BackupRecord[],
): (id: GlossaryId, origin: BackupGlossary['origin']) => boolean {
  const followed = managedGlossaries(subscriptions);
  return (id, origin) => origin === 'embedded' || (origin === 'subscribed' && followed.has(id));
}

/**
 * The subscriptions that there are after a restore, in the order of their ids: those of the organisation as they are
 * now, and the backup's others, all of which are the reader's.
 */
export function restoredSubscriptions(
  now: readonly BackupRecord[],
  then: readonly BackupRecord[],
): BackupRecord[] {
  const managed = now.filter(isManaged);
  const ids = new Set(managed.map(({ id }) => id));
  const followed = managedGlossaries(now);
  const others = then
    // Two that follow one glossary would both be refused from then on.
    .filter(({ id, glossaryId }) => !ids.has(id) && !followed.has(glossaryId))
    .map((record) => (isManaged(record) ? { ...record, managed: false } : record));
  return [...managed, ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
}
