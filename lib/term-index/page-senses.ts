import { conceptNumber, getContext, getSenses, hasForm, type Sense } from './forms';
import type { TermIndex } from './term-index';

/** What is known of the page that a form stands on. */
export interface PageContext {
  /** How many different terms of each glossary (by ordinal) stand there. */
  termsOnPage?: ReadonlyMap<number, number>;
  /** Whether the reader wants a sense there; left out: all. */
  isWanted?(sense: Sense): boolean;
}

/**
 * What a form means on a page. A concept that the form names twice (果园港 and 果園港 fold to one form) is one sense.
 * First come the senses of the glossary that has most other terms on the page: two regions' 江北 are told apart by
 * their neighbours; then the order of the glossaries. Nothing for a form that the index does not have.
 */
export function sensesOnPage(
  index: TermIndex,
  form: number,
  { termsOnPage, isWanted = () => true }: PageContext = {},
): Sense[] {
  if (!hasForm(index, form)) return [];
  const weight = ({ glossary }: Sense): number => termsOnPage?.get(glossary) ?? 0;
  return distinctConcepts(index, getSenses(index, form))
    .filter(isWanted)
    .sort((a, b) => weight(b) - weight(a));
}

/** How many different forms of each glossary (by ordinal) there are among some; those that are none do not count. */
export function countTerms(index: TermIndex, forms: Iterable<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const form of new Set(forms)) {
    if (!hasForm(index, form)) continue;
    const { gives, needs } = getContext(index, form);
    for (const glossary of [...gives, ...needs]) counts.set(glossary, (counts.get(glossary) ?? 0) + 1);
  }
  return counts;
}

function distinctConcepts(index: TermIndex, senses: readonly Sense[]): Sense[] {
  const byConcept = new Map<number, Sense>();
  for (const sense of senses) {
    const number = conceptNumber(index, sense);
    if (!byConcept.has(number)) byConcept.set(number, sense);
  }
  return [...byConcept.values()];
}
