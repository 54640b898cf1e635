import type { Alphabet } from './alphabet';

/**
 * Patterns as a double-array trie (J. Aoe, 1989). A state is a slot; the child along a label lies at base + label, and
 * the child's check is that label. No two states share a base, so the label alone proves the parent.
 * The states of first characters are their labels: the root has base 0. So a slot lies at its check or
 * beyond, and no slot has check 0: from a leaf, or with label 0, a search never gets anywhere.
 */
export interface Trie {
  readonly alphabet: Alphabet;
  /** Of a slot: the label of the edge into it, `FREE_SLOT` or `VALUE_SLOT`. */
  readonly check: Uint16Array;
  /** Of a state: base × 2, plus 1 where a pattern ends here; of a leaf: `~value`. */
  readonly base: Int32Array;
  /** Code units of the longest pattern. */
  readonly longest: number;
}

/** At the base of a state where one pattern ends and others go on: `base` holds the value. */
export const VALUE_SLOT = 0xfffe;
export const FREE_SLOT = 0xffff;
