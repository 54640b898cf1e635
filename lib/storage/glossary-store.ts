import { fitCategories } from '@/lib/glossary/categories';
import type { Concept, Glossary, GlossaryHeader, GlossaryId } from '@/lib/glossary/model';
import type { Overlay } from '@/lib/glossary/overlay';
import { type GlossaryChoices, type GlossaryOrigin, openDatabase, type StoredGlossary } from './database';
import {
  type Change,
  changeGlossaries,
  checkCategories,
  choicesOf,
  chunkKeys,
  dropOverlay,
  getConcepts,
  getForChange,
  OutdatedError,
  putConcepts,
  removeGlossary,
  seenUnder,
} from './glossary-change';

export type { GlossaryChoices, GlossaryOrigin, StoredGlossary } from './database';
export { OutdatedError } from './glossary-change';

/** Concepts of the enabled glossaries, in order of priority, and the revision they belong to. */
export interface EnabledGlossaries {
  revision: number;
  glossaries: { id: GlossaryId; concepts: Concept[] }[];
}

/** All glossaries, in the reader's order. */
export async function listGlossaries(): Promise<StoredGlossary[]> {
  const all = await (await openDatabase()).getAll('glossaries');
  return all.sort((a, b) => a.position - b.position);
}

/** Read at once: 5,000 concepts, which take a frame or two. More would hold up what a page is about to draw. */
const CHUNKS_AT_ONCE = 10;

/**
 * The concepts of a glossary as the reader sees them, in its own order; empty if there is no such glossary.
 *
 * @param onFirst hears the first of them at once, while the others of a large glossary are still being read
 */
export async function readConcepts(
  id: GlossaryId,
  onFirst?: (concepts: readonly Concept[]) => void,
): Promise<Concept[]> {
  const chunks = (await openDatabase()).transaction('chunks').store;
  const parts: Concept[][] = [];
  let wanted = onFirst === undefined ? CHUNKS_AT_ONCE : 1;
  for (let from = 0; ; from += wanted, wanted = CHUNKS_AT_ONCE) {
    const read = await chunks.getAll(IDBKeyRange.bound([id, from], [id, from + wanted - 1]));
    parts.push(...read);
    if (read.length < wanted) return parts.flat();
    if (from === 0) onFirst?.(parts.flat());
  }
}

/** The concepts of a glossary as its publisher has them: what the reader's edits lie over. */
export async function readBaseConcepts(id: GlossaryId): Promise<Concept[]> {
  const transaction = (await openDatabase()).transaction(['chunks', 'base', 'overlays']);
  const overlaid = (await transaction.objectStore('overlays').getKey(id)) !== undefined;
  const chunks = await transaction.objectStore(overlaid ? 'base' : 'chunks').getAll(chunkKeys(id));
  await transaction.done;
  return chunks.flat();
}

/** The reader's edits of somebody else's glossary, if there are any. */
export async function readOverlay(id: GlossaryId): Promise<Overlay | undefined> {
  return (await openDatabase()).get('overlays', id);
}

/** Grows with every change to what is looked for; 0 for a store that never held a glossary. */
export async function readRevision(): Promise<number> {
  return (await (await openDatabase()).get('meta', 'revision')) ?? 0;
}

