import type { TermIndex } from './term-index';

/** One meaning of a form, as ordinals: `index.glossaryIds[glossary]`, its `concepts[concept]`, that one's `terms[term]`. */
export interface Sense {
  glossary: number;
  concept: number;
  term: number;
}

/** Whether a number, which may come from anywhere, is a form of the index. */
export function hasForm({ formCount }: TermIndex, form: number): boolean {
  return Number.isInteger(form) && form >= 0 && form < formCount;
}

/** The numbers of a form's senses, in the order of glossaries. */
function sensesOf(index: TermIndex, form: number): Iterable<number> {
  const { concepts, listed, firstListed } = index.senses;
  if (!hasForm(index, form)) throw new RangeError(`Form ${form} is none of the index's ${index.formCount}`);
  if (form < concepts.length) return [form];
  const at = form - concepts.length;
  return listed.subarray(firstListed[at], firstListed[at + 1]);
}

function glossaryOf(firstConcepts: Uint32Array, concept: number): number {
  let glossary = 0;
  while ((firstConcepts[glossary + 1] ?? Number.POSITIVE_INFINITY) <= concept) glossary++;
  return glossary;
}

/**
 * What a form can mean, in order of the glossaries' priority and of concepts in them.
 *
 * @throws {RangeError} if the form is not one of this index
 */
export function getSenses(index: TermIndex, form: number): Sense[] {
  const { concepts, terms, firstConcepts } = index.senses;
  const senses: Sense[] = [];
  for (const sense of sensesOf(index, form)) {
    const concept = concepts[sense] ?? 0;
    const glossary = glossaryOf(firstConcepts, concept);
    senses.push({
      glossary,
      concept: concept - (firstConcepts[glossary] ?? 0),
      term: (terms[sense] ?? 0) >> 1,
    });
  }
  return senses;
}

/**
 * The glossaries (ordinals, ascending) to which a form matters as context: those that it gives context,
 * having an unambiguous sense there, and those from which it needs context, having ambiguous ones only.
 *
 * @throws {RangeError} if the form is not one of this index
 */
export function getContext(index: TermIndex, form: number): { gives: number[]; needs: number[] } {
  const { concepts, terms, firstConcepts } = index.senses;
  const gives = new Set<number>();
  const needs = new Set<number>();
  for (const sense of sensesOf(index, form)) {
    const glossary = glossaryOf(firstConcepts, concepts[sense] ?? 0);
    (((terms[sense] ?? 0) & 1) === 1 ? needs : gives).add(glossary);
  }
  for (const glossary of gives) needs.delete(glossary);
  return { gives: [...gives], needs: [...needs] };
}

/** The number of a sense's concept, counted through all glossaries. */
export function conceptNumber({ senses }: TermIndex, { glossary, concept }: Omit<Sense, 'term'>): number {
  return (senses.firstConcepts[glossary] ?? 0) + concept;
}

/** Names a sense among all of its index. */
export function senseKey({ glossary, concept, term }: Sense): string {
  return `${glossary} ${concept} ${term}`;
}

/**
 * A number for what a form means first: forms with the same one are names of one concept.
 *
 * @throws {RangeError} if the form is not one of this index
 */
export function firstConcept(index: TermIndex, form: number): number {
  const [first = 0] = sensesOf(index, form);
  return index.senses.concepts[first] ?? 0;
}

/** Whether a form may be marked only where its context is. */
export function needsContext(index: TermIndex, form: number): boolean {
  const { concepts, terms } = index.senses;
  // Asked of every match.
  if (form < concepts.length) return ((terms[form] ?? 0) & 1) === 1;
  for (const sense of sensesOf(index, form)) {
    if (((terms[sense] ?? 0) & 1) === 0) return false;
  }
  return true;
}
