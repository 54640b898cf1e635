import type { Concept, GlossaryId, LocalizedText, Term } from './model';

/** One meaning of a form on a page: a concept of a glossary, and the term of it that stands there. */
export interface SenseDescription {
  glossary: { id: GlossaryId; name: LocalizedText; updated: string };
  concept: Concept;
  /** Name of the concept's category, if it has one. */
  category?: LocalizedText;
  term: Term;
}
