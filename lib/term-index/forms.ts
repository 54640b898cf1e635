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

/** Senses of a form lie at [first, end) of the sense table, in the order of glossaries. */
function senseRange(index: TermIndex, form: number): { first: number; end: number } {
  const { senses } = index;
  if (!hasForm(index, form)) throw new RangeError(`Form ${form} is none of the index's ${index.formCount}`);
  if (form < senses.singleForms) return { first: form, end: form + 1 };
  const at = form - senses.singleForms;
  return { first: senses.firstSenses[at] ?? 0, end: senses.firstSenses[at + 1] ?? 0 };
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
  const { first, end } = senseRange(index, form);
  const { concepts, terms, firstConcepts } = index.senses;
  const senses: Sense[] = [];
  for (let sense = first; sense < end; sense++) {
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
  const { first, end } = senseRange(index, form);
  const { concepts, terms, firstConcepts } = index.senses;
  const gives = new Set<number>();
  const needs = new Set<number>();
  for (let sense = first; sense < end; sense++) {
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
  return index.senses.concepts[senseRange(index, form).first] ?? 0;
}

/** Whether a form may be marked only where its context is. */
export function needsContext(index: TermIndex, form: number): boolean {
  if (form < index.senses.singleForms) return ((index.senses.terms[form] ?? 0) & 1) === 1;
  const { first, end } = senseRange(index, form);
  for (let sense = first; sense < end; sense++) {
    if (((index.senses.terms[sense] ?? 0) & 1) === 0) return false;
  }
  return true;
}
