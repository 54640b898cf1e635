import type { Backup, BackupRecord } from '@/lib/backup/backup';
import { restoredSubscriptions, stayingUnder } from '@/lib/backup/managed';
import { freeId } from '@/lib/glossary/merge';
import type { GlossaryId } from '@/lib/glossary/model';
import { parseSettings } from '@/lib/settings/settings';
import { UNDERLINE_COLOURS, type UnderlineColour } from '@/lib/settings/underline';
import { openDatabase, type StoredGlossary, type StoredRecord } from './database';
import {
  type Change,
  changeGlossaries,
  type GlossaryRecord,
  getConcepts,
  putRecord,
  removeGlossary,
} from './glossary-change';
import { asGlossary } from './glossary-copies';
import { announceRules } from './revision-signal';
import { changeSettings, loadOwnSettings } from './settings-store';
import { announceSubscriptions } from './subscription-signal';
import { copiedEditions } from './subscription-store';
import { readRecords } from './undo';

/** Whether JSON can carry a record. Copies of subscribed editions are compressed bytes: they can be had again. */
function isPlain(record: StoredRecord): record is BackupRecord {
  return !Object.values(record).some((value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value));
}

/** Everything that the reader has made, as it is now. */
export async function readBackup(created = ''): Promise<Backup> {
  const database = await openDatabase();
  const [records, rules, subscriptions, settings] = await Promise.all([
    readRecords('all'),
    database.getAll('rules'),
    database.getAll('subscriptions'),
    loadOwnSettings(),
  ]);
  return {
    created,
    settings,
    glossaries: records.map(({ glossary, concepts, overlay }) => ({
      glossary: asGlossary(glossary, concepts),
      origin: glossary.origin,
      enabled: glossary.enabled,
      ...(glossary.colour === undefined ? {} : { colour: glossary.colour }),
      ...(glossary.sites === undefined ? {} : { sites: glossary.sites }),
      ...(overlay === undefined ? {} : { overlay }),
    })),
    rules: rules.filter(isPlain),
    subscriptions: subscriptions.filter(isPlain),
  };
}

/**
 * Puts a backup in place of everything: glossaries, overlays, rules and subscriptions in one transaction, then the
 * settings. The embedded glossary stays at the edition that came with this version of the extension, with the
 * backup's choices and edits. So do the glossaries of an organisation, whose subscriptions stay as they are; those that the
 * backup has of one are the reader's. Tells of the rules and subscriptions; the revision is its caller's to announce.
 *
 * @returns the new revision
 */
export async function restoreBackup(backup: Backup): Promise<number> {
  const revision = await changeGlossaries(async (change) => {
    const subscriptions = await change.objectStore('subscriptions').getAll();
    const stays = stayingUnder(subscriptions.filter(isPlain));
    const present = await change.objectStore('glossaries').getAll();
    const staying: GlossaryRecord[] = [];
    for (const glossary of present)
      if (stays(glossary.id, glossary.origin)) staying.push(await readRecordIn(change, glossary));
    const editions = new Map(present.map(({ id, edition }) => [id, edition]));
    const restored = toRecords(backup, staying, editions);
    for (const { id } of present) await removeGlossary(change, id);
    for (const record of restored) await putRecord(change, record);
    const rules = change.objectStore('rules');
    for (const old of await rules.getAll()) if (isPlain(old)) await rules.delete(old.id);
    for (const rule of backup.rules) await rules.put(rule);
    await restoreSubscriptions(change, subscriptions, backup.subscriptions);
  });
  await changeSettings(() => parseSettings(backup.settings));
  await announceRules();
  await announceSubscriptions(Date.now());
  return revision;
}

/** Copies stay as far as they are of the editions that the backup has under their numbers: another computer has others. */
async function restoreSubscriptions(
  change: Change,
  stored: readonly StoredRecord[],
  then: readonly BackupRecord[],
): Promise<void> {
  const records = change.objectStore('subscriptions');
  const restored = restoredSubscriptions(stored.filter(isPlain), then);
  const copied = (of: readonly StoredRecord[]) =>
    new Map(of.flatMap((record) => [...copiedEditions(record)]));
  const [before, after] = [copied(stored), copied(restored)];
  for (const { id } of stored) {
    const hash = after.get(id);
    if (hash === undefined || hash !== before.get(id)) await records.delete(id);
  }
  for (const record of restored) await records.put(record);
}

async function readRecordIn(change: Change, glossary: StoredGlossary): Promise<GlossaryRecord> {
  const { id } = glossary;
  const overlay = await change.objectStore('overlays').get(id);
  const concepts = await getConcepts(change, overlay === undefined ? 'chunks' : 'base', id);
  return { glossary, concepts, ...(overlay && { overlay }) };
}

function toRecords(
  backup: Backup,
  staying: readonly GlossaryRecord[],
  editions: ReadonlyMap<string, number>,
): GlossaryRecord[] {
  const there = new Map(staying.map((record) => [record.glossary.id, record]));
  const taken = new Set<GlossaryId>([
    ...there.keys(),
    ...backup.glossaries.map(({ glossary }) => glossary.id),
  ]);
  const records = backup.glossaries.map(
    ({ glossary: { concepts, ...header }, overlay, colour, sites, ...rest }, position): GlossaryRecord => {
      const same = there.get(header.id);
      const stays = same?.glossary.origin === rest.origin ? same : undefined;
      // One of the reader's own that has the id of what stays would be lost.
      const id = same !== undefined && stays === undefined ? freeId(header.id, taken) : header.id;
      taken.add(id);
      const base = stays ? asGlossary(stays.glossary, stays.concepts) : { ...header, id, concepts };
      const { concepts: kept, ...keptHeader } = base;
      const stored: StoredGlossary = {
        ...keptHeader,
        ...rest,
        ...(isColour(colour) ? { colour } : {}),
        ...(sites === undefined ? {} : { sites }),
        position,
        edition: (editions.get(id) ?? 0) + 1,
        conceptCount: kept.length,
      };
      return { glossary: stored, concepts: kept, ...(overlay && { overlay }) };
    },
  );
  const restored = new Set(records.map(({ glossary }) => glossary.id));
  for (const { overlay, ...published } of staying) {
    const { id, origin } = published.glossary;
    if (restored.has(id)) continue;
    const glossary = { ...published.glossary, position: records.length };
    // The embedded one was there without edits; an organisation's was not there yet.
    records.push({ ...published, glossary, ...(origin !== 'embedded' && overlay && { overlay }) });
  }
  return records;
}

function isColour(colour: string | undefined): colour is UnderlineColour {
  return UNDERLINE_COLOURS.some((each) => each === colour);
}
