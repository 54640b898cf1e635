import type { Concept, ConceptId, GlossaryId, LanguageTag, LocalizedText, Term } from './model';

/** One meaning of a form on a page: a concept of a glossary, and the term of it that stands there. */
export interface SenseDescription {
  glossary: {
    id: GlossaryId;
    name: LocalizedText;
    updated: string;
    /** The reader's own: its concepts can be edited. */
    own: boolean;
  };
  concept: Concept;
  /** Name of the concept's category, if it has one. */
  category?: LocalizedText;
  term: Term;
  /** What only a card shows; missing in lists. */
  details?: SenseDetails;
}

export interface SenseDetails {
  /** How the headword is read: pinyin, a syllable for each Chinese character. */
  reading?: string;
  /** The terms in its definitions, by language; ordered, never overlapping. */
  inDefinitions: Readonly<Record<LanguageTag, readonly DefinitionTerm[]>>;
  related: readonly RelatedConcept[];
}

/** A term in a definition, in code units of it. */
export interface DefinitionTerm {
  start: number;
  end: number;
  form: number;
}

/** A concept that another one of its glossary names. */
export interface RelatedConcept {
  id: ConceptId;
  /** Its headword. */
  text: string;
  language: LanguageTag;
}

/** A term that stands inside a longer one: 两江新区 in 两江新区、天府新区联席会议. */
export interface ContainedTerm {
  form: number;
  /** As the page writes it. */
  text: string;
}

/** What there is to say about a term on a page. */
export interface TermDescription {
  /** Of the term index that the forms in here are of. */
  revision: number;
  /** The likeliest first. Empty if nothing is known of the term any more. */
  senses: readonly SenseDescription[];
  contains: readonly ContainedTerm[];
}
