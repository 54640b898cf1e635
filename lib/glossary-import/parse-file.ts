import { isArchive, openArchive } from '@/lib/glossary/formats/archive/open-archive';
import { isWorkbook, readWorkbook } from '@/lib/glossary/formats/archive/xlsx';
import { isDictionary, readDictionary } from '@/lib/glossary/formats/archive/yomitan';
import { parseCsv, type TableResult } from '@/lib/glossary/formats/csv';
import { decodeText, type Encoding } from '@/lib/glossary/formats/decode';
import { type Draft, type ReadResult, refuse } from '@/lib/glossary/formats/draft';
import { parseJson } from '@/lib/glossary/formats/json';
import { draftJson } from '@/lib/glossary/formats/json-draft';
import {
  draftMarkdown,
  glossaryTable,
  parseMarkdown,
  problemsBeside,
} from '@/lib/glossary/formats/markdown/read-markdown';
import { readJsonLd } from '@/lib/glossary/formats/skos/json-ld';
import { readSkos } from '@/lib/glossary/formats/skos/read-skos';
import { parseTurtle } from '@/lib/glossary/formats/skos/turtle';
import {
  type Columns,
  countRowsAbove,
  detectColumns,
  unreadColumns,
} from '@/lib/glossary/formats/table/columns';
import { splitRole } from '@/lib/glossary/formats/table/roles';
import { draftTable, type Table } from '@/lib/glossary/formats/table/table-draft';
import { readTbx } from '@/lib/glossary/formats/tbx/read-tbx';
import { MAX_FILE_BYTES, MAX_FILE_LENGTH } from '@/lib/glossary/limits';
import type { Meter } from '@/lib/glossary/meter';
import type { Glossary, LanguageTag } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { type Accepted, acceptDraft } from './accept';
import { type DetectedFormat, detectFormat, type ReadFormat } from './formats';
import { completeHeader, type FileHint } from './header';
import { closeRelations, isOpenRelation, type OpenRelations } from './relations';

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
  /**
   * Our own format has to be right in everything: whoever writes it has the means to check it. Of the others what can't
   * be used is left out all the same.
   */
  strict?: boolean;
  /** Hears how far it has come, for a person who waits. Called for each concept or so: it must be quick. */
  onProgress?(progress: ReadingProgress): void;
}

/** The steps of reading a file, in order. */
export type ReadingStage = 'decoding' | 'parsing' | 'checking';

export interface ReadingProgress {
  stage: ReadingStage;
  /** Concepts when `checking`; before that rows, concepts or characters of the file, as its format has it. */
  done: number;
  /** 0 where it isn't known: a JSON file is parsed in one go. */
  total: number;
}

/** How a file was read: what was found out or given. */
export interface FileReading {
  format?: ReadFormat;
  /** Nothing says the format, it is only what the text looks like most. */
  guessed?: boolean;
  encoding?: Encoding;
  /** Of a table: its columns and its first rows, for a person to look at. */
  table?: { columns: Columns; sample: string[][] };
}

/** A glossary with all that had to be left out of it; or why there is none. */
export type ParsedFile = { reading: FileReading; problems: Problem[] } & (
  | { ok: true; glossary: Glossary; skipped: number; relations: OpenRelations }
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
  const meterOf =
    (stage: ReadingStage): Meter =>
    (done, total) =>
      options.onProgress?.({ stage, done, total });
  meterOf('decoding')(0, 0);
  const result = readDraft(bytes, options, reading, meterOf('parsing'));
  if (!result.ok) return { ok: false, problems: result.problems, reading };
  const { draft } = result;
  const accepted = acceptDraft(draft, completeHeader(draft.header, options), {
    spare: completeHeader({}, options),
    strict: options.strict === true && reading.format === 'json',
    meter: meterOf('checking'),
  });
  return { ...(accepted.ok ? withRelations(accepted) : accepted), reading };
}

/** With relations that name another concept of the file by a term. What is still open may be in the glossary it goes to. */
function withRelations(accepted: Accepted & { ok: true }): Accepted & { ok: true } {
  const { glossary, relations, problems } = accepted;
  const closed = closeRelations(glossary.concepts, [], relations);
  const open = new Set(closed.problems);
  return {
    ...accepted,
    glossary: { ...glossary, concepts: closed.concepts },
    problems: problems.filter((problem) => !isOpenRelation(problem) || open.has(problem)),
    relations: { ...relations, problems: closed.problems },
  };
}

