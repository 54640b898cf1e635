import type { GlossaryId } from '@/lib/glossary/model';
import type { Trie } from '@/lib/matching/trie';
import type { Rule } from './rules';

/**
 * The enabled glossaries, compiled for searching.
 *
 * A *form* is what a place in a text can be: the terms that share a pattern and whose rules the place
 * obeys. Most patterns have one form, and most forms one sense: form and sense then have one number. The other forms
 * are numbered from the number of senses on, and list theirs.
 */
export interface TermIndex {
  /** Of the glossaries it was compiled from. */
  readonly revision: number;
  /** In order of priority; other numbers of glossaries in an index are places in this list. */
  readonly glossaryIds: readonly GlossaryId[];
  /** Forms are numbered from 0. A sense that shares its pattern is none by itself: its number stands for no place. */
  readonly formCount: number;
  /** Its values: form × 2, plus 1 where rules or letters at an edge have to be looked at. */
  readonly trie: Trie;
  readonly senses: SenseTable;
  /** Of each concept, counted through all glossaries: a hash of its id, by which the concept is found. */
  readonly conceptHashes: Uint32Array;
  /** By form: the first of the forms that a pattern with rules can be. */
  readonly rules: ReadonlyMap<number, PatternRules>;
}

/** Flat, as it is stored. */
export interface SenseTable {
  /** Of each sense: concept, counted through all glossaries. */
  readonly concepts: Uint32Array;
  /** Of each sense: ordinal of the term × 2, plus 1 if it is ambiguous. */
  readonly terms: Uint16Array;
  /** Of each glossary: its first concept in that count; one more entry for the end. */
  readonly firstConcepts: Uint32Array;
  /** The senses of each form that lists them, in the order of glossaries, one form after another. */
  readonly listed: Uint32Array;
  /** Of each of those forms, where its senses begin in `listed`; one more entry for the end. */
  readonly firstListed: Uint32Array;
}

/**
 * The groups of terms of one pattern, each with a rule (or none). A place obeys some of them, as a set
 * of bits; its form is the first form plus that number minus 1.
 */
export interface PatternRules {
  readonly groups: readonly (Rule | null)[];
}
