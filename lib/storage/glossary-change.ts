import type { IDBPTransaction } from 'idb';
import { fitCategories } from '@/lib/glossary/categories';
import { MAX_CATEGORIES, MAX_CONCEPTS } from '@/lib/glossary/limits';
import type { Concept, Glossary, GlossaryId } from '@/lib/glossary/model';
import { applyOverlay, type Overlay } from '@/lib/glossary/overlay';
import {
  CONCEPTS_PER_CHUNK,
  type GlossaryChoices,
  openDatabase,
  type PangzhuDatabase,
  type StoredGlossary,
} from './database';

/** The stores that a change to glossaries may touch. */
const STORES = ['glossaries', 'chunks', 'base', 'overlays', 'meta', 'rules', 'subscriptions'] as const;

/** A change under way: everything in it happens, or nothing. */
export type Change = IDBPTransaction<PangzhuDatabase, (typeof STORES)[number][], 'readwrite'>;

/**
 * A glossary has changed, or has gone, since the writer read it. Nothing was written.
 *
 * `current` is what is there now; `undefined`: it was deleted.
 */
export class OutdatedError extends Error {
  override name = 'OutdatedError';
  readonly current: Pick<StoredGlossary, 'edition'> | undefined;

  constructor(id: GlossaryId, current: Pick<StoredGlossary, 'edition'> | undefined) {
    super(
      current === undefined
        ? `Glossary ${id} was deleted`
        : `Glossary ${id} is at edition ${current.edition}`,
    );
    this.current = current;
  }
}

/** A glossary would have more concepts than one may. Nothing was written. */
export class TooManyConceptsError extends Error {
  override name = 'TooManyConceptsError';
}

/** @throws {TooManyConceptsError} if what the reader wants to keep in one glossary is too much for it */
export function checkSize({ length }: readonly Concept[]): void {
  if (length > MAX_CONCEPTS) {
    throw new TooManyConceptsError(`${length} concepts: a glossary has at most ${MAX_CONCEPTS}`);
  }
}

/** A glossary would have more categories than one may. Nothing was written. */
export class TooManyCategoriesError extends Error {
  override name = 'TooManyCategoriesError';
}

/** @throws {TooManyCategoriesError} if a glossary is to have more categories than before, and too many */
export function checkCategories(now: Glossary['categories'], before: Glossary['categories']): void {
  const count = Object.keys(now).length;
  if (count > MAX_CATEGORIES && count > Object.keys(before).length) {
    throw new TooManyCategoriesError(`${count} categories: a glossary has at most ${MAX_CATEGORIES}`);
  }
}

/**
 * Makes a change in one transaction with the new revision: all of it or nothing.
 *
 * @returns the new revision
 */
export async function changeGlossaries(edit: (change: Change) => Promise<unknown>): Promise<number> {
  const change: Change = (await openDatabase()).transaction([...STORES], 'readwrite');
  try {
    await edit(change);
    const meta = change.objectStore('meta');
    const revision = ((await meta.get('revision')) ?? 0) + 1;
    await meta.put(revision, 'revision');
    await change.done;
    return revision;
  } catch (error) {
    // An exception does not end a transaction by itself: what was written before it would stay.
    // `done` then fails too, with what is thrown below or because of the abort: waited for, not told twice.
    const ended = change.done.catch(() => undefined);
    if (!change.error) change.abort();
    await ended;
    throw error;
  }
}

/**
 * A glossary that is about to be changed.
 *
 * @throws {OutdatedError} if it is gone, or not of the edition that the writer knows
 */
export async function getForChange(
  change: Change,
  id: GlossaryId,
  expected?: number,
): Promise<StoredGlossary> {
  const glossary = await change.objectStore('glossaries').get(id);
  if (glossary === undefined || (expected !== undefined && glossary.edition !== expected)) {
    throw new OutdatedError(id, glossary);
  }
  return glossary;
}

