import type { Concept, ConceptId, LocalizedText, Source, Term } from '@/lib/glossary/model';
import { formatPath, type Problem, type ValuePath } from '@/lib/glossary/problem';

/** A text in one language, as a form has it. */
export interface TextRow {
  language: string;
  text: string;
}

/** A term as a form has it; lists are texts with a line for each entry. */
export interface TermDraft {
  text: string;
  language: string;
  status: Term['status'];
  ambiguous: boolean;
  spot: boolean;
  caseSensitive: boolean;
  exactScript: boolean;
  before: string;
  after: string;
  notIn: string;
}

export type SourceDraft = Required<Source>;

/** A concept while it is being written: every field is there, whatever stands in it. */
export interface ConceptDraft {
  id: string;
  terms: readonly TermDraft[];
  definitions: readonly TextRow[];
  category: string;
  sources: readonly SourceDraft[];
  related: readonly ConceptId[];
}

export function emptyTerm(language: string, status: Term['status']): TermDraft {
  return {
    text: '',
    language,
    status,
    ambiguous: false,
    spot: true,
    caseSensitive: false,
    exactScript: false,
    before: '',
    after: '',
    notIn: '',
  };
}

export const EMPTY_SOURCE: SourceDraft = { title: '', url: '', publisher: '', date: '', quote: '' };

/** A concept that is yet to be written, with a term and a definition to fill in. */
export function emptyDraft(id: string, language: string): ConceptDraft {
  return {
    id,
    terms: [emptyTerm(language, 'preferred')],
    definitions: [{ language: language.split('-')[0] ?? language, text: '' }],
    category: '',
    sources: [],
    related: [],
  };
}

/** Texts by language as rows to fill in; with one empty row if there is none. */
export function toRows(text: LocalizedText | undefined, language: string): TextRow[] {
  const rows = Object.entries(text ?? {}).map(([tag, each]) => ({ language: tag, text: each }));
  return rows.length > 0 ? rows : [{ language, text: '' }];
}

/** What stands in rows by language, in their order; empty ones are left out. */
const readRows = (rows: readonly TextRow[]): [language: string, text: string][] =>
  rows.flatMap(({ language, text }) => (text.trim() === '' ? [] : [[language.trim(), text.trim()]]));

/** Rows as texts by language. Empty ones are left out; of two in one language, see `findRepeated`, the last counts. */
export function fromRows(rows: readonly TextRow[]): LocalizedText {
  return Object.fromEntries(readRows(rows));
}

/** What rows have more than one text for, at a path: only one of them could be kept. */
export function findRepeated(rows: readonly TextRow[], path: ValuePath): Problem[] {
  return findRepeatedKeys(
    readRows(rows).map(([language]) => language),
    path,
  );
}

/** Keys that are there more than once, each at its own path below a path. */
export function findRepeatedKeys(keys: readonly string[], path: ValuePath): Problem[] {
  const repeated = new Set(keys.filter((key, at) => keys.indexOf(key) < at));
  return [...repeated].map((key) => ({
    code: 'key-repeated',
    severity: 'error',
    at: { path: formatPath([...path, key]) },
    params: { key },
  }));
}

const toLines = (list: readonly string[] = []): string => list.join('\n');

export function toDraft(concept: Concept, language: string): ConceptDraft {
  return {
    id: concept.id,
    terms: concept.terms.map((term) => ({
      text: term.text,
      language: term.language,
      status: term.status,
      ambiguous: term.ambiguous === true,
      spot: term.spot !== false,
      caseSensitive: term.caseSensitive === true,
      exactScript: term.script === 'exact',
      before: toLines(term.before),
      after: toLines(term.after),
      notIn: toLines(term.notIn),
    })),
    definitions: toRows(concept.definitions, language.split('-')[0] ?? language),
    category: concept.category ?? '',
    sources: concept.sources.map((source) => ({ ...EMPTY_SOURCE, ...source })),
    related: concept.related ?? [],
  };
}

/** The lines of a field that have anything on them. */
function readLines(lines: string): string[] | undefined {
  const list = lines.split('\n').filter((line) => line.trim() !== '');
  return list.length > 0 ? list.map((line) => line.trim()) : undefined;
}

function readTerm(term: TermDraft): Record<string, unknown> {
  return {
    text: term.text.trim(),
    language: term.language.trim(),
    status: term.status,
    ambiguous: term.ambiguous || undefined,
    spot: term.spot ? undefined : false,
    caseSensitive: term.caseSensitive || undefined,
    script: term.exactScript ? 'exact' : undefined,
    before: readLines(term.before),
    after: readLines(term.after),
    notIn: readLines(term.notIn),
  };
}

function readSource(source: SourceDraft): Record<string, unknown> {
  const { title, url, publisher, date, quote } = source;
  return {
    title: title.trim(),
    url: url.trim(),
    publisher: publisher.trim() || undefined,
    date: date.trim() || undefined,
    quote: quote.trim() || undefined,
  };
}

/**
 * What a draft says, as it would stand in a file; to be checked before it is believed. White space round the
 * texts and fields with nothing in them are left out.
 */
export function fromDraft(draft: ConceptDraft): Record<string, unknown> {
  const concept = {
    id: draft.id.trim(),
    terms: draft.terms.map(readTerm),
    definitions: fromRows(draft.definitions),
    category: draft.category || undefined,
    sources: draft.sources.map(readSource),
    related: draft.related.length > 0 ? draft.related : undefined,
  };
  // Optional keys are left out, not undefined.
  return JSON.parse(JSON.stringify(concept)) as Record<string, unknown>;
}
