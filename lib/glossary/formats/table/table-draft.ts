import { asRecord } from '@/lib/glossary/findings';
import { arrangeTerms, type DraftTerm, mainLanguage } from '@/lib/glossary/formats/arrange-terms';
import { categoryNames, keyCategories } from '@/lib/glossary/formats/category-keys';
import { conceptId } from '@/lib/glossary/formats/concept-id';
import { cleanLine } from '@/lib/glossary/formats/control-characters';
import { type Draft, type Json, repeatedKey } from '@/lib/glossary/formats/draft';
import { unknownStatus } from '@/lib/glossary/formats/read-status';
import type { Meter } from '@/lib/glossary/meter';
import type { LanguageTag } from '@/lib/glossary/model';
import type { Problem, ProblemPlace } from '@/lib/glossary/problem';
import { columnLetters } from './cells';
import { type Cells, groupColumns } from './column-groups';
import type { Columns } from './columns';
import { buildConcept, type CellPlace, type RowReading, readTerms, type Trace } from './row-concept';

/** Where a cell, or some words in it, lead to. */
export interface Link {
  title: string;
  url: string;
}

/** A table, cell by cell, as its file has it. */
export interface Table {
  rows: readonly (readonly string[])[];
  /** Of the first row, counted from 1; a Markdown table does not begin where its file does. */
  firstRow: number;
  /** The sheet of a workbook. */
  part?: string;
  /** Of the cells of each row, where a format has any. */
  links?: ReadonlyMap<readonly string[], readonly (readonly Link[])[]>;
}

export interface TableOptions {
  columns: Columns;
  /** Main language of the terms; guessed without it. */
  language?: LanguageTag;
  /** Counts rows, twice: when they are put together, and when concepts are made of them. */
  meter?: Meter;
}

/** The rows that make one concept, as places in the table. */
interface Group {
  id: string;
  rows: number[];
}

/** Makes a draft of a table: rows with the same id, or without ids the same headword, are one concept. */
export function draftTable(table: Table, { columns, language, meter }: TableOptions): Draft {
  const cells = groupColumns(table, columns.roles);
  const problems: Problem[] = [];
  const headings = columns.headings ? table.rows.findIndex((row) => !isBlank(row)) : -1;
  const place = (row: number, column?: number): ProblemPlace => ({
    row: table.firstRow + row,
    ...(column === undefined
      ? {}
      : { field: table.rows[headings]?.[column]?.trim() || columnLetters(column) }),
    ...(table.part === undefined ? {} : { part: table.part }),
  });

  const header = readHeader(table, cells, { after: headings, problems, place });
  const { length } = table.rows;
  const groups = groupRows(table, cells, {
    after: headings,
    problems,
    place,
    onRow: (row) => meter?.(row, 2 * length),
  });
  const headerLanguage = typeof header['language'] === 'string' ? header['language'] : undefined;
  const given = language ?? headerLanguage;
  // No other file has an id.
  const isOwn = header['id'] !== undefined;
  // One of ours has its headwords in front.
  const wanted = isOwn ? undefined : given;
  const main = given ?? mainLanguage(groups.map((group) => firstTerm(cells, group, isOwn)));
  const reading: RowReading = {
    main,
    isOwn,
    onRepeated(text, [row, column]) {
      const at = place(row, column);
      problems.push(repeatedKey(at.field ?? '', text, at));
    },
    onUnknownStatus(text, [row, column]) {
      problems.push(unknownStatus(text, place(row, column)));
    },
  };
  const built = groups.map(({ id, rows }) => {
    meter?.(length + (rows[0] ?? 0), 2 * length);
    const concept = buildConcept(cells, id, { ...reading, rows });
    concept.terms = arrangeTerms(concept.terms, wanted);
    return concept;
  });
  /** Of the concept that was asked for last: its problems come one after the other. */
  let traced: { group: Group; places: ReturnType<typeof tracePlaces> } | undefined;
  const { concepts, categories } = keyCategories(built, categoryNames(header['categories']));

  return {
    header: { language: main, ...header, categories: { ...asRecord(header['categories']), ...categories } },
    concepts,
    problems,
    locate(concept, path) {
      const group = groups[concept];
      if (group === undefined) return {};
      const first = group.rows[0] ?? 0;
      if (path === 'id') return place(first, cells.columnOf('id'));
      if (traced?.group !== group) traced = { group, places: tracePlaces(cells, group, { main, isOwn }) };
      const [, ordinal, field] = /^terms\[(\d+)\](?:\.(\w+))?/.exec(path) ?? [];
      const term = built[concept]?.terms[Number(ordinal)];
      const { places } = traced;
      const cell =
        term === undefined
          ? places.get(path.replace(/^related\[\d+\]$/, 'related'))
          : (places.get(keyOf(term, field)) ?? places.get(keyOf(term)));
      const [row, column] = cell ?? [first];
      return place(row, column);
    },
  };
}

