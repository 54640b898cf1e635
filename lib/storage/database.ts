import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Concept, GlossaryHeader, GlossaryId } from '@/lib/glossary/model';
import type { Overlay } from '@/lib/glossary/overlay';
import type { UnderlineColour } from '@/lib/settings/underline';

/** Where a glossary comes from, and so who changes it. */
export type GlossaryOrigin =
  /** Comes with the extension and is updated with it; the reader's edits are an overlay. */
  | 'embedded'
  /** The reader's own. */
  | 'own'
  /** Follows an address; the reader's edits are an overlay. */
  | 'subscribed';

/** What the reader chooses for a glossary, whoever publishes it. */
export interface GlossaryChoices {
  /** Its terms are looked for. */
  enabled: boolean;
  /** Its marks have this colour, not the general one. */
  colour?: UnderlineColour;
  /** Host names on which, and on whose subdomains, it applies; absent: everywhere. */
  sites?: readonly string[];
}

/** A glossary as the list shows it: everything but its concepts. */
export interface StoredGlossary extends GlossaryHeader, GlossaryChoices {
  origin: GlossaryOrigin;
  /** Place in the list, and priority where glossaries share a term; lower is first. */
  position: number;
  /** Grows with each change of its header or concepts: who writes says which edition was read. */
  edition: number;
  /** As the reader sees it, overlay included. */
  conceptCount: number;
}

/** A record of another subject's, which checks what it reads. */
export interface StoredRecord {
  id: string;
  [key: string]: unknown;
}

/** A whole backup, packed. */
export interface StoredSnapshot {
  id: number;
  /** When it was taken, ms since 1970. */
  takenMs: number;
  reason: string;
  glossaryCount: number;
  conceptCount: number;
  /** Gzipped text of the backup. */
  bytes: ArrayBuffer;
}

/** Concepts are kept in chunks: 100,000 single records take seconds to write, 200 chunks do not. */
export const CONCEPTS_PER_CHUNK = 500;

/** A glossary and the number of a chunk of it. */
type ChunkKey = [GlossaryId, number];

export interface PangzhuDatabase extends DBSchema {
  glossaries: { key: GlossaryId; value: StoredGlossary };
  /** The concepts as the reader sees them: what is searched and shown. */
  chunks: { key: ChunkKey; value: Concept[] };
  /** The publisher's concepts, of glossaries that have an overlay. */
  base: { key: ChunkKey; value: Concept[] };
  overlays: { key: GlossaryId; value: Overlay };
  meta: { key: 'revision'; value: number };
  index: { key: 'current'; value: { revision: number; bytes: ArrayBuffer } };
  snapshots: { key: number; value: StoredSnapshot };
  /** What is not to be marked. */
  rules: { key: string; value: StoredRecord };
  /** State and history of subscriptions. */
  subscriptions: { key: string; value: StoredRecord };
}

export type Database = IDBPDatabase<PangzhuDatabase>;

const NAME = 'pangzhu';
const VERSION = 2;

/** What a glossary was in version 1. */
type GlossaryOfVersion1 = Omit<StoredGlossary, 'origin' | 'edition'> & { embedded: boolean };

type Upgrade = IDBPTransaction<
  PangzhuDatabase,
  (
    | 'glossaries'
    | 'chunks'
    | 'base'
    | 'overlays'
    | 'meta'
    | 'index'
    | 'snapshots'
    | 'rules'
    | 'subscriptions'
  )[],
  'versionchange'
>;

/** Brings a database from any version that was ever released to this one. */
async function upgrade(database: Database, oldVersion: number, transaction: Upgrade): Promise<void> {
  if (oldVersion < 1) {
    database.createObjectStore('glossaries', { keyPath: 'id' });
    database.createObjectStore('chunks');
    database.createObjectStore('meta');
    database.createObjectStore('index');
  }
  if (oldVersion < 2) {
    database.createObjectStore('base');
    database.createObjectStore('overlays');
    database.createObjectStore('snapshots', { keyPath: 'id' });
    database.createObjectStore('rules', { keyPath: 'id' });
    database.createObjectStore('subscriptions', { keyPath: 'id' });
    const glossaries = transaction.objectStore('glossaries');
    for (const old of (await glossaries.getAll()) as unknown as GlossaryOfVersion1[]) {
      const { embedded, ...kept } = old;
      await glossaries.put({ ...kept, origin: embedded ? 'embedded' : 'own', edition: 1 });
    }
  }
}

let opened: Promise<Database> | undefined;

/** The database of this context, opened once. This is the one place with upgrade steps. */
export function openDatabase(): Promise<Database> {
  opened ??= openDB<PangzhuDatabase>(NAME, VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) =>
      upgrade(database, oldVersion, transaction as unknown as Upgrade),
    // Another context wants a newer version: make way, and open again when next asked.
    blocking: (_old, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/**
 * Deletes all that is stored, for a database that the browser can no longer open. Other contexts make way; whoever
 * opens it next gets an empty one.
 */
export async function deleteDatabase(): Promise<void> {
  const before = opened;
  opened = undefined;
  // One that failed to open has nothing to close, and its failure has been told.
  (await before?.catch(() => undefined))?.close();
  await deleteDB(NAME);
}
