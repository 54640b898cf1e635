import type { Concept, Term } from '@/lib/glossary/model';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import { listGlossaries, readConcept, type StoredGlossary } from '@/lib/storage/glossary-store';
import { getSenses, type Sense } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';

/**
 * What a form of the index means, a description for each of its senses. A concept that the form names twice
 * (果园港 and 果園港 fold to one form) is one sense. First come the senses of the glossary that has most other
 * terms on the page: two regions' 江北 are told apart by their neighbours; then the order of the glossaries.
 */
export async function describeSenses(
  index: TermIndex,
  form: number,
  termsOnPage: ReadonlyMap<number, number> = new Map(),
): Promise<SenseDescription[]> {
  if (form >= index.formCount) return [];
  const weight = ({ glossary }: Sense): number => termsOnPage.get(glossary) ?? 0;
  const senses = distinctConcepts(getSenses(index, form)).sort((a, b) => weight(b) - weight(a));
  const glossaries = new Map((await listGlossaries()).map((glossary) => [glossary.id, glossary]));
  const described = await Promise.all(
    senses.map(async (sense): Promise<SenseDescription | undefined> => {
      const glossary = glossaries.get(index.glossaryIds[sense.glossary] ?? ('' as never));
      if (glossary === undefined) return undefined;
      const concept = await readConcept(glossary.id, sense.concept);
      const term = concept?.terms[sense.term];
      if (concept === undefined || term === undefined) return undefined;
      return describeSense(glossary, concept, term);
    }),
  );
  return described.filter((sense) => sense !== undefined);
}

/** A concept of a glossary as one meaning of a term of it. */
export function describeSense(glossary: StoredGlossary, concept: Concept, term: Term): SenseDescription {
  const category = concept.category === undefined ? undefined : glossary.categories[concept.category];
  return {
    glossary: { id: glossary.id, name: glossary.name, updated: glossary.updated },
    concept,
    term,
    ...(category === undefined ? {} : { category }),
  };
}

function distinctConcepts(senses: readonly Sense[]): Sense[] {
  const byConcept = new Map<string, Sense>();
  for (const sense of senses) {
    const key = `${sense.glossary} ${sense.concept}`;
    if (!byConcept.has(key)) byConcept.set(key, sense);
  }
  return [...byConcept.values()];
}
