import type { Place } from './article';
import type { Evidence } from './draft';
import type { CategoryGuess } from './names';

/** Why a sentence was chosen: it says what the term is, brackets explain it, or it is the first. */
export type ExplanationKind = 'definition' | 'bracket' | 'first';

/** The sentence of an article that says most about a term. */
export interface Explanation {
  kind: ExplanationKind;
  /** As a reader sees it: without readings and invisible characters. */
  text: string;
  /** Where it stands, noise and all. */
  place: Place;
}

/** One way to write a term. */
export interface TermForm {
  /** Folded. */
  key: string;
  /** As an article writes it the first time. */
  text: string;
}

/** One way an article writes a term, and how often. */
export interface CandidateForm extends TermForm {
  count: number;
}

/** What may be a term of an article. Plain JSON. */
export interface Candidate {
  /** The folded form of its headword: the same in every article. */
  key: string;
  /** The first is the headword. */
  forms: CandidateForm[];
  /** The higher, the likelier a term; comparable between articles. */
  score: number;
  evidence: Evidence[];
  category: CategoryGuess;
  /** Of all forms, in the order of the article, none overlapping. */
  places: Place[];
  explanation: Explanation;
}
