import type { Collection } from '@/lib/extraction/collection';
import { CATEGORY_GUESSES, type CategoryGuess } from '@/lib/extraction/names';
import { type CategoryNames, planAddition, planGlossary } from '@/lib/extraction/save-plan';
import type { GlossaryId, LocalizedText } from '@/lib/glossary/model';
import { localDay } from '@/lib/i18n/local-day';
import { createTranslator, type MessageKey } from '@/lib/i18n/translator';
import { UI_LANGUAGES } from '@/lib/settings/languages';
import { changeConcepts } from '@/lib/storage/concept-changes';
import {
  createGlossary,
  listGlossaries,
  readConcepts,
  type StoredGlossary,
} from '@/lib/storage/glossary-store';
import { announceRevision } from '@/lib/storage/revision-signal';
import { doUndoably, type Undo, undoAct } from '@/lib/storage/undo';

/** Where the accepted terms go. */
export type SaveTarget = { kind: 'new'; name: string } | { kind: 'existing'; id: GlossaryId };

export const categoryKey = (category: CategoryGuess): MessageKey => `draft.category.${category}`;

/** The names of the kinds in every language of the interface, as a glossary holds them. */
function categoryNames(): CategoryNames {
  const name = (category: CategoryGuess): LocalizedText =>
    Object.fromEntries(
      UI_LANGUAGES.map((language) => [language, createTranslator(language)(categoryKey(category))]),
    );
  return Object.fromEntries(CATEGORY_GUESSES.map((category) => [category, name(category)])) as CategoryNames;
}

/** The glossaries that terms can be added to: the reader's own. */
export async function listOwnGlossaries(): Promise<StoredGlossary[]> {
  return (await listGlossaries()).filter(({ origin }) => origin === 'own');
}

/**
 * Saves the accepted terms and tells every page.
 *
 * @returns what takes it back
 * @throws {OutdatedError} if the glossary has changed or gone in between: nothing is saved then
 */
export async function saveCollection(collection: Collection, target: SaveTarget): Promise<Undo> {
  const id = target.kind === 'new' ? (`draft-${crypto.randomUUID()}` as GlossaryId) : target.id;
  const { revision, undo } = await doUndoably([id], () =>
    target.kind === 'new' ? saveNew(collection, id, target.name) : addTo(collection, id),
  );
  await announceRevision(revision);
  return undo;
}

function saveNew(collection: Collection, id: GlossaryId, name: string): Promise<number> {
  const today = localDay(Date.now());
  return createGlossary(planGlossary(collection, { id, name, today, categories: categoryNames() }));
}

async function addTo(collection: Collection, id: GlossaryId): Promise<number> {
  const glossary = (await listOwnGlossaries()).find((each) => each.id === id);
  if (glossary === undefined) throw new RangeError(`There is no glossary ${id} of the reader’s own`);
  const taken = new Set((await readConcepts(id)).map((concept) => String(concept.id)));
  const plan = planAddition(collection, glossary, { taken, categories: categoryNames() });
  return changeConcepts(id, plan.changes, { edition: glossary.edition, categories: plan.categories });
}

/** Takes a saving back and tells every page. */
export async function takeBack(undo: Undo): Promise<void> {
  await announceRevision(await undoAct(undo));
}
