import Papa from 'papaparse';
import { MAX_COLUMNS, MAX_LINE_LENGTH, MAX_ROWS } from '@/lib/glossary/limits';
import type { Problem } from '@/lib/glossary/problem';
import { refuse } from './draft';
import type { Table } from './table/table-draft';

/** A comma (CSV, RFC 4180) or a tab (TSV, as spreadsheets copy it) between cells. */
export type Delimiter = ',' | '\t';

/** A table; or why there is none. */
export type TableResult =
  | { ok: true; table: Table; problems: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Reads the text of a file of comma, tab, semicolon or bar separated values: RFC 4180, lines ending with CR,
 * LF or both. The delimiter is found out if it isn't given.
 */
export function parseCsv(text: string, delimiter?: Delimiter): TableResult {
  const longLine = findLongLine(text);
  if (longLine !== undefined) {
    return refuse(
      'line-too-long',
      { limit: MAX_LINE_LENGTH, length: longLine.length },
      { line: longLine.line },
    );
  }
  const { data, errors } = Papa.parse(text, {
    delimiter: delimiter ?? findDelimiter(text),
    skipEmptyLines: false,
  });
  if (data.length > MAX_ROWS) return refuse('rows-too-many', { limit: MAX_ROWS, length: data.length });
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

/** What stands most often in the first line, outside quotation marks. */
function findDelimiter(text: string): string {
  const line = /\S[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
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
