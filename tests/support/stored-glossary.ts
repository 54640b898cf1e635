import type { Concept, ConceptId, Glossary, GlossaryId } from '@/lib/glossary/model';
import { readConceptsAt } from '@/lib/storage/concept-reader';
import { listGlossaries, readConcepts, type StoredGlossary } from '@/lib/storage/glossary-store';

/** A concept whose id is its one term. */
export function plainConcept(text: string, more: Partial<Concept> = {}): Concept {
  return {
    id: text as ConceptId,
    terms: [{ text, language: 'zh-Hans', status: 'preferred' }],
    definitions: { zh: `${text}。` },
    sources: [],
    ...more,
  };
}

let made = 0;

/** A glossary of plain concepts, with an id of its own if none is given. */
export function plainGlossary(
  concepts: readonly (string | Concept)[],
  id: string = `glossary-${++made}`,
): Glossary {
  return {
    id: id as GlossaryId,
    name: { en: id },
    version: '1',
    updated: '2026-11-24',
    language: 'zh-Hans',
    categories: {},
    concepts: concepts.map((each) => (typeof each === 'string' ? plainConcept(each) : each)),
  };
}

/** A glossary that must be in the store. */
export async function storedGlossary(id: GlossaryId): Promise<StoredGlossary> {
  const stored = (await listGlossaries()).find((glossary) => glossary.id === id);
  if (stored === undefined) throw new Error(`No glossary ${id}`);
  return stored;
}

export async function conceptIds(id: GlossaryId): Promise<string[]> {
  return (await readConcepts(id)).map((concept) => concept.id);
}

/** One concept by its place in its glossary. */
export async function conceptAt(id: GlossaryId, ordinal: number): Promise<Concept | undefined> {
  return (await readConceptsAt(id, [ordinal])).get(ordinal);
}