function readDraft(bytes: Uint8Array, options: FileOptions, reading: FileReading, meter: Meter): ReadResult {
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse('file-too-large', { limit: MAX_FILE_BYTES, length: bytes.length });
  }
  if (isArchive(bytes)) return readArchive(bytes, options, reading, meter);
  const foreign = SIGNATURES.find(({ start }) => start.every((byte, at) => bytes[at] === byte));
  if (foreign !== undefined) return refuse('file-unknown', { found: foreign.name });
  const decoded = decodeText(bytes, options.encoding);
  if (!decoded.ok) return decoded;
  reading.encoding = decoded.encoding;
  const { text } = decoded;
  if (text.trim() === '') return refuse('file-empty');
  if (text.length > MAX_FILE_LENGTH) {
    return refuse('file-too-long', { limit: MAX_FILE_LENGTH, length: text.length });
  }
  const detected: DetectedFormat =
    options.format === undefined
      ? detectFormat({ text, name: options.name, type: options.type })
      : { format: options.format };
  if (detected.format === undefined) return refuse('file-unknown', { found: detected.looksLike });
  reading.format = detected.format;
  if (detected.guessed === true) reading.guessed = true;
  meter(0, 0);
  return readText({ ...options, text, format: detected.format }, reading, meter);
}

/** Files that people take for glossaries, by their first bytes. */
const SIGNATURES = [
  { name: 'XLS', start: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PDF', start: [0x25, 0x50, 0x44, 0x46] },
  { name: 'gzip', start: [0x1f, 0x8b] },
  // A scanned or photographed glossary.
  { name: 'PNG', start: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', start: [0xff, 0xd8, 0xff] },
] as const;

function readArchive(
  bytes: Uint8Array,
  options: FileOptions,
  reading: FileReading,
  meter: Meter,
): ReadResult {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  if (isWorkbook(opened.archive)) {
    reading.format = 'xlsx';
    return readTable(readWorkbook(opened.archive), options, reading, meter);
  }
  if (!isDictionary(opened.archive)) return refuse('file-unknown', { found: 'zip' });
  reading.format = 'yomitan';
  return readDictionary(opened.archive, meter);
}

function readText(
  options: FileOptions & { text: string; format: ReadFormat },
  reading: FileReading,
  meter: Meter,
): ReadResult {
  const { text } = options;
  switch (options.format) {
    case 'json':
      return draftJson(text);
    case 'json-ld': {
      const json = parseJson(text);
      return json.ok ? readSkos(readJsonLd(json.value), meter) : json;
    }
    case 'turtle':
      return readSkos(parseTurtle(text), meter);
    case 'tbx':
      return readTbx(text, meter);
    case 'csv':
      return readTable(parseCsv(text), options, reading, meter);
    case 'tsv':
      return readTable(parseCsv(text, '\t'), options, reading, meter);
    case 'markdown': {
      const found = parseMarkdown(text, options.language);
      const table = glossaryTable(found);
      if (table === undefined) return draftMarkdown(found, options.language);
      return readTable(
        { ok: true, table, problems: problemsBeside(found, 'table') },
        options,
        reading,
        meter,
      );
    }
    case 'xlsx':
    case 'yomitan':
      return refuse('archive-broken');
  }
}

function readTable(
  result: TableResult,
  options: FileOptions,
  reading: FileReading,
  meter: Meter,
): ReadResult {
  if (!result.ok) return result;
  const { problems } = result;
  const above = countRowsAbove(result.table.rows);
  const table =
    above === 0
      ? result.table
      : { ...result.table, rows: result.table.rows.slice(above), firstRow: result.table.firstRow + above };
  const columns = options.columns ?? detectColumns(table.rows);
  reading.table = { columns, sample: sampleRows(table) };
  const hasTerms = columns.roles.some((role) =>
    ['term', 'translation', 'glossary'].includes(splitRole(role).kind),
  );
  if (!hasTerms) return refuse('term-column-missing');
  // Who has chosen the columns knows which are not read.
  const unread = options.columns === undefined ? unreadColumns(table, columns) : [];
  const { language } = options;
  const draft: Draft = draftTable(table, {
    columns,
    meter,
    ...(language === undefined ? {} : { language }),
  });
  return { ok: true, draft: { ...draft, problems: [...problems, ...unread, ...draft.problems] } };
}

/** Longer cells are cut: this is for looking at. */
const SAMPLE_LENGTH = 80;

function sampleRows({ rows }: Table): string[][] {
  const sample: string[][] = [];
  for (const row of rows) {
    if (row.every((cell) => cell.trim() === '')) continue;
    if (sample.push(row.map((cell) => cell.slice(0, SAMPLE_LENGTH).toWellFormed())) === SAMPLE_ROWS) break;
  }
  return sample;
}
