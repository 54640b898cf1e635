import { fitCategories } from '@/lib/glossary/categories';
import type { Concept, Glossary, GlossaryId } from '@/lib/glossary/model';
import {
  applyOverlay,
  type ConceptChanges,
  changeConceptList,
  changeOverlay,
  EMPTY_OVERLAY,
  isEmptyOverlay,
} from '@/lib/glossary/overlay';
import type { StoredGlossary } from './database';
import {
  type Change,
  changeGlossaries,
  checkCategories,
  checkSize,
  dropOverlay,
  getConcepts,
  getForChange,
  OutdatedError,
  putConcepts,
} from './glossary-change';

/**
 * Changes concepts: in the reader's own glossary itself, in others in the overlay.
 *
 * @param options.categories of a glossary of the reader's own, in place of those that it has
 * @returns the new revision
 * @throws {OutdatedError} if the glossary is not at that edition
 * @throws {RangeError} if categories are given for somebody else's
 * @throws {TooManyConceptsError} if it would grow beyond what a glossary may have
 * @throws {TooManyCategoriesError} likewise
 */
export function changeConcepts(
  id: GlossaryId,
  changes: ConceptChanges,
  { edition, categories }: { edition: number; categories?: Glossary['categories'] },
): Promise<number> {
  return changeGlossaries(async (change) => {
    const stored = await getForChange(change, id, edition);
    if (categories !== undefined && stored.origin !== 'own') {
      throw new RangeError(`The categories of ${id} are its publisher’s`);
    }
    if (categories !== undefined) checkCategories(categories, stored.categories);
    const glossary = categories === undefined ? stored : { ...stored, categories };
    const before = await getConcepts(change, 'chunks', id);
    await applyChanges(change, { glossary, before, changes });
  });
}

/**
 * Puts a concept in place of the one that its writer has read, or adds it, whatever else has changed in its glossary; a
 * category that is gone is left out.
 *
 * @param options.over what it takes the place of: `undefined` for a new one; `any`: whatever is there
 * @returns the new revision
 * @throws {OutdatedError} if something else is there by now, or the glossary is gone
 * @throws {TooManyConceptsError} if there is no room for another one
 */
export function putConcept(
  id: GlossaryId,
  concept: Concept,
  { over }: { over: Concept | undefined | 'any' },
): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossary = await getForChange(change, id);
    const before = await getConcepts(change, 'chunks', id);
    const there = before.find((each) => each.id === concept.id);
    if (over !== 'any' && JSON.stringify(there) !== JSON.stringify(over))
      throw new OutdatedError(id, glossary);
    const put = fitCategories([concept], { before: {}, now: glossary.categories });
    await applyChanges(change, { glossary, before, changes: { put } });
  });
}

async function applyChanges(
  change: Change,
  { glossary, before, changes }: { glossary: StoredGlossary; before: Concept[]; changes: ConceptChanges },
): Promise<void> {
  const { id, edition } = glossary;
  const after =
    glossary.origin === 'own'
      ? changeConceptList(before, changes)
      : await changeOverlaid(change, { id, before, changes });
  // Whatever is in a glossary that is too large already can be changed, and taken out.
  if (after.length > before.length) checkSize(after);
  await putConcepts(change, 'chunks', { id, concepts: after, before });
  await change
    .objectStore('glossaries')
    .put({ ...glossary, edition: edition + 1, conceptCount: after.length });
}

/** Changes the overlay of a glossary; gives what the reader sees then. */
async function changeOverlaid(
  change: Change,
  { id, before, changes }: { id: GlossaryId; before: Concept[]; changes: ConceptChanges },
): Promise<Concept[]> {
  const overlays = change.objectStore('overlays');
  const old = await overlays.get(id);
  const base = old === undefined ? before : await getConcepts(change, 'base', id);
  const overlay = changeOverlay(old ?? EMPTY_OVERLAY, base, changes);
  if (isEmptyOverlay(overlay)) {
    await dropOverlay(change, id);
    return base;
  }
  await overlays.put(overlay, id);
  if (old === undefined) await putConcepts(change, 'base', { id, concepts: base });
  return applyOverlay(base, overlay);
}
