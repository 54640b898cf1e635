import type { Concept, ConceptId, GlossaryId } from '../../../lib/glossary/model.ts';

/** Something that finds terms: given the terms, gives a function from a text to the number of its matches. */
export interface Candidate {
  name: string;
  /** Whether it gives what we need: of overlapping matches the leftmost, of those the longest. */
  leftmostLongest: boolean;
  /** The most terms with which a run ends in reasonable time. */
  mostTerms: number;
  /** Share of the texts to measure with so many terms. */
  share(termCount: number): number;
  prepare(terms: readonly string[]): Promise<(text: string) => number>;
}

/** A glossary with a concept for each term. */
export function toGlossary(terms: readonly string[]): { id: GlossaryId; concepts: Concept[] } {
  return {
    id: 'bench' as GlossaryId,
    concepts: terms.map((text, at) => ({
      id: `${at}` as ConceptId,
      terms: [{ text, language: 'zh', status: 'preferred' }],
      definitions: {},
      sources: [],
    })),
  };
}

const all = (): number => 1;

export const CANDIDATES: readonly Candidate[] = [
  {
    name: 'ours',
    leftmostLongest: true,
    mostTerms: 100_000,
    share: all,
    prepare: async (terms) => {
      const { compileTermIndex } = await import('../../../lib/term-index/compile.ts');
      const { encodeTermIndex, decodeTermIndex } = await import('../../../lib/term-index/binary.ts');
      const { findMatches } = await import('../../../lib/term-index/find.ts');
      const index = decodeTermIndex(encodeTermIndex(compileTermIndex([toGlossary(terms)], 1)));
      return (text) => findMatches(index, text).length;
    },
  },
  {
    name: '@monyone/aho-corasick, greedy',
    leftmostLongest: true,
    mostTerms: 100_000,
    share: () => 0.25,
    prepare: async (terms) => {
      const { AhoCorasick } = await import('@monyone/aho-corasick/greedy');
      const matcher = new AhoCorasick([...terms]);
      return (text) => matcher.matchInText(text).length;
    },
  },
  {
    name: '@monyone/aho-corasick, fast',
    leftmostLongest: false,
    mostTerms: 100_000,
    share: () => 0.25,
    prepare: async (terms) => {
      const { AhoCorasick } = await import('@monyone/aho-corasick/fast');
      const matcher = new AhoCorasick([...terms]);
      return (text) => matcher.matchInText(text).length;
    },
  },
  {
    name: 'modern-ahocorasick',
    leftmostLongest: false,
    mostTerms: 100_000,
    share: () => 0.05,
    prepare: async (terms) => {
      const { default: AhoCorasick } = await import('modern-ahocorasick');
      const matcher = new AhoCorasick([...terms]);
      return (text) => matcher.search(text).length;
    },
  },
  {
    name: 'one RegExp',
    leftmostLongest: true,
    mostTerms: 10_000,
    share: (termCount) => Math.min(1, 60 / termCount ** 1.5),
    prepare: async (terms) => {
      const longestFirst = [...terms].sort((a, b) => b.length - a.length);
      const pattern = new RegExp(longestFirst.join('|'), 'g');
      return (text) => text.match(pattern)?.length ?? 0;
    },
  },
  {
    name: 'a RegExp a term',
    leftmostLongest: false,
    mostTerms: 10_000,
    share: (termCount) => Math.min(1, 30 / termCount),
    prepare: async (terms) => {
      const patterns = terms.map((term) => new RegExp(term, 'g'));
      return (text) => patterns.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
    },
  },
];
