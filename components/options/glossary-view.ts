import type { ProblemTexts } from '@/components/options/problem-text';
import type { LintCode, LintFinding, Remedy } from '@/lib/glossary/lint';
import type { Concept, ConceptId, GlossaryHeader } from '@/lib/glossary/model';
import type { UnderlineColour } from '@/lib/settings/underline';
import type { ConceptDraft } from './concept-draft';
import type { DetailsDraft } from './details-draft';

/** A glossary in the list. */
export interface GlossarySummary extends GlossaryHeader {
  enabled: boolean;
  origin: 'embedded' | 'own' | 'subscribed';
  edition: number;
  conceptCount: number;
  colour?: UnderlineColour;
  sites?: readonly string[];
}

/** What was read, or is being read, or could not be. */
export type Loaded<T> =
  | { kind: 'loading' }
  | { kind: 'failed'; reason: string }
  | { kind: 'ready'; value: T };

/** What a table can be narrowed down to: a finding of the lint, or terms that need context. */
export type ProblemFilter = LintCode | 'ambiguous' | 'edited' | '';

/** What the reader looks for in a glossary. */
export interface ConceptQuery {
  text: string;
  /** Key of a category; empty for all. */
  category: string;
  problem: ProblemFilter;
}

/** The views of an open glossary, in order; each is part of the address. */
export const GLOSSARY_VIEWS = ['concepts', 'problems', 'try', 'details'] as const;
export type GlossaryView = (typeof GLOSSARY_VIEWS)[number];

/** The concept that is being edited. */
export interface OpenConcept {
  /** Each form that is opened has another number; one that is saved goes on. */
  form: number;
  draft: ConceptDraft;
  isNew: boolean;
  dirty: boolean;
  /** By path in the concept; empty until the first attempt to save. */
  problems: ProblemTexts;
  /** It has been changed elsewhere since this form was opened. */
  conflict: boolean;
  /** Under an overlay: the reader's own edit, which can be taken back. */
  edited: boolean;
}

/** The details of a glossary while they are being edited. */
export interface OpenDetails {
  draft: DetailsDraft;
  dirty: boolean;
  /** By path in the header; empty until the first attempt to save. */
  problems: ProblemTexts;
  /** They have been changed elsewhere since this form was opened. */
  conflict: boolean;
}

/** The glossary that is open, and what of it answers the query. */
export interface OpenGlossary {
  glossary: GlossarySummary;
  view: GlossaryView;
  query: ConceptQuery;
  /** In the order to show them. */
  found: Loaded<readonly Concept[]>;
  /** Only the first of them are there; the others of a large glossary are still being read. */
  reading: boolean;
  /** Of all its concepts. */
  findings: Loaded<readonly LintFinding[]>;
  /** Headword by id. */
  nameOf(id: ConceptId): string | undefined;
  concept: OpenConcept | undefined;
  details: OpenDetails | undefined;
  tryOut: TryOut;
}

/** What the try-out pane shows. */
export interface TryOut {
  text: string;
  /** Stretches of the text, in order: those with a term are marked. */
  parts: readonly { text: string; marked: boolean; key: number }[];
  decisions: readonly TriedTerm[];
  /** A page whose text is to be tried. */
  page: { address: string; busy: boolean /** Empty if there is none. */; problem: string };
}

/** What was decided on one place of the text that was tried. */
export interface TriedTerm {
  text: string;
  accepted: boolean;
  /** Why, in words. */
  reason: string;
  key: number;
}

/** A click on a remedy. */
export type OnRemedy = (finding: LintFinding, remedy: Remedy) => void;
