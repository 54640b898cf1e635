import type { LanguageTag } from '@/lib/glossary/model';
import { readCell } from './cells';
import { type ColumnRole, type PlainRole, RULE_FLAGS, RULE_LISTS, SOURCE_PARTS, splitRole } from './roles';
import type { Link, Table } from './table-draft';

interface Column {
  kind: '' | PlainRole;
  language?: LanguageTag;
  column: number;
}

/** The cells of a table, and what its columns hold, sorted out once for the many rows that are read by them. */
export interface Cells {
  columns: readonly Column[];
  /** Those that hold names of a concept. */
  names: readonly Column[];
  /** Those that hold what a concept has once. */
  texts: readonly Column[];
  /** Those that hold the status and the rules of spotting of the row's term. */
  rules: readonly Column[];
  sources: readonly { part: (typeof SOURCE_PARTS)[number]; column: number }[];
  /** The first column of a kind. */
  columnOf(kind: PlainRole): number | undefined;
  /** The text of a cell, its guard and the blanks round it taken off; empty for what is not there. */
  at(row: number, column: number | undefined): string;
  linksIn(row: number, column: number): readonly Link[];
}

const NAMES: ReadonlySet<string> = new Set<PlainRole>(['term', 'names', 'translation']);
const TEXTS: ReadonlySet<string> = new Set<PlainRole>(['definition', 'category', 'related']);
const RULES: ReadonlySet<string> = new Set<PlainRole>(['status', 'script', ...RULE_FLAGS, ...RULE_LISTS]);

/** @param roles - of the columns, from the first on */
export function groupColumns({ rows, links }: Table, roles: readonly ColumnRole[]): Cells {
  const columns = roles.map((role, column): Column => ({ ...splitRole(role), column }));
  const places = new Map(columns.toReversed().map(({ kind, column }) => [kind, column]));
  return {
    columns,
    names: columns.filter(({ kind }) => NAMES.has(kind)),
    texts: columns.filter(({ kind }) => TEXTS.has(kind)),
    rules: columns.filter(({ kind }) => RULES.has(kind)),
    sources: SOURCE_PARTS.flatMap((part) => {
      const column = places.get(`source.${part}`);
      return column === undefined ? [] : [{ part, column }];
    }),
    columnOf: (kind) => places.get(kind),
    at: (row, column) => (column === undefined ? '' : readCell(rows[row]?.[column] ?? '')),
    linksIn: (row, column) => links?.get(rows[row] ?? [])?.[column] ?? [],
  };
}
