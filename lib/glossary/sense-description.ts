import type { Concept, GlossaryId, LocalizedText, Term } from './model';

/** One meaning of a form on a page: a concept of a glossary, and the term of it that stands there. */
export interface SenseDescription {
  glossary: { id: GlossaryId; name: LocalizedText; updated: string };
  concept: Concept;
  /** Name of the concept's category, if it has one. */
  category?: LocalizedText;
  term: Term;
}

/** A term that stands inside a longer one: 两江新区 in 两江新区、天府新区联席会议. */
export interface ContainedTerm {
  form: number;
  /** As the page writes it. */
  text: string;
}

/** What there is to say about a term on a page. */
export interface TermDescription {
  /** The likeliest first. Empty if nothing is known of the term any more. */
  senses: readonly SenseDescription[];
  contains: readonly ContainedTerm[];
}
