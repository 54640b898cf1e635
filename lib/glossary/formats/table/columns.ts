import { mainLanguage } from '@/lib/glossary/formats/arrange-terms';
import { guessLanguage, guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import type { Problem } from '@/lib/glossary/problem';
import { columnLetters } from './cells';
import { readHeading } from './headings';
import { type ColumnRole, splitRole } from './roles';
import type { Table } from './table-draft';

/** What the columns of a table hold, and whether its first row says so. */
export interface Columns {
  roles: readonly ColumnRole[];
  /** The first row holds headings. */
  headings: boolean;
}

/** Enough rows to tell what a column holds. */
const SAMPLE_ROWS = 50;
/** In code units: names are shorter, definitions longer, in most languages. */
const LONG_TEXT = 30;

const holdsTerms = (role: ColumnRole): boolean => {
  const { kind } = splitRole(role);
  return kind === 'term' || kind === 'translation' || kind === 'glossary';
};

/**
 * Finds out what the columns of a table hold: from the headings in its first row, or, if that row has none
 * that names a column of terms, from what stands below each other.
 */
export function detectColumns(rows: readonly (readonly string[])[]): Columns {
  const roles = readHeadings(rows);
  return roles === undefined ? { roles: guessColumns(rows), headings: false } : { roles, headings: true };
}

/** What the first row says its columns hold; `undefined` if it names no column of terms. */
function readHeadings(rows: readonly (readonly string[])[]): ColumnRole[] | undefined {
  const first = rows.find((row) => row.some((cell) => cell.trim() !== '')) ?? [];
  const roles = settle(tellDefinitionsApart(first.map(readHeading), rows.slice(rows.indexOf(first) + 1)));
  const known = roles.filter((role) => role !== '').length;
  const filled = first.filter((cell) => cell.trim() !== '').length;
  return roles.some(holdsTerms) && (known > 1 || known * 3 >= filled) ? roles : undefined;
}

/** Whether a table has headings that name a column of terms, below a title or not. */
export function namesTerms(rows: readonly (readonly string[])[]): boolean {
  return readHeadings(rows.slice(countRowsAbove(rows))) !== undefined;
}

/** Of several columns of definitions (释义, Definition) each is in the language that most of its cells are in. */
function tellDefinitionsApart(
  roles: readonly ColumnRole[],
  below: readonly (readonly string[])[],
): readonly ColumnRole[] {
  if (roles.indexOf('definition') === roles.lastIndexOf('definition')) return roles;
  return roles.map((role, at): ColumnRole => {
    const cells = role === 'definition' ? sampleColumn(below, at) : [];
    if (cells.length === 0) return role;
    return `definition:${mainLanguage(cells.map((cell) => ({ language: guessProseLanguage(cell) })))}`;
  });
}

/** The first cells of a column that hold something. */
const sampleColumn = (rows: readonly (readonly string[])[], at: number): string[] =>
  rows
    .map((row) => row[at]?.trim() ?? '')
    .filter((cell) => cell !== '')
    .slice(0, SAMPLE_ROWS);

/**
 * `source` is what a term is translated from where there is a `target`, and where a definition comes from
 * everywhere else. Of two columns with the same role that can't be read side by side the first counts.
 */
function settle(found: readonly ColumnRole[]): ColumnRole[] {
  const roles = [...found];
  if (roles.includes('translation') && !roles.some((role) => splitRole(role).kind === 'term')) {
    const source = roles.indexOf('source.title');
    if (source >= 0) roles[source] = 'term';
  }
  return roles.map((role, at): ColumnRole => {
    const repeats = roles.indexOf(role) < at;
    const { kind } = splitRole(role);
    return repeats && kind !== 'term' && kind !== 'names' ? '' : role;
  });
}

/** A title, who made it, when: more would be a table of its own. */
const MOST_ROWS_ABOVE = 5;

/** How many rows at the top hold a title and the like, one cell each, above one with headings. */
export function countRowsAbove(rows: readonly (readonly string[])[]): number {
  const filled = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '');
  const start = rows.slice(0, MOST_ROWS_ABOVE + 1);
  const at = start.findIndex((row) => filled(row).length > 1);
  const roles = (start[at] ?? []).map(readHeading).filter((role) => role !== '');
  return roles.length > 1 && roles.some(holdsTerms) ? at : 0;
}

function guessColumns(rows: readonly (readonly string[])[]): ColumnRole[] {
  const width = Math.max(0, ...rows.slice(0, SAMPLE_ROWS).map((row) => row.length));
  const roles: ColumnRole[] = [];
  for (let at = 0; at < width; at++) {
    roles.push(guessColumn(sampleColumn(rows, at), roles));
  }
  return roles;
}

function guessColumn(cells: readonly string[], before: readonly ColumnRole[]): ColumnRole {
  if (cells.length === 0 || cells.every((cell) => /^[\d.]+$/.test(cell))) return '';
  if (cells.every((cell) => /^https?:\/\//i.test(cell))) return 'source.url';
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  const sentences = cells.filter((cell) => /[。；;]|\.\s/.test(cell)).length;
  const free = (role: ColumnRole): ColumnRole => (before.includes(role) ? '' : role);
  if (!before.some(holdsTerms)) return 'term';
  if (length > LONG_TEXT || sentences * 2 > cells.length) return free('definition');
  const language = guessLanguage(cells.join(' '));
  return language === 'en' ? free('term:en') : free('definition');
}

/** Tells of the columns that hold something, and nothing that is read: with their headings or letters, and how many cells. */
export function unreadColumns({ rows }: Table, { roles, headings }: Columns): Problem[] {
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const unread = roles.flatMap((role, column) => (role === '' ? [column] : []));
  const counts = new Map<number, number>();
  for (const row of headings ? rows.slice(first + 1) : rows) {
    for (const column of unread) {
      if (column >= row.length) break;
      if (row[column]?.trim() !== '') counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([column, count]) => {
      const name = (headings ? rows[first]?.[column]?.trim() : '') || columnLetters(column);
      return { code: 'part-unread', severity: 'warning', at: {}, params: { name, count } };
    });
}
