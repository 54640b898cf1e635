import type { ConceptQuery } from '@/components/options/glossary-view';
import type { Concept } from '@/lib/glossary/model';

/** Shorter than a frame: typing stays smooth however large the glossary is. */
const SLICE_MS = 12;
/** The clock is looked at only so often: folding as many concepts takes a millisecond or two. */
const CHECK_EVERY = 32;

interface FoldedConcept {
  terms: string;
  definitions: string;
}

/** What is looked for: words, a category, and whatever else a concept must be. */
export type Search = Pick<ConceptQuery, 'text' | 'category'> & { accepts?: (concept: Concept) => boolean };

/** Finds concepts by their terms and definitions. Folds each concept once, when it is first looked at. */
export class ConceptSearch {
  readonly #concepts: readonly Concept[];
  readonly #fold: (text: string) => string;
  readonly #folded: FoldedConcept[] = [];

  constructor(concepts: readonly Concept[], fold: (text: string) => string) {
    this.#concepts = concepts;
    this.#fold = fold;
  }

  /**
   * The concepts of a category that have every word of the query, in the glossary's order; those that
   * have them in a term come first. Pauses between slices of work; `undefined` if aborted meanwhile.
   */
  async find(query: Search, aborted: AbortSignal): Promise<readonly Concept[] | undefined> {
    const { accepts = () => true } = query;
    const words = this.#fold(query.text.trim())
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0 && query.category === '' && query.accepts === undefined) return this.#concepts;
    const byTerm: Concept[] = [];
    const byDefinition: Concept[] = [];
    let sliceStart = performance.now();
    for (const [at, concept] of this.#concepts.entries()) {
      if (at % CHECK_EVERY === 0 && performance.now() - sliceStart > SLICE_MS) {
        await new Promise((resume) => setTimeout(resume));
        if (aborted.aborted) return undefined;
        sliceStart = performance.now();
      }
      if (query.category !== '' && concept.category !== query.category) continue;
      if (!accepts(concept)) continue;
      const { terms, definitions } = this.#foldedAt(at, concept);
      if (words.every((word) => terms.includes(word))) byTerm.push(concept);
      else if (words.every((word) => terms.includes(word) || definitions.includes(word))) {
        byDefinition.push(concept);
      }
    }
    return [...byTerm, ...byDefinition];
  }

  #foldedAt(at: number, concept: Concept): FoldedConcept {
    // A line end between the texts keeps a word from being found across two of them.
    this.#folded[at] ??= {
      terms: this.#fold(concept.terms.map(({ text }) => text).join('\n')),
      definitions: this.#fold(Object.values(concept.definitions).join('\n')),
    };
    return this.#folded[at];
  }
}
