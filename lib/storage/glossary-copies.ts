import { mergeGlossaryContents } from '@/lib/glossary/merge';
import type { Concept, Glossary, GlossaryId, LocalizedText } from '@/lib/glossary/model';
import type { StoredGlossary } from './database';
import {
  type Change,
  changeGlossaries,
  checkCategories,
  checkSize,
  getConcepts,
  getForChange,
  putConcepts,
  removeGlossary,
} from './glossary-change';

/** What a glossary is without how and where it is kept. */
export function asGlossary(stored: StoredGlossary, concepts: readonly Concept[]): Glossary {
  const {
    origin: _origin,
    position: _position,
    edition: _edition,
    enabled: _enabled,
    colour: _colour,
    sites: _sites,
    conceptCount: _count,
    ...header
  } = stored;
  return { ...header, concepts };
}

/**
 * Makes a glossary of the reader's own with what another one holds, the reader's edits included. It stands
 * right behind it, and is switched off: with both on, every term would have two meanings.
 *
 * @returns the new revision
 * @throws {RangeError} if the new id is taken
 */
export function duplicateGlossary(
  id: GlossaryId,
  copy: { id: GlossaryId; name: LocalizedText },
): Promise<number> {
  return changeGlossaries(async (change) => {
    const glossaries = change.objectStore('glossaries');
    const stored = await getForChange(change, id);
    if ((await glossaries.getKey(copy.id)) !== undefined) {
      throw new RangeError(`There is a glossary ${copy.id} already`);
    }
    const concepts = await getConcepts(change, 'chunks', id);
    for (const other of await glossaries.getAll()) {
      if (other.position > stored.position) await glossaries.put({ ...other, position: other.position + 1 });
    }
    await glossaries.put({
      ...stored,
      ...copy,
      origin: 'own',
      enabled: false,
      edition: 1,
      position: stored.position + 1,
    });
    await putConcepts(change, 'chunks', { id: copy.id, concepts });
  });
}

/**
 * Puts all that other glossaries hold into one of the reader's own, and deletes those that are the reader's
 * own too; see `mergeGlossaryContents`.
 *
 * @returns the new revision
 * @throws {OutdatedError} if one of them is gone
 * @throws {RangeError} if the first is somebody else's
 * @throws {TooManyConceptsError} if together they are too large for one
 * @throws {TooManyCategoriesError} likewise
 */
export function mergeGlossaries(into: GlossaryId, others: readonly GlossaryId[]): Promise<number> {
  return changeGlossaries(async (change) => {
    const target = await readForMerge(change, into);
    if (target.stored.origin !== 'own') throw new RangeError(`Glossary ${into} is its publisher’s`);
    const added = [];
    for (const id of others) added.push(await readForMerge(change, id));
    const merged = mergeGlossaryContents(
      target.glossary,
      added.map(({ glossary }) => glossary),
    );
    checkSize(merged.concepts);
    checkCategories(merged.categories, target.glossary.categories);
    await putConcepts(change, 'chunks', {
      id: into,
      concepts: merged.concepts,
      before: target.glossary.concepts,
    });
    await change.objectStore('glossaries').put({
      ...target.stored,
      categories: merged.categories,
      edition: target.stored.edition + 1,
      conceptCount: merged.concepts.length,
    });
    for (const { stored } of added) if (stored.origin === 'own') await removeGlossary(change, stored.id);
  });
}

async function readForMerge(
  change: Change,
  id: GlossaryId,
): Promise<{ stored: StoredGlossary; glossary: Glossary }> {
  const stored = await getForChange(change, id);
  return { stored, glossary: asGlossary(stored, await getConcepts(change, 'chunks', id)) };
}
