import type { Concept, GlossaryId } from '@/lib/glossary/model';
import { buildTrie } from '@/lib/matching/trie-builder';
import { normalizeText } from '@/lib/text/normalize';
import { classAt, classBefore, WORD } from '@/lib/text/script';
import { type Rule, readRule } from './rules';
import type { PatternRules, SenseTable, TermIndex } from './term-index';

/** What is compiled of a glossary. */
export interface IndexedGlossary {
  id: GlossaryId;
  concepts: readonly Concept[];
}

/** Longer patterns are not looked for: no reader's term is, and they bound the work on hostile text. */
const MAX_PATTERN = 256;

/**
 * A pattern's terms with different rules are told apart up to this many groups (2⁵ − 1 forms); the terms
 * of any more groups are taken to be where one of them is. Real glossaries have one or two.
 */
const MAX_GROUPS = 5;

/** One sense, while compiling. */
interface CompiledSense {
  concept: number;
  term: number;
  rule?: Rule;
}

/** Pattern → its senses. Most have one, which is kept bare: a hundred thousand arrays cost more than the rest. */
type Patterns = Map<string, CompiledSense | CompiledSense[]>;

function collectPatterns(glossaries: readonly IndexedGlossary[]): {
  patterns: Patterns;
  firstConcepts: number[];
} {
  const patterns: Patterns = new Map();
  const firstConcepts = [0];
  let concept = 0;
  for (const { concepts } of glossaries) {
    for (const { terms } of concepts) {
      for (let ordinal = 0; ordinal < terms.length; ordinal++) {
        const term = terms[ordinal];
        if (term === undefined || term.spot === false) continue;
        const pattern = normalizeText(term.text);
        if (pattern === '' || pattern.length > MAX_PATTERN || !pattern.isWellFormed()) continue;
        const rule = readRule(term, pattern);
        const sense: CompiledSense = { concept, term: ordinal * 2 + (term.ambiguous === true ? 1 : 0) };
        if (rule !== undefined) sense.rule = rule;
        const others = patterns.get(pattern);
        if (others === undefined) patterns.set(pattern, sense);
        else if (Array.isArray(others)) others.push(sense);
        else patterns.set(pattern, [others, sense]);
      }
      concept++;
    }
    firstConcepts.push(concept);
  }
  return { patterns, firstConcepts };
}

/** The senses of a pattern by rule; the group without a rule, if any, first. */
function groupByRule(senses: readonly CompiledSense[]): { rule: Rule | null; members: Set<CompiledSense> }[] {
  const groups = new Map<string, { rule: Rule | null; members: Set<CompiledSense> }>();
  for (const sense of senses) {
    const key = JSON.stringify(sense.rule ?? null);
    const group = groups.get(key) ?? { rule: sense.rule ?? null, members: new Set() };
    group.members.add(sense);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => Number(a.rule !== null) - Number(b.rule !== null));
  const last = sorted[MAX_GROUPS - 1];
  for (const extra of sorted.splice(MAX_GROUPS)) for (const sense of extra.members) last?.members.add(sense);
  return sorted;
}

/** The form has a list of senses. */
const LISTED = 2;
/** A judge has to be asked about a candidate. */
const JUDGED = 1;

/** Gives forms numbers and writes their senses down. */
class FormNumbering {
  readonly #singles: CompiledSense[] = [];
  readonly #multiples: CompiledSense[][] = [];
  /** By number among the forms with a list of senses. */
  readonly #rules = new Map<number, PatternRules>();
  /** Of each pattern: number of its (first) form among those of its sort × 4, plus `LISTED`, plus `JUDGED`. */
  readonly #places: number[] = [];

  add(pattern: string, found: CompiledSense | CompiledSense[]): void {
    const judged = classAt(pattern, 0) === WORD || classBefore(pattern, pattern.length) === WORD;
    const senses = Array.isArray(found) ? found : [found];
    const ruled = senses.some((sense) => sense.rule !== undefined);
    const [only] = senses;
    if (senses.length === 1 && only !== undefined && !ruled) {
      this.#places.push((this.#singles.push(only) - 1) * 4 + (judged ? JUDGED : 0));
      return;
    }
    const at = this.#multiples.length;
    this.#places.push(at * 4 + LISTED + (judged || ruled ? JUDGED : 0));
    if (!ruled) {
      this.#multiples.push(senses);
      return;
    }
    const groups = groupByRule(senses);
    this.#rules.set(at, { groups: groups.map(({ rule }) => rule) });
    for (let obeyed = 1; obeyed < 2 ** groups.length; obeyed++) {
      this.#multiples.push(
        senses.filter((sense) =>
          groups.some(({ members }, bit) => (obeyed >> bit) & 1 && members.has(sense)),
        ),
      );
    }
  }

  /** Values for the trie, in the order of `add`. */
  listValues(): Int32Array {
    const listed = this.#singles.length;
    const values = new Int32Array(this.#places.length);
    this.#places.forEach((place, at) => {
      const form = (place >> 2) + ((place & LISTED) === 0 ? 0 : listed);
      values[at] = form * 2 + ((place & JUDGED) === 0 ? 0 : 1);
    });
    return values;
  }

  listRules(): Map<number, PatternRules> {
    return new Map([...this.#rules].map(([at, rules]) => [at + this.#singles.length, rules]));
  }

  get formCount(): number {
    return this.#singles.length + this.#multiples.length;
  }

  writeSenses(firstConcepts: readonly number[]): SenseTable {
    const all = this.#singles.concat(this.#multiples.flat());
    const concepts = new Uint32Array(all.length);
    const terms = new Uint16Array(all.length);
    for (let sense = 0; sense < all.length; sense++) {
      concepts[sense] = all[sense]?.concept ?? 0;
      terms[sense] = all[sense]?.term ?? 0;
    }
    const firstSenses = new Uint32Array(this.#multiples.length + 1);
    let first = this.#singles.length;
    this.#multiples.forEach((senses, at) => {
      firstSenses[at] = first;
      first += senses.length;
    });
    firstSenses[this.#multiples.length] = first;
    return {
      singleForms: this.#singles.length,
      firstSenses,
      concepts,
      terms,
      firstConcepts: Uint32Array.from(firstConcepts),
    };
  }
}

/**
 * Compiles the terms of some glossaries, in order of priority, into an index. Terms with `spot: false`,
 * terms that are noise altogether, terms of more than 256 code units and terms with half a
 * surrogate pair are left out.
 *
 * Time linear in the length of all terms: about 1 µs a term.
 */
export function compileTermIndex(glossaries: readonly IndexedGlossary[], revision: number): TermIndex {
  const { patterns, firstConcepts } = collectPatterns(glossaries);
  const forms = new FormNumbering();
  for (const [pattern, senses] of patterns) forms.add(pattern, senses);
  return {
    revision,
    glossaryIds: glossaries.map(({ id }) => id),
    formCount: forms.formCount,
    trie: buildTrie([...patterns.keys()], forms.listValues()),
    senses: forms.writeSenses(firstConcepts),
    rules: forms.listRules(),
  };
}
