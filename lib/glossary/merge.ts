import { matchCategories, recategorize } from './categories';
import { MAX_ID_LENGTH } from './limits';
import type { Concept, ConceptId, Glossary } from './model';

/**
 * The concepts and categories of several glossaries in the first of them. A concept that is there already in
 * every detail is not added again; one that has only the id of another gets a new id, and relations follow. Categories are the same if one of their
 * names is.
 */
export function mergeGlossaryContents(into: Glossary, others: readonly Glossary[]): Glossary {
  const concepts: Concept[] = [...into.concepts];
  const byId = new Map(concepts.map((concept) => [concept.id, JSON.stringify(concept)]));
  let categories = into.categories;
  for (const other of others) {
    const { keys, added: addedCategories } = matchCategories(categories, other.categories);
    categories = { ...categories, ...addedCategories };
    const renamed = new Map<ConceptId, ConceptId>();
    const added: Concept[] = [];
    for (const theirs of other.concepts) {
      const concept = recategorize(theirs, keys);
      const known = byId.get(concept.id);
      if (known === JSON.stringify(concept)) continue;
      const id = known === undefined ? concept.id : freeId(concept.id, byId);
      if (id !== concept.id) renamed.set(concept.id, id);
      byId.set(id, JSON.stringify(concept));
      added.push(concept);
    }
    for (const concept of added) concepts.push(rename(concept, renamed));
  }
  return { ...into, categories, concepts };
}

/** An id that is not taken: `port-2` beside `port`. It is no longer than one may be. */
export function freeId<Id extends string>(id: Id, taken: { has(id: Id): boolean }): Id {
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const free = `${id.slice(0, MAX_ID_LENGTH - suffix.length).toWellFormed()}${suffix}` as Id;
    if (!taken.has(free)) return free;
  }
}

function rename(concept: Concept, renamed: ReadonlyMap<ConceptId, ConceptId>): Concept {
  if (renamed.size === 0) return concept;
  const { related } = concept;
  return {
    ...concept,
    id: renamed.get(concept.id) ?? concept.id,
    ...(related === undefined ? {} : { related: related.map((id) => renamed.get(id) ?? id) }),
  };
}
