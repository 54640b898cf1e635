import type { Backup, BackupRecord } from '@/lib/backup/backup';
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
 * backup's choices and edits. Tells of the rules and subscriptions; the revision is its caller's to announce.
 *
 * @returns the new revision
 */
export async function restoreBackup(backup: Backup): Promise<number> {
  const revision = await changeGlossaries(async (change) => {
    const present = await readRecordsIn(change);
    const embedded = present.find(({ glossary }) => glossary.origin === 'embedded');
    const editions = new Map(present.map(({ glossary }) => [glossary.id, glossary.edition]));
    const restored = toRecords(backup, embedded, editions);
    for (const { glossary } of present) await removeGlossary(change, glossary.id);
    for (const record of restored) await putRecord(change, record);
    for (const store of ['rules', 'subscriptions'] as const) {
      const records = change.objectStore(store);
      for (const old of await records.getAll()) if (isPlain(old)) await records.delete(old.id);
      for (const record of backup[store]) await records.put(record);
    }
  });
  await changeSettings(() => parseSettings(backup.settings));
  await announceRules();
  await announceSubscriptions(Date.now());
  return revision;
}

async function readRecordsIn(change: Change): Promise<GlossaryRecord[]> {
  const records = [];
  for (const glossary of await change.objectStore('glossaries').getAll()) {
    const overlay = await change.objectStore('overlays').get(glossary.id);
    const concepts =
      glossary.origin === 'embedded'
        ? await getConcepts(change, overlay === undefined ? 'chunks' : 'base', glossary.id)
        : [];
    records.push({ glossary, concepts, ...(overlay && { overlay }) });
  }
  return records;
}

function toRecords(
  backup: Backup,
  embedded: GlossaryRecord | undefined,
  editions: ReadonlyMap<string, number>,
): GlossaryRecord[] {
  const records = backup.glossaries.map(
    ({ glossary: { concepts, ...header }, overlay, colour, sites, ...rest }, position): GlossaryRecord => {
      const isEmbedded = rest.origin === 'embedded' && header.id === embedded?.glossary.id;
      const base = isEmbedded ? asGlossary(embedded.glossary, embedded.concepts) : { ...header, concepts };
      const { concepts: kept, ...keptHeader } = base;
      const stored: StoredGlossary = {
        ...keptHeader,
        ...rest,
        ...(isColour(colour) ? { colour } : {}),
        ...(sites === undefined ? {} : { sites }),
        position,
        edition: (editions.get(header.id) ?? 0) + 1,
        conceptCount: kept.length,
      };
      return { glossary: stored, concepts: kept, ...(overlay && { overlay }) };
    },
  );
  if (embedded !== undefined && !records.some(({ glossary }) => glossary.id === embedded.glossary.id)) {
    const { overlay: _overlay, ...published } = embedded;
    records.push({ ...published, glossary: { ...embedded.glossary, position: records.length } });
  }
  return records;
}

function isColour(colour: string | undefined): colour is UnderlineColour {
  return UNDERLINE_COLOURS.some((each) => each === colour);
}
