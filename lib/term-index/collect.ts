import type { Concept, GlossaryId, Term } from '@/lib/glossary/model';
import { enlarge } from '@/lib/matching/enlarge';
import { PatternList } from '@/lib/matching/pattern-list';
import { hashText } from '@/lib/text/hash-text';
import { normalizeText } from '@/lib/text/normalize';
import { classAt, classBefore, MARK, WORD } from '@/lib/text/script';
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
  readonly firstConcepts: Uint32Array;
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

/** Collects term by term: a function that is called for each is soon compiled by an engine, see `buildTrie`. */
class SenseCollector {
  readonly patterns = new PatternList();
  readonly rules = new Map<number, Rule>();
  readonly conceptHashes: Uint32Array;
  conceptCount = 0;
  #hasLetterEdge = new Uint8Array(256);
  #concepts = new Uint32Array(256);
  #terms = new Uint16Array(256);

  /** @param conceptCount how many will be added */
  constructor(conceptCount: number) {
    this.conceptHashes = new Uint32Array(conceptCount);
  }

  add({ id, terms }: Concept): void {
    for (let ordinal = 0; ordinal < terms.length; ordinal++) this.#addTerm(terms[ordinal] as Term, ordinal);
    this.conceptHashes[this.conceptCount++] = hashText(id);
  }

  #addTerm(term: Term, ordinal: number): void {
    if (term.spot === false) return;
    const text = normalizeText(term.text);
    if (text === '' || text.length > MAX_PATTERN || !isWellFormed(text)) return;
    const sense = this.patterns.count;
    this.patterns.add(text);
    if (sense === this.#terms.length) this.#grow();
    const last = classBefore(text, text.length);
    this.#hasLetterEdge[sense] = classAt(text, 0) === WORD || last === WORD || last === MARK ? 1 : 0;
    const rule = readRule(term, text);
    if (rule !== undefined) this.rules.set(sense, rule);
    this.#concepts[sense] = this.conceptCount;
    this.#terms[sense] = ordinal * 2 + (term.ambiguous === true ? 1 : 0);
  }

  // Counting the terms first would take longer than copying them.
  #grow(): void {
    const size = 2 * this.#terms.length;
    this.#hasLetterEdge = enlarge(this.#hasLetterEdge, size);
    this.#concepts = enlarge(this.#concepts, size);
    this.#terms = enlarge(this.#terms, size);
  }

  /** What has been collected, but where each glossary begins. */
  take(): Omit<CollectedSenses, 'firstConcepts'> {
    const { patterns, rules, conceptHashes } = this;
    return {
      patterns,
      hasLetterEdge: this.#hasLetterEdge,
      concepts: this.#concepts.slice(0, patterns.count),
      terms: this.#terms.slice(0, patterns.count),
      rules,
      conceptHashes,
    };
  }
}

/** Collects the terms that are looked for: see `compileTermIndex` for those that are not. */
export function collectSenses(glossaries: readonly IndexedGlossary[]): CollectedSenses {
  const collector = new SenseCollector(glossaries.reduce((sum, { concepts }) => sum + concepts.length, 0));
  const firstConcepts = new Uint32Array(glossaries.length + 1);
  glossaries.forEach(({ concepts }, glossary) => {
    for (const concept of concepts) collector.add(concept);
    firstConcepts[glossary + 1] = collector.conceptCount;
  });
  return { ...collector.take(), firstConcepts };
}