/** In an empty store: revisions go on from one that pages have heard of, since they drop what is older. */
export async function continueRevision(revision: number): Promise<void> {
  const transaction = (await openDatabase()).transaction('meta', 'readwrite');
  const stored = (await transaction.store.get('revision')) ?? 0;
  await transaction.store.put(Math.max(stored, revision), 'revision');
  await transaction.done;
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

async function nextPosition(change: Change): Promise<number> {
  const all = await change.objectStore('glossaries').getAll();
  return Math.max(-1, ...all.map(({ position }) => position)) + 1;
}

/**
 * Adds a glossary of the reader's own at the end of the list.
 *
 * @returns the new revision
 * @throws {RangeError} if there is a glossary with its id
 */
export function createGlossary(glossary: Glossary): Promise<number> {
  return changeGlossaries(async (change) => {
    if ((await change.objectStore('glossaries').getKey(glossary.id)) !== undefined) {
      throw new RangeError(`There is a glossary ${glossary.id} already`);
    }
    await putGlossary(change, glossary, { origin: 'own' });
  });
}

/**
 * Puts a glossary in place of the one with its id, or adds it at the end. The reader's own choices (switched
 * on or off, colour, sites, place in the list) stay; so do the reader's edits, unless it becomes the reader's own.
 *
 * @param options.edition that is to be replaced; left out: whatever is there
 * @param options.mayReplace whether what is there may be replaced (`undefined`: nothing is there); left out: it may
 * @returns the new revision
 * @throws {OutdatedError} if another edition is there, or what may not be replaced
 */
export function replaceGlossary(
  glossary: Glossary,
  {
    origin,
    edition,
    mayReplace = () => true,
  }: { origin: GlossaryOrigin; edition?: number; mayReplace?: (old: StoredGlossary | undefined) => boolean },
): Promise<number> {
  return changeGlossaries(async (change) => {
    const old = await change.objectStore('glossaries').get(glossary.id);
    if ((edition !== undefined && old?.edition !== edition) || !mayReplace(old)) {
      throw new OutdatedError(glossary.id, old);
    }
    await putGlossary(change, glossary, { origin, ...(old && { old }) });
  });
}

async function putGlossary(
  change: Change,
  { concepts, ...header }: Glossary,
  { origin, old }: { origin: GlossaryOrigin; old?: StoredGlossary },
): Promise<void> {
  const { id } = header;
  const overlay = origin === 'own' ? undefined : await change.objectStore('overlays').get(id);
  const seen = seenUnder(overlay, concepts, {
    ...(old && { before: old.categories }),
    now: header.categories,
  });
  await change.objectStore('glossaries').put({
    ...header,
    ...(old === undefined ? { enabled: true, position: await nextPosition(change) } : choicesOf(old)),
    origin,
    edition: (old?.edition ?? 0) + 1,
    conceptCount: seen.length,
  });
  await putConcepts(change, 'chunks', { id, concepts: seen });
  if (overlay !== undefined) await putConcepts(change, 'base', { id, concepts });
  else await dropOverlay(change, id);
}

/** Parts of a header to change; `undefined` takes out what may be left out. */
export type HeaderChanges = {
  [Key in Exclude<keyof GlossaryHeader, 'id'>]?: GlossaryHeader[Key] | undefined;
};

/** An object without the keys that have no value. */
function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** What the reader chooses for a glossary, or some of it; `undefined` takes a choice back. */
type ChoiceChanges = { [Key in keyof GlossaryChoices]?: GlossaryChoices[Key] | undefined };

/**
 * Changes what is written about a glossary of the reader's own, and with it what the reader chooses for it. Concepts
 * follow where their category has another key, and have none where it is gone.
 *
 * @returns the new revision
 * @throws {OutdatedError} if it is not at that edition
 * @throws {RangeError} if it is somebody else's
 * @throws {TooManyCategoriesError} if it would have more than one may
 */
export function updateHeader(
  id: GlossaryId,
  changes: HeaderChanges,
  { edition, choices = {} }: { edition: number; choices?: ChoiceChanges },
): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossary = await getForChange(change, id, edition);
    if (glossary.origin !== 'own') throw new RangeError(`The header of ${id} is its publisher’s`);
    if (changes.categories !== undefined) checkCategories(changes.categories, glossary.categories);
    const changed = withoutUndefined({
      ...glossary,
      ...changes,
      ...choices,
      id,
      edition: edition + 1,
    } as StoredGlossary);
    await change.objectStore('glossaries').put(changed);
    if (changes.categories === undefined) return;
    const before = await getConcepts(change, 'chunks', id);
    const concepts = fitCategories(before, { before: glossary.categories, now: changed.categories });
    if (concepts !== before) await putConcepts(change, 'chunks', { id, concepts, before });
  });
}

/**
 * Keeps what the reader chooses for a glossary; the last choice counts, whatever edition it was made at.
 *
 * @returns the new revision
 * @throws {OutdatedError} if there is no such glossary
 */
export function chooseForGlossary(id: GlossaryId, choices: ChoiceChanges): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossary = await getForChange(change, id);
    await change
      .objectStore('glossaries')
      .put(withoutUndefined({ ...glossary, ...choices } as StoredGlossary));
  });
}

/**
 * Makes a subscribed glossary the reader's own, as the reader sees it: their edits are a part of it from then on.
 *
 * @returns the new revision
 * @throws {OutdatedError} if there is no such glossary, or it is not a subscribed one
 */
export function makeOwn(id: GlossaryId): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossary = await getForChange(change, id);
    if (glossary.origin !== 'subscribed') throw new OutdatedError(id, glossary);
    await change.objectStore('glossaries').put({ ...glossary, origin: 'own', edition: glossary.edition + 1 });
    await dropOverlay(change, id);
  });
}

/**
 * Deletes a glossary with its overlay.
 *
 * @returns the new revision
 * @throws {OutdatedError} if there is no such glossary
 * @throws {RangeError} if it is the embedded one, which would only come back: it can be switched off
 */
export function deleteGlossary(id: GlossaryId): Promise<number> {
  return changeGlossaries(async (change) => {
    const { origin } = await getForChange(change, id);
    if (origin === 'embedded') throw new RangeError(`Glossary ${id} comes with the extension`);
    await removeGlossary(change, id);
  });
}

/**
 * Brings the list into this order; glossaries that are not named come after the others, in the order they had.
 *
 * @returns the new revision
 */
export function reorderGlossaries(ids: readonly GlossaryId[]): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossaries = change.objectStore('glossaries');
    const all = (await glossaries.getAll()).sort((a, b) => a.position - b.position);
    const place = new Map(ids.map((id, at) => [id, at]));
    const placeOf = ({ id }: StoredGlossary): number => place.get(id) ?? ids.length;
    const ordered = all.sort((a, b) => placeOf(a) - placeOf(b));
    for (const [position, glossary] of ordered.entries()) {
      if (glossary.position !== position) await glossaries.put({ ...glossary, position });
    }
  });
}
