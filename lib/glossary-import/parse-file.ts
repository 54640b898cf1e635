import { parseCsv, type TableResult } from '@/lib/glossary/formats/csv';
import { decodeText, type Encoding } from '@/lib/glossary/formats/decode';
import { type Draft, type ReadResult, refuse } from '@/lib/glossary/formats/draft';
import { draftJson } from '@/lib/glossary/formats/json-draft';
import { type Columns, detectColumns } from '@/lib/glossary/formats/table/columns';
import { splitRole } from '@/lib/glossary/formats/table/roles';
import { draftTable, type Table } from '@/lib/glossary/formats/table/table-draft';
import { MAX_FILE_BYTES } from '@/lib/glossary/limits';
import type { Glossary, LanguageTag } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { acceptDraft } from './accept';
import { detectFormat, type ReadFormat } from './formats';
import { completeHeader, type FileHint } from './header';

/** What is known of a file, and what a reader decided about it. */
export interface FileOptions extends FileHint {
  /** Media type, if a server named one. */
  type?: string;
  /** Found out if absent, as everything below. */
  format?: ReadFormat;
  encoding?: Encoding;
  /** What the columns of a table hold. */
  columns?: Columns;
  /** Main language of the terms. */
  language?: LanguageTag;
}

/** How a file was read: what was found out or given. */
export interface FileReading {
  format?: ReadFormat;
  encoding?: Encoding;
  /** Of a table: its columns and its first rows, for a person to look at. */
  table?: { columns: Columns; sample: string[][] };
}

/** A glossary with all that had to be left out of it; or why there is none. */
export type ParsedFile = { reading: FileReading; problems: Problem[] } & (
  | { ok: true; glossary: Glossary; skipped: number }
  | { ok: false }
);

/** Enough to recognise what is in which column. */
const SAMPLE_ROWS = 8;

/**
 * Makes a glossary of a file in any format that is read. Never throws for what a file can hold, and stores
 * nothing. Time linear in the size of the file; not for a thread that has anything else to do.
 */
export function parseGlossaryFile(bytes: Uint8Array, options: FileOptions): ParsedFile {
  const reading: FileReading = {};
  const result = readDraft(bytes, options, reading);
  if (!result.ok) return { ok: false, problems: result.problems, reading };
  const accepted = acceptDraft(result.draft, completeHeader(result.draft.header, options));
  return { ...accepted, reading };
}

function readDraft(bytes: Uint8Array, options: FileOptions, reading: FileReading): ReadResult {
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse('file-too-large', { limit: MAX_FILE_BYTES, length: bytes.length });
  }
  const decoded = decodeText(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  reading.encoding = decoded.encoding;
  const { text } = decoded;
  if (text.trim() === '') return refuse('file-empty');
  const format = options.format ?? detectFormat({ text, name: options.name, type: options.type });
  if (format === undefined) return refuse('file-unknown');
  reading.format = format;
  switch (format) {
    case 'json':
      return draftJson(text);
    case 'csv':
      return readTable(parseCsv(text), options, reading);
    case 'tsv':
      return readTable(parseCsv(text, '\t'), options, reading);
  }
}

function readTable(result: TableResult, options: FileOptions, reading: FileReading): ReadResult {
  if (!result.ok) return result;
  const { table, problems } = result;
  const columns = options.columns ?? detectColumns(table.rows);
  reading.table = { columns, sample: sampleRows(table) };
  const hasTerms = columns.roles.some((role) =>
    ['term', 'translation', 'glossary'].includes(splitRole(role).kind),
  );
  if (!hasTerms) return refuse('term-column-missing');
  const { language } = options;
  const draft: Draft = draftTable(table, { columns, ...(language === undefined ? {} : { language }) });
  return { ok: true, draft: { ...draft, problems: [...problems, ...draft.problems] } };
}

/** Longer cells are cut: this is for looking at. */
const SAMPLE_LENGTH = 80;

function sampleRows({ rows }: Table): string[][] {
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .slice(0, SAMPLE_ROWS)
    .map((row) => row.map((cell) => cell.slice(0, SAMPLE_LENGTH).toWellFormed()));
}
