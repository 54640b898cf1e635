import type { Concept, GlossaryId } from '@/lib/glossary/model';
import { enlarge } from '@/lib/matching/enlarge';
import { PatternList } from '@/lib/matching/pattern-list';
import { normalizeText } from '@/lib/text/normalize';
import { classAt, classBefore, MARK, WORD } from '@/lib/text/script';
import { hashId } from './concept-ids';
import { type Rule, readRule } from './rules';

/** What is compiled of a glossary. */
export interface IndexedGlossary {
  id: GlossaryId;
  concepts: readonly Concept[];
}

/** Longer patterns are not looked for: no reader's term is, and they bound the work on hostile text. */
const MAX_PATTERN = 256;

/**
 * The terms of some glossaries that are looked for, each with what it means: a sense. In flat arrays: a hundred
 * thousand objects would cost more than all the rest.
 */
export interface CollectedSenses {
  /** Of each sense: what is looked for. */
  readonly patterns: PatternList;
  /** Of each sense: whether its pattern begins or ends with a letter or digit. */
  readonly hasLetterEdge: Uint8Array;
  /** Of each sense: the concept, counted through all glossaries; its term × 2, plus 1 if that is ambiguous. */
  readonly concepts: Uint32Array;
  readonly terms: Uint16Array;
  /** Of the senses that have one. */
  readonly rules: ReadonlyMap<number, Rule>;
  /** Of each glossary: its first concept in that count; one more entry for the end. */
  readonly firstConcepts: readonly number[];
  /** Of each concept in that count: see `ordinalsOf`. */
  readonly conceptHashes: Uint32Array;
}

/** As the method of that name, which takes longer than all that is done with most texts. */
function isWellFormed(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xf800) === 0xd800) return text.isWellFormed();
  }
  return true;
}

/** Collects the terms that are looked for: see `compileTermIndex` for those that are not. */
export function collectSenses(glossaries: readonly IndexedGlossary[]): CollectedSenses {
  const patterns = new PatternList();
  // Counting the terms first would take as long as collecting them: what takes time is going from object to object.
  let hasLetterEdge = new Uint8Array(256);
  let senseConcepts = new Uint32Array(256);
  let senseTerms = new Uint16Array(256);
  const rules = new Map<number, Rule>();
  const firstConcepts = [0];
  const conceptHashes = new Uint32Array(glossaries.reduce((sum, { concepts }) => sum + concepts.length, 0));
  let concept = 0;
  let sense = 0;
  for (const { concepts } of glossaries) {
    for (const { id, terms } of concepts) {
      for (let ordinal = 0; ordinal < terms.length; ordinal++) {
        const term = terms[ordinal];
        if (term === undefined || term.spot === false) continue;
        const text = normalizeText(term.text);
        if (text === '' || text.length > MAX_PATTERN || !isWellFormed(text)) continue;
        patterns.add(text);
        if (sense === senseTerms.length) {
          hasLetterEdge = enlarge(hasLetterEdge, 2 * sense);
          senseConcepts = enlarge(senseConcepts, 2 * sense);
          senseTerms = enlarge(senseTerms, 2 * sense);
        }
        const last = classBefore(text, text.length);
        hasLetterEdge[sense] = classAt(text, 0) === WORD || last === WORD || last === MARK ? 1 : 0;
        const rule = readRule(term, text);
        if (rule !== undefined) rules.set(sense, rule);
        senseConcepts[sense] = concept;
        senseTerms[sense] = ordinal * 2 + (term.ambiguous === true ? 1 : 0);
        sense++;
      }
      conceptHashes[concept++] = hashId(id);
    }
    firstConcepts.push(concept);
  }
  return {
    patterns,
    hasLetterEdge,
    concepts: senseConcepts,
    terms: senseTerms,
    rules,
    firstConcepts,
    conceptHashes,
  };
}
