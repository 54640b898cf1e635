import type { Concept, Glossary, GlossaryId } from '@/lib/glossary/model';
import { CONCEPTS_PER_CHUNK, openDatabase, type StoredGlossary } from './database';

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

/**
 * Puts a glossary in place of the one with its id, or adds it at the end. The reader's own choices
 * (switched on or off, place in the list) stay. One transaction with the revision: all or nothing.
 *
 * @returns the new revision
 */
export async function replaceGlossary(glossary: Glossary, { embedded }: { embedded: boolean }): Promise<number> {
  const { concepts, ...header } = glossary;
  const transaction = (await openDatabase()).transaction(['glossaries', 'chunks', 'meta'], 'readwrite');
  const glossaries = transaction.objectStore('glossaries');
  const old = await glossaries.get(glossary.id);
  const position = old?.position ?? 1 + Math.max(-1, ...(await glossaries.getAll()).map((each) => each.position));
  void glossaries.put({
    ...header,
    embedded,
    position,
    enabled: old?.enabled ?? true,
    conceptCount: concepts.length,
  });
  const chunks = transaction.objectStore('chunks');
  void chunks.delete(chunkKeys(glossary.id));
  for (let first = 0; first < concepts.length; first += CONCEPTS_PER_CHUNK) {
    void chunks.put(concepts.slice(first, first + CONCEPTS_PER_CHUNK), [glossary.id, first / CONCEPTS_PER_CHUNK]);
  }
  const meta = transaction.objectStore('meta');
  const revision = ((await meta.get('revision')) ?? 0) + 1;
  void meta.put(revision, 'revision');
  await transaction.done;
  return revision;
}

/**
 * Switches a glossary on or off.
 *
 * @returns the new revision
 * @throws {RangeError} if there is no such glossary
 */
export async function setGlossaryEnabled(id: GlossaryId, enabled: boolean): Promise<number> {
  const transaction = (await openDatabase()).transaction(['glossaries', 'meta'], 'readwrite');
  const glossaries = transaction.objectStore('glossaries');
  const glossary = await glossaries.get(id);
  if (glossary === undefined) throw new RangeError(`There is no glossary ${id}`);
  void glossaries.put({ ...glossary, enabled });
  const meta = transaction.objectStore('meta');
  const revision = ((await meta.get('revision')) ?? 0) + 1;
  void meta.put(revision, 'revision');
  await transaction.done;
  return revision;
}
