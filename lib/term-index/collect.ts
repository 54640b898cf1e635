import type { Concept, GlossaryId } from '@/lib/glossary/model';
import { PatternTree } from '@/lib/matching/pattern-tree';
import { normalizeText } from '@/lib/text/normalize';
import { classAt, classBefore, WORD } from '@/lib/text/script';
import { type Rule, readRule } from './rules';

/** What is compiled of a glossary. */
export interface IndexedGlossary {
  id: GlossaryId;
  concepts: readonly Concept[];
}

/** Longer patterns are not looked for: no reader's term is, and they bound the work on hostile text. */
const MAX_PATTERN = 256;

/** No sense, after the last one of a pattern. */
export const NO_SENSE = -1;

/**
 * The patterns of some glossaries and what each may mean, as lists in flat arrays: a hundred thousand
 * objects would cost more than all the rest.
 */
export interface CollectedSenses {
  readonly tree: PatternTree;
  /** Of each pattern: its first sense, and whether it begins or ends with a letter or digit. */
  readonly first: Int32Array;
  readonly hasLetterEdge: Uint8Array;
  /** Of each sense: the concept, counted through all glossaries; its term × 2, plus 1 if that is ambiguous. */
  readonly concepts: Uint32Array;
  readonly terms: Uint16Array;
  /** Of each sense: the next one of its pattern, or `NO_SENSE`. */
  readonly next: Int32Array;
  /** Of the senses that have one. */
  readonly rules: ReadonlyMap<number, Rule>;
  /** Of each glossary: its first concept in that count; one more entry for the end. */
  readonly firstConcepts: readonly number[];
}

function measure(glossaries: readonly IndexedGlossary[]): { termCount: number; units: number } {
  let termCount = 0;
  let units = 0;
  for (const { concepts } of glossaries) {
    for (const { terms } of concepts) {
      termCount += terms.length;
      for (const { text } of terms) units += Math.min(text.length, MAX_PATTERN);
    }
  }
  return { termCount, units };
}

/** Collects the terms that are looked for: see `compileTermIndex` for those that are not. */
export function collectSenses(glossaries: readonly IndexedGlossary[]): CollectedSenses {
  const { termCount, units } = measure(glossaries);
  const tree = new PatternTree(units);
  const first = new Int32Array(termCount);
  const last = new Int32Array(termCount);
  const hasLetterEdge = new Uint8Array(termCount);
  const senseConcepts = new Uint32Array(termCount);
  const senseTerms = new Uint16Array(termCount);
  const next = new Int32Array(termCount).fill(NO_SENSE);
  const rules = new Map<number, Rule>();
  const firstConcepts = [0];
  let concept = 0;
  let sense = 0;
  for (const { concepts } of glossaries) {
    for (const { terms } of concepts) {
      for (let ordinal = 0; ordinal < terms.length; ordinal++) {
        const term = terms[ordinal];
        if (term === undefined || term.spot === false) continue;
        const text = normalizeText(term.text);
        if (text === '' || text.length > MAX_PATTERN || !text.isWellFormed()) continue;
        const known = tree.patternCount;
        const pattern = tree.add(text);
        if (pattern === known) {
          first[pattern] = sense;
          hasLetterEdge[pattern] =
            classAt(text, 0) === WORD || classBefore(text, text.length) === WORD ? 1 : 0;
        } else {
          next[last[pattern] ?? 0] = sense;
        }
        last[pattern] = sense;
        const rule = readRule(term, text);
        if (rule !== undefined) rules.set(sense, rule);
        senseConcepts[sense] = concept;
        senseTerms[sense] = ordinal * 2 + (term.ambiguous === true ? 1 : 0);
        sense++;
      }
      concept++;
    }
    firstConcepts.push(concept);
  }
  return {
    tree,
    first,
    hasLetterEdge,
    concepts: senseConcepts,
    terms: senseTerms,
    next,
    rules,
    firstConcepts,
  };
}
