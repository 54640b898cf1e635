import type { Concept, GlossaryHeader } from '@/lib/glossary/model';

/** A glossary in the list. */
export interface GlossarySummary extends GlossaryHeader {
  enabled: boolean;
  origin: 'embedded' | 'own' | 'subscribed';
  conceptCount: number;
}

/** What was read, or is being read, or could not be. */
export type Loaded<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; reason: string }
  | { kind: 'ready'; value: T };

/** What the reader looks for in a glossary. */
export interface ConceptQuery {
  text: string;
  /** Key of a category; empty for all. */
  category: string;
}

/** The glossary that is open, and what of it answers the query. */
export interface OpenGlossary {
  glossary: GlossarySummary;
  query: ConceptQuery;
  /** In the order to show them. */
  found: Loaded<readonly Concept[]>;
}
