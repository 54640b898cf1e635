import type { DraftTerm } from '@/lib/glossary/formats/arrange-terms';
import type { Json } from '@/lib/glossary/formats/draft';
import { guessLanguage, guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { canonicalTag } from '@/lib/glossary/formats/language-tags';
import type { LanguageTag } from '@/lib/glossary/model';
import { splitList, splitNames } from './cells';
import { readHeading } from './headings';
import { type PlainRole, RULE_FLAGS, RULE_LISTS, SOURCE_PARTS, splitRole } from './roles';

/** The cells of a table, and what their columns hold. */
export interface Cells {
  columns: readonly { kind: '' | PlainRole; language?: LanguageTag; column: number }[];
  /** The text of a cell, its guard and the blanks round it taken off; empty for what is not there. */
  at(row: number, column: number): string;
}

/** Terms (by identity) and paths of other values → the cell they came from. */
export type Trace = Map<object | string, [row: number, column: number]>;

export interface RowOptions {
  rows: readonly number[];
  main: LanguageTag | undefined;
  trace?: Trace;
}

/** What the rows of one concept say, but for its id. Terms stand in the order of rows, then of columns. */
export function buildConcept(cells: Cells, options: RowOptions): { terms: DraftTerm[] } & Json {
  const terms: DraftTerm[] = [];
  const definitions: Record<string, string> = Object.create(null);
  const sources: Json[] = [];
  const rest: Record<string, unknown> = {};
  for (const row of options.rows) {
    terms.push(...rowTerms(cells, row, options));
    rowTexts(cells, row, { definitions, rest, trace: options.trace });
    const source = rowSource(cells, row);
    if (source === undefined) continue;
    for (const { kind, column } of cells.columns) {
      if (kind.startsWith('source.')) {
        options.trace?.set(`sources[${sources.length}].${kind.slice('source.'.length)}`, [row, column]);
      }
    }
    sources.push(source);
  }
  return { terms, definitions: { ...definitions }, sources, ...rest };
}

function rowTerms({ columns, at }: Cells, row: number, { main, trace }: RowOptions): DraftTerm[] {
  const cellOf = (wanted: PlainRole): string => {
    const column = columns.find(({ kind }) => kind === wanted)?.column;
    return column === undefined ? '' : at(row, column);
  };
  const terms: DraftTerm[] = [];
  const add = (text: string, language: string, column: number, rules: Json = {}): void => {
    const term: DraftTerm = { text, language, ...rules };
    trace?.set(term, [row, column]);
    terms.push(term);
  };
  for (const { kind, language, column } of columns) {
    const text = kind === 'term' || kind === 'names' || kind === 'translation' ? at(row, column) : '';
    if (text === '') continue;
    if (kind === 'translation') {
      const named = cellOf('translation.language');
      add(text, canonicalTag(named) ?? rowLanguage(text, named, main), column);
    } else if (kind === 'names') {
      for (const name of splitNames(text)) add(name, language ?? guessLanguage(name, main), column);
    } else if (language !== undefined) add(text, language, column);
    else
      add(
        text,
        rowLanguage(text, cellOf('language'), main),
        column,
        rowRules(columns, (each) => at(row, each)),
      );
  }
  return terms;
}

/** A tag stays as it is written; what people call a language otherwise becomes one: 英文 → `en`. */
function rowLanguage(text: string, named: string, main: LanguageTag | undefined): string {
  if (named === '') return guessLanguage(text, main);
  if (/^[A-Za-z]{2,3}(-|$)/.test(named)) return named;
  return splitRole(readHeading(named)).language ?? named;
}

function rowRules(columns: Cells['columns'], cell: (column: number) => string): Json {
  const rules: Record<string, unknown> = {};
  for (const { kind, column } of columns) {
    const text = cell(column);
    if (text === '') continue;
    if (kind === 'status') rules['status'] = readStatus(text);
    else if (kind === 'script') rules['script'] = text;
    else if (RULE_FLAGS.some((flag) => flag === kind)) rules[kind] = readFlag(text);
    else if (RULE_LISTS.some((list) => list === kind)) rules[kind] = splitList(text);
  }
  return rules;
}

/** A word that is none of these stays as it is, and is found to be wrong later. */
function readFlag(text: string): boolean | string {
  if (/^(true|yes|y|1|是|✓|√)$/i.test(text)) return true;
  return /^(false|no|n|0|否)$/i.test(text) ? false : text;
}

const STATUSES: Readonly<Record<string, string>> = {
  首选: 'preferred',
  推荐: 'preferred',
  允许: 'admitted',
  许用: 'admitted',
  弃用: 'deprecated',
  停用: 'deprecated',
};

const readStatus = (text: string): string => STATUSES[text] ?? text.toLowerCase();

interface Texts {
  definitions: Record<string, string>;
  rest: Record<string, unknown>;
  trace: Trace | undefined;
}

/** What a concept has once: the first row that says it counts. */
function rowTexts({ columns, at }: Cells, row: number, { definitions, rest, trace }: Texts): void {
  for (const { kind, language, column } of columns) {
    if (kind !== 'definition' && kind !== 'category' && kind !== 'related') continue;
    const text = at(row, column);
    if (text === '') continue;
    if (kind === 'definition') {
      const tag = language ?? guessProseLanguage(text);
      if (definitions[tag] !== undefined) continue;
      definitions[tag] = text;
      trace?.set(/^\w+$/.test(tag) ? `definitions.${tag}` : `definitions["${tag}"]`, [row, column]);
    } else if (!Object.hasOwn(rest, kind)) {
      rest[kind] = kind === 'related' ? splitList(text) : text;
      trace?.set(kind, [row, column]);
    }
  }
}

/** A source without an address is kept by none of ours: it stays in the draft, and is found wanting later. */
function rowSource({ columns, at }: Cells, row: number): Json | undefined {
  const source: Record<string, string> = {};
  for (const part of SOURCE_PARTS) {
    const column = columns.find(({ kind }) => kind === `source.${part}`)?.column;
    const text = column === undefined ? '' : at(row, column);
    if (text !== '') source[part] = text;
  }
  const { title, url = title !== undefined && /^https?:\/\//i.test(title) ? title : undefined } = source;
  if (url === undefined) return title === undefined ? undefined : source;
  return { ...source, url, title: title ?? hostOf(url) };
}

/** `https://www.example.org/a` → `www.example.org`: what to call a page whose title nobody wrote down. */
function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
