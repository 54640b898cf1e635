import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Concept, GlossaryHeader, GlossaryId } from '@/lib/glossary/model';

/** A glossary as the list shows it: everything but its concepts. */
export interface StoredGlossary extends GlossaryHeader {
  /** Its terms are looked for. */
  enabled: boolean;
  /** Comes with the extension: updated with it, can be switched off but not deleted. */
  embedded: boolean;
  /** Place in the list, and priority where glossaries share a term; lower is first. */
  position: number;
  conceptCount: number;
}

/** Concepts are kept in chunks: 100,000 single records take seconds to write, 200 chunks do not. */
export const CONCEPTS_PER_CHUNK = 500;

export interface PangzhuDatabase extends DBSchema {
  glossaries: { key: GlossaryId; value: StoredGlossary };
  /** Key: glossary and number of the chunk. */
  chunks: { key: [GlossaryId, number]; value: Concept[] };
  meta: { key: 'revision'; value: number };
  index: { key: 'current'; value: { revision: number; bytes: ArrayBuffer } };
}

export type Database = IDBPDatabase<PangzhuDatabase>;

const NAME = 'pangzhu';
const VERSION = 1;

let opened: Promise<Database> | undefined;

/** The database of this context, opened once. This is the one place with upgrade steps. */
export function openDatabase(): Promise<Database> {
  opened ??= openDB<PangzhuDatabase>(NAME, VERSION, {
    upgrade(database, oldVersion) {
      if (oldVersion < 1) {
        database.createObjectStore('glossaries', { keyPath: 'id' });
        database.createObjectStore('chunks');
        database.createObjectStore('meta');
        database.createObjectStore('index');
      }
    },
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
