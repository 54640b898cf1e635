import Papa from 'papaparse';
import { MAX_CELLS, MAX_COLUMNS, MAX_LINE_LENGTH, MAX_ROWS, MAX_STRAY_QUOTES } from '@/lib/glossary/limits';
import type { Problem } from '@/lib/glossary/problem';
import { refuse } from './draft';
import type { Table } from './table/table-draft';

/** A comma (CSV, RFC 4180) or a tab (TSV, as spreadsheets copy it) between cells. */
export type Delimiter = ',' | '\t';

/** A table; or why there is none. */
export type TableResult =
  | { ok: true; table: Table; problems: Problem[] }
  | { ok: false; problems: Problem[] };

/** What spreadsheets take for the delimiter of a file, and no row of it: `sep=;` */
const SEPARATOR_LINE = /^sep=([,;|\t])\r?(?=\n)/i;

/**
 * Reads the text of a file of comma, tab, semicolon or bar separated values: RFC 4180, lines ending with CR,
 * LF or both. The delimiter is found out if it isn't given.
 */
export function parseCsv(file: string, delimiter?: Delimiter): TableResult {
  const separator = SEPARATOR_LINE.exec(file);
  // Its line stays, empty: rows keep their numbers.
  const text = separator === null ? file : file.slice(separator[0].length);
  const tooManyRows = refuse('rows-too-many', { limit: MAX_ROWS });
  // What quotes nothing is cut into all of its lines at once.
  if (!text.includes('"') && hasTooManyLines(text)) return tooManyRows;
  const longLine = findLongLine(text);
  if (longLine !== undefined) {
    return refuse(
      'line-too-long',
      { limit: MAX_LINE_LENGTH, length: longLine.length },
      { line: longLine.line },
    );
  }
  const chosen = separator?.[1] ?? delimiter ?? findDelimiter(text);
  if (hasTooMany(text, chosen)) return refuse('cells-too-many', { limit: MAX_CELLS });
  const parse = (quoteChar: string) =>
    Papa.parse(text, { delimiter: chosen, skipEmptyLines: false, quoteChar, preview: MAX_ROWS + 1 });
  const isFullOfQuotes = hasTooManyStrayQuotes(text, chosen);
  if (isFullOfQuotes && chosen !== '\t') return refuse('csv-quote-stray', { limit: MAX_STRAY_QUOTES });
  const quoted = isFullOfQuotes ? undefined : parse('"');
  // Some programs write tabs and quote nothing (Google Sheets): quotation marks are then part of the text.
  const isUnquoted =
    quoted === undefined || (chosen === '\t' && quoted.errors.some(({ type }) => type === 'Quotes'));
  if (isUnquoted && hasTooManyLines(text)) return tooManyRows;
  const { data, errors } = isUnquoted ? parse('\0') : quoted;
  if (data.length > MAX_ROWS) return tooManyRows;
  const wide = data.findIndex((row) => row.length > MAX_COLUMNS);
  if (wide >= 0) {
    const params = { limit: MAX_COLUMNS, length: data[wide]?.length ?? 0 };
    return refuse('columns-too-many', params, { row: wide + 1 });
  }
  // Where a cell never ends, everything behind it is in that cell: nothing after it can be trusted.
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined) return refuse('csv-quote-open', {}, { row: (open.row ?? 0) + 1 });
  const problems = errors
    .filter(({ code }) => code === 'InvalidQuotes')
    .map(
      ({ row = 0 }): Problem => ({
        code: 'csv-quote-stray',
        severity: 'warning',
        at: { row: row + 1 },
        params: {},
      }),
    );
  return { ok: true, table: { rows: data, firstRow: 1 }, problems };
}

/** The text of a table: lines end with CR and LF, as RFC 4180 has it. */
export function serializeCsv(rows: readonly (readonly string[])[], delimiter: Delimiter): string {
  return `${Papa.unparse(rows, { delimiter, newline: '\r\n' })}\r\n`;
}

const DELIMITERS = [',', '\t', ';', '|'];

/** Enough to tell what stands in every line from what stands in some sentences. */
const SAMPLE_LENGTH = 20_000;
const SAMPLE_LINES = 20;

/**
 * What most lines have, and have equally often: the commas of sentences come and go. Else what stands most often in the
 * first line. Nothing counts inside quotation marks.
 */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, SAMPLE_LENGTH)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const rate = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const alike = counts.map((count) => (count === 0 ? 0 : counts.filter((each) => each === count).length));
    return Math.max(0, ...alike) * SAMPLE_LENGTH + (counts[0] ?? 0);
  };
  return DELIMITERS.reduce((best, each) => (rate(each) > rate(best) ? each : best));
}

/** Whether a text has more delimiters than a table may have cells: looked at before there are any. */
const hasTooMany = (text: string, delimiter: string): boolean => isMoreThan(MAX_CELLS, text, delimiter);

/** Whether there are more lines than a table may have rows, in a text in which no cell has two. */
const hasTooManyLines = (text: string): boolean =>
  ['\n', '\r'].some((end) => isMoreThan(MAX_ROWS - 1, text, end));

/** Goes from mark to mark as Papa Parse does, which remembers each of them. */
function hasTooManyStrayQuotes(text: string, delimiter: string): boolean {
  const isEnd = (at: number): boolean => [delimiter, '\n', '\r', ''].includes(text.charAt(at));
  let open = false;
  let stray = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!open) open = isEnd(at - 1);
    else if (text.charAt(at + 1) === '"') at += 1;
    else {
      let next = at + 1;
      while (text.charAt(next) === ' ') next += 1;
      if (isEnd(next)) open = false;
      else stray += 1;
      if (stray > MAX_STRAY_QUOTES) return true;
    }
  }
  return false;
}

function isMoreThan(limit: number, text: string, char: string): boolean {
  if (text.length <= limit) return false;
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}

/** The first line that is longer than any table has, its number counted from 1. */
function findLongLine(text: string): { line: number; length: number } | undefined {
  let line = 1;
  for (let start = 0; text.length - start > MAX_LINE_LENGTH; line++) {
    const found = text.indexOf('\n', start);
    // Old Macintosh files end lines with CR alone.
    const end = found < 0 ? text.length : found;
    if (end - start > MAX_LINE_LENGTH && !text.slice(start, start + MAX_LINE_LENGTH).includes('\r')) {
      return { line, length: end - start };
    }
    start = end + 1;
  }
  return undefined;
}