const keyOf = ({ language, text }: DraftTerm, field = ''): string => `${language} ${field} ${text}`;

/**
 * From which cells the parts of a concept come. Only problems ask: it is put together again, this time writing that down.
 */
function tracePlaces(cells: Cells, { id, rows }: Group, reading: RowReading): Map<string, CellPlace> {
  const trace: Trace = { terms: [], values: new Map() };
  buildConcept(cells, id, { ...reading, rows, trace });
  const places = new Map<string, CellPlace>(trace.values);
  for (const { term, field, place } of trace.terms) {
    const key = keyOf(term, field);
    if (!places.has(key)) places.set(key, place);
  }
  return places;
}

function firstTerm(cells: Cells, { rows: [row = 0] }: Group, isOwn: boolean): DraftTerm | undefined {
  const terms: DraftTerm[] = [];
  readTerms(cells, row, { main: undefined, isOwn }, terms);
  return terms[0];
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

interface Around {
  /** Place of the row with headings; -1 for none. */
  after: number;
  problems: Problem[];
  place(row: number, column?: number): ProblemPlace;
}

function readHeader(table: Table, { columnOf, at }: Cells, { after, problems, place }: Around): Json {
  const column = columnOf('glossary');
  if (column === undefined) return {};
  for (let row = after + 1; row < table.rows.length; row++) {
    const cell = at(row, column);
    if (cell === '') continue;
    try {
      const header = asRecord(JSON.parse(cell));
      if (header !== undefined) return header;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    problems.push({ code: 'json-syntax', severity: 'warning', at: place(row, column), params: {} });
    return {};
  }
  return {};
}

/** What its rows say is only looked up where a row without an id may belong to it. */
type SaidGroup = Group & { said?: string };

function groupRows(
  table: Table,
  cells: Cells,
  { after, problems, place, onRow }: Around & { onRow(row: number): void },
): Group[] {
  const { columns, names, at } = cells;
  const idColumn = cells.columnOf('id');
  const definitionColumns = cells.texts.filter(({ kind }) => kind !== 'related');
  const saidIn = (row: number): string =>
    definitionColumns
      .map(({ column }) => at(row, column))
      .join('\n')
      .trim();
  const saidBy = (group: SaidGroup): string => {
    group.said ??= group.rows.map(saidIn).find((text) => text !== '') ?? '';
    return group.said;
  };
  const groups = new Map<string, SaidGroup>();
  const namesakes = new Namesakes((key, said) => {
    const group = groups.get(key);
    if (group === undefined) return true;
    const other = saidBy(group);
    return other === '' || said === other;
  });
  for (let row = after + 1; row < table.rows.length; row++) {
    onRow(row);
    const texts = table.rows[row];
    if (texts === undefined || isBlank(texts)) continue;
    const nameColumn = names.find(({ column }) => at(row, column) !== '');
    const id = cleanLine(at(row, idColumn));
    if (nameColumn === undefined && (id === '' || !groups.has(id))) {
      const onlyHeader = columns.every(({ kind, column }) => kind === 'glossary' || at(row, column) === '');
      if (!onlyHeader) {
        problems.push({
          code: 'term-missing',
          severity: 'error',
          at: place(row, names[0]?.column),
          params: {},
        });
      }
      continue;
    }
    const name = nameColumn === undefined ? '' : at(row, nameColumn.column);
    const own = id === '' ? conceptId(name) : id;
    const key = id === '' && groups.has(own) ? namesakes.keyFor(own, saidIn(row)) : own;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { id: key, rows: [row] });
    else {
      group.rows.push(row);
      if (group.said === '') group.said = saidIn(row);
    }
  }
  return [...groups.values()];
}

/**
 * The same name with another definition is another concept: 两江 (1) the rivers, 两江 (2) the area. Remembers where each
 * search ended: where every row of a table has the same name, all would be gone through for each.
 */
class Namesakes {
  readonly #fits: (key: string, said: string) => boolean;
  readonly #known = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  /** @param fits - whether there is no concept of that key yet, or one that what is said may belong to */
  constructor(fits: (key: string, said: string) => boolean) {
    this.#fits = fits;
  }

  keyFor(name: string, said: string): string {
    if (said === '' || this.#fits(name, said)) return name;
    const place = `${name}\n${said}`;
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    let number = this.#numbers.get(name) ?? 2;
    while (!this.#fits(`${name} (${number})`, said)) number += 1;
    this.#numbers.set(name, number);
    this.#known.set(place, `${name} (${number})`);
    return `${name} (${number})`;
  }
}
