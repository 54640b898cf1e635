import type { Concept, ConceptId, GlossaryHeader, GlossaryId, Term } from '@/lib/glossary/model';
import type { IndexedGlossary } from '@/lib/term-index/collect';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findMatches } from '@/lib/term-index/find';
import type { TermIndex } from '@/lib/term-index/term-index';

/** What is written about a glossary, no more than has to be. */
export const PORTS_HEADER: GlossaryHeader = {
  id: 'ports' as GlossaryId,
  name: { zh: '港口' },
  version: '1',
  updated: '2026-11-25',
  language: 'zh-Hans',
  categories: {},
};

/** A term with the defaults filled in; a bare string is its text. */
export function term(from: string | (Partial<Term> & { text: string })): Term {
  const rest = typeof from === 'string' ? { text: from } : from;
  return { language: 'zh-Hans', status: 'preferred', ...rest };
}

type TermLike = Parameters<typeof term>[0];

/** A concept that is named by these terms. */
export function concept(id: string, first: TermLike, ...others: TermLike[]): Concept {
  return { id: id as ConceptId, terms: [term(first), ...others.map(term)], definitions: {}, sources: [] };
}

/** A glossary with a concept for each of these terms. */
export function glossary(id: string, terms: readonly TermLike[]): IndexedGlossary {
  return { id: id as GlossaryId, concepts: terms.map((each, at) => concept(`c${at}`, each)) };
}

/** An index of one glossary with a concept for each term. */
export function indexOf(...terms: TermLike[]): TermIndex {
  return compileTermIndex([glossary('g', terms)], 1);
}

/** What is marked in a text, as it stands there. */
export function findTexts(index: TermIndex, text: string): string[] {
  return findMatches(index, text).map(({ start, end }) => text.slice(start, end));
}
