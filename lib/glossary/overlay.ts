import type { Concept, ConceptId } from './model';

/**
 * What a reader made of somebody else's glossary: it lies over the publisher's concepts, and no update of
 * theirs touches it.
 */
export interface Overlay {
  /** Concepts that were changed (with the publisher's ids) or added. */
  put: readonly Concept[];
  /** The publisher's concepts that the reader does not want. */
  hidden: readonly ConceptId[];
}

/** Changes to the concepts of a glossary. */
export interface ConceptChanges {
  /** In place of the concepts with their ids; new ones go to the end. */
  put?: readonly Concept[];
  remove?: readonly ConceptId[];
  /** Only under an overlay: back to what the publisher has. */
  revert?: readonly ConceptId[];
}

export const EMPTY_OVERLAY: Overlay = { put: [], hidden: [] };

export function isEmptyOverlay({ put, hidden }: Overlay): boolean {
  return put.length === 0 && hidden.length === 0;
}

/**
 * The concepts that a reader sees: the publisher's in their order, changed in place, without the hidden
 * ones; then those that were added. Relations to concepts that are not there any more are left out.
 * Unchanged concepts are the same objects.
 */
export function applyOverlay(base: readonly Concept[], overlay: Overlay): Concept[] {
  return changeConceptList(base, { put: overlay.put, remove: overlay.hidden });
}

/**
 * Concepts with changes applied, without relations to those that are not there any more. Unchanged ones are the same
 * objects. Linear in the number of concepts.
 */
export function changeConceptList(
  concepts: readonly Concept[],
  { put = [], remove = [] }: ConceptChanges,
): Concept[] {
  const replacements = new Map(put.map((concept) => [concept.id, concept]));
  const gone = new Set(remove);
  const changed: Concept[] = [];
  for (const concept of concepts) {
    const replacement = replacements.get(concept.id);
    replacements.delete(concept.id);
    if (replacement !== undefined) changed.push(replacement);
    else if (!gone.has(concept.id)) changed.push(concept);
  }
  for (const concept of replacements.values()) changed.push(concept);
  for (const id of deadRelations(put, changed)) gone.add(id);
  return gone.size === 0 ? changed : changed.map((concept) => dropRelations(concept, gone));
}

/** What some concepts are related to that is not among all of them. */
function deadRelations(some: readonly Concept[], all: readonly Concept[]): ConceptId[] {
  const named = new Set(some.flatMap(({ related }) => related ?? []));
  if (named.size > 0) for (const { id } of all) named.delete(id);
  return [...named];
}

function dropRelations(concept: Concept, gone: ReadonlySet<ConceptId>): Concept {
  if (concept.related?.some((id) => gone.has(id)) !== true) return concept;
  const { related, ...rest } = concept;
  const left = related?.filter((id) => !gone.has(id)) ?? [];
  return left.length === 0 ? rest : { ...rest, related: left };
}

/** The overlay after more changes of the reader's. */
export function changeOverlay(
  overlay: Overlay,
  base: readonly Concept[],
  { put = [], remove = [], revert = [] }: ConceptChanges,
): Overlay {
  const published = new Set(base.map(({ id }) => id));
  const kept = new Map(overlay.put.map((concept) => [concept.id, concept]));
  const hidden = new Set(overlay.hidden);
  for (const id of revert) {
    kept.delete(id);
    hidden.delete(id);
  }
  for (const id of remove) {
    kept.delete(id);
    if (published.has(id)) hidden.add(id);
  }
  for (const concept of put) {
    kept.set(concept.id, concept);
    hidden.delete(concept.id);
  }
  return { put: [...kept.values()], hidden: [...hidden] };
}