/** What the reader has chosen for a glossary, with its place in the list. */
export function choicesOf({
  enabled,
  position,
  colour,
  sites,
}: StoredGlossary): GlossaryChoices & Pick<StoredGlossary, 'position'> {
  return {
    enabled,
    position,
    ...(colour === undefined ? {} : { colour }),
    ...(sites === undefined ? {} : { sites }),
  };
}

/** All keys of the chunks of a glossary. */
export function chunkKeys(id: GlossaryId): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]);
}

/** The concepts of a glossary, as the reader sees them (`chunks`) or as published (`base`). */
export async function getConcepts(
  change: Change,
  store: 'chunks' | 'base',
  id: GlossaryId,
): Promise<Concept[]> {
  return (await change.objectStore(store).getAll(chunkKeys(id))).flat();
}

/**
 * Writes concepts in place of those that are there. Given those (`before`, the very objects), only chunks
 * that differ are written.
 */
export async function putConcepts(
  change: Change,
  store: 'chunks' | 'base',
  {
    id,
    concepts,
    before = [],
  }: { id: GlossaryId; concepts: readonly Concept[]; before?: readonly Concept[] },
): Promise<void> {
  const chunks = change.objectStore(store);
  const last = Math.ceil(concepts.length / CONCEPTS_PER_CHUNK);
  await chunks.delete(IDBKeyRange.bound([id, last], [id, Number.MAX_SAFE_INTEGER]));
  for (let number = 0; number < last; number++) {
    const first = number * CONCEPTS_PER_CHUNK;
    const chunk = concepts.slice(first, first + CONCEPTS_PER_CHUNK);
    const old = before.slice(first, first + CONCEPTS_PER_CHUNK);
    const same = old.length === chunk.length && chunk.every((concept, at) => concept === old[at]);
    if (!same) await chunks.put(chunk, [id, number]);
  }
}

/** Everything that is stored of one glossary. */
export interface GlossaryRecord {
  glossary: StoredGlossary;
  /** The publisher's; under an overlay not what the reader sees. */
  concepts: readonly Concept[];
  overlay?: Overlay;
}

/** Takes a glossary out, with all that belongs to it. */
export async function removeGlossary(change: Change, id: GlossaryId): Promise<void> {
  await change.objectStore('glossaries').delete(id);
  await change.objectStore('chunks').delete(chunkKeys(id));
  await dropOverlay(change, id);
}

/** Takes a reader's edits away from beside a glossary; what the reader sees of it stays as it is. */
export async function dropOverlay(change: Change, id: GlossaryId): Promise<void> {
  await change.objectStore('overlays').delete(id);
  await change.objectStore('base').delete(chunkKeys(id));
}

/**
 * What the reader sees of a publisher's concepts under their own edits: in categories that are there.
 *
 * @param categories of the glossary: now, and when the edits were made, as far as that is known
 */
export function seenUnder(
  overlay: Overlay | undefined,
  concepts: readonly Concept[],
  categories: { before?: Glossary['categories']; now: Glossary['categories'] },
): readonly Concept[] {
  return overlay === undefined
    ? concepts
    : fitCategories(applyOverlay(concepts, overlay), { before: {}, ...categories });
}

/** Puts back everything of a glossary that `removeGlossary` takes out, or puts it in place of what is there. */
export async function putRecord(
  change: Change,
  { glossary, concepts, overlay }: GlossaryRecord,
): Promise<void> {
  const { id } = glossary;
  await removeGlossary(change, id);
  const seen = seenUnder(overlay, concepts, { now: glossary.categories });
  await change.objectStore('glossaries').put({ ...glossary, conceptCount: seen.length });
  await putConcepts(change, 'chunks', { id, concepts: seen });
  if (overlay === undefined) return;
  await putConcepts(change, 'base', { id, concepts });
  await change.objectStore('overlays').put(overlay, id);
}
