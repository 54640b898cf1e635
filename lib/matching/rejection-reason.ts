import type { Edge } from './boundary';

/** Why a place that has the characters of a term is not marked. */
export type RejectionReason =
  /** Letters or digits go on across the edge. */
  | { kind: 'letters'; edge: Edge }
  /** None of the terms' own rules (neighbours, script, case) holds there. */
  | { kind: 'rules' }
  /**
   * The word reads across the edge. Costs as in `BoundaryDecision`: with the term, with the word, and how much dearer
   * the word would have to be.
   */
  | { kind: 'words'; word: string; edge: Edge; standing: number; crossing: number; needed: number }
  /** A numeral goes on across the edge. */
  | { kind: 'numeral'; edge: Edge }
  /** The term is ambiguous, and no other term of its glossary is there. */
  | { kind: 'context' };
