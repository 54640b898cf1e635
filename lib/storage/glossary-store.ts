import type { IDBPTransaction } from 'idb';
import type { Concept, Glossary, GlossaryId } from '@/lib/glossary/model';
import { CONCEPTS_PER_CHUNK, openDatabase, type PangzhuDatabase, type StoredGlossary } from './database';

export type { StoredGlossary } from './database';

/** Concepts of the enabled glossaries, in order of priority, and the revision they belong to. */
export interface EnabledGlossaries {
  revision: number;
  glossaries: { id: GlossaryId; concepts: Concept[] }[];
}

const chunkKeys = (id: GlossaryId): IDBKeyRange => IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);

/** All glossaries, in the reader's order. */
export async function listGlossaries(): Promise<StoredGlossary[]> {
  const all = await (await openDatabase()).getAll('glossaries');
  return all.sort((a, b) => a.position - b.position);
}

/** The concepts of a glossary, in its own order; empty if there is no such glossary. */
export async function readConcepts(id: GlossaryId): Promise<Concept[]> {
  return (await (await openDatabase()).getAll('chunks', chunkKeys(id))).flat();
}

/** One concept by its ordinal in its glossary. Reads a single chunk. */
export async function readConcept(id: GlossaryId, ordinal: number): Promise<Concept | undefined> {
  const chunk = await (await openDatabase()).get('chunks', [id, Math.floor(ordinal / CONCEPTS_PER_CHUNK)]);
  return chunk?.[ordinal % CONCEPTS_PER_CHUNK];
}

/** Grows with every change to what is looked for; 0 for a store that never held a glossary. */
export async function readRevision(): Promise<number> {
  return (await (await openDatabase()).get('meta', 'revision')) ?? 0;
}

/** What the term index is compiled from, read in one transaction. */
export async function readEnabledGlossaries(): Promise<EnabledGlossaries> {
  const transaction = (await openDatabase()).transaction(['glossaries', 'chunks', 'meta']);
  const enabled = (await transaction.objectStore('glossaries').getAll())
    .filter((glossary) => glossary.enabled)
    .sort((a, b) => a.position - b.position);
  const chunks = transaction.objectStore('chunks');
  const glossaries = await Promise.all(
    enabled.map(async ({ id }) => ({ id, concepts: (await chunks.getAll(chunkKeys(id))).flat() })),
  );
  const revision = (await transaction.objectStore('meta').get('revision')) ?? 0;
  await transaction.done;
  return { revision, glossaries };
}

type Change = IDBPTransaction<PangzhuDatabase, ('glossaries' | 'chunks' | 'meta')[], 'readwrite'>;

/**
 * Makes a change in one transaction with the new revision: all of it or nothing.
 *
 * @returns the new revision
 */
async function changeGlossaries(edit: (change: Change) => Promise<unknown>): Promise<number> {
  const change: Change = (await openDatabase()).transaction(['glossaries', 'chunks', 'meta'], 'readwrite');
  try {
    await edit(change);
    const meta = change.objectStore('meta');
    const revision = ((await meta.get('revision')) ?? 0) + 1;
    await meta.put(revision, 'revision');
    await change.done;
    return revision;
  } catch (error) {
    // An exception does not end a transaction by itself: what was written before it would stay.
    const ended = change.done.catch(() => undefined);
    if (!change.error) change.abort();
    await ended;
    throw error;
  }
}

/**
 * Puts a glossary in place of the one with its id, or adds it at the end. The reader's own choices
 * (switched on or off, place in the list) stay.
 *
 * @returns the new revision
 */
export function replaceGlossary(glossary: Glossary, { embedded }: { embedded: boolean }): Promise<number> {
  const { concepts, ...header } = glossary;
  return changeGlossaries(async (change) => {
    const glossaries = change.objectStore('glossaries');
    const all = await glossaries.getAll();
    const old = all.find(({ id }) => id === glossary.id);
    const last = Math.max(-1, ...all.map(({ position }) => position));
    await glossaries.put({
      ...header,
      embedded,
      position: old?.position ?? last + 1,
      enabled: old?.enabled ?? true,
      conceptCount: concepts.length,
    });
    const chunks = change.objectStore('chunks');
    await chunks.delete(chunkKeys(glossary.id));
    for (let first = 0; first < concepts.length; first += CONCEPTS_PER_CHUNK) {
      const chunk = concepts.slice(first, first + CONCEPTS_PER_CHUNK);
      await chunks.put(chunk, [glossary.id, first / CONCEPTS_PER_CHUNK]);
    }
  });
}

/**
 * Switches a glossary on or off.
 *
 * @returns the new revision
 * @throws {RangeError} if there is no such glossary
 */
export function setGlossaryEnabled(id: GlossaryId, enabled: boolean): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossaries = change.objectStore('glossaries');
    const glossary = await glossaries.get(id);
    if (glossary === undefined) throw new RangeError(`There is no glossary ${id}`);
    await glossaries.put({ ...glossary, enabled });
  });
}
