import type { Concept, ConceptId, GlossaryId } from '@/lib/glossary/model';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { readConceptsAt } from '@/lib/storage/concept-reader';
import { listGlossaries } from '@/lib/storage/glossary-store';
import { ordinalsOf } from '@/lib/term-index/concept-ids';
import type { Sense } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';

/**
 * What senses mean, each in its place; `undefined` for what has gone since the index was made. What they are asked for
 * together is read once.
 */
export async function describeSenses(
  index: TermIndex,
  senses: readonly Sense[],
): Promise<(SenseDescription | undefined)[]> {
  if (senses.length === 0) return [];
  const glossaries = new Map((await listGlossaries()).map((glossary) => [glossary.id, glossary]));
  const concepts = await readConceptsOf(index, senses);
  return senses.map((sense, at): SenseDescription | undefined => {
    const glossary = glossaries.get(index.glossaryIds[sense.glossary] ?? ('' as GlossaryId));
    const concept = concepts[at];
    const term = concept?.terms[sense.term];
    if (glossary === undefined || concept === undefined || term === undefined) return undefined;
    const { id, name, updated, origin } = glossary;
    const category = concept.category === undefined ? undefined : glossary.categories[concept.category];
    return {
      glossary: { id, name, updated, own: origin === 'own' },
      concept,
      term,
      ...(category === undefined ? {} : { category }),
    };
  });
}

/** As `describeSenses`, for lists of senses; what has gone is left out of them. */
export async function describeLists(
  index: TermIndex,
  lists: readonly (readonly Sense[])[],
): Promise<SenseDescription[][]> {
  const described = (await describeSenses(index, lists.flat())).values();
  return lists.map((senses) =>
    senses.map(() => described.next().value).filter((sense) => sense !== undefined),
  );
}

/** The concepts of senses, each in its place. */
export async function readConceptsOf(
  index: TermIndex,
  senses: readonly Pick<Sense, 'glossary' | 'concept'>[],
): Promise<(Concept | undefined)[]> {
  const byGlossary = Map.groupBy(senses, ({ glossary }) => glossary);
  const read = new Map<number, Map<number, Concept>>();
  for (const [glossary, wanted] of byGlossary) {
    const id = index.glossaryIds[glossary];
    const ordinals = wanted.map(({ concept }) => concept);
    if (id !== undefined) read.set(glossary, await readConceptsAt(id, ordinals));
  }
  return senses.map(({ glossary, concept }) => read.get(glossary)?.get(concept));
}

/** The concepts of a glossary with some ids, by id, each with its ordinal; without those that the index does not have. */
export async function findConcepts(
  index: TermIndex,
  glossaryId: GlossaryId,
  ids: readonly ConceptId[],
): Promise<Map<ConceptId, { ordinal: number; concept: Concept }>> {
  const wanted = new Set(ids);
  const ordinals = [...wanted].flatMap((id) => ordinalsOf(index, glossaryId, id));
  const found = new Map<ConceptId, { ordinal: number; concept: Concept }>();
  for (const [ordinal, concept] of await readConceptsAt(glossaryId, ordinals)) {
    if (wanted.has(concept.id)) found.set(concept.id, { ordinal, concept });
  }
  return found;
}
