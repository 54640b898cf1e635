import type { DraftTerm } from '@/lib/glossary/formats/arrange-terms';
import { cleanLine, cleanProse } from '@/lib/glossary/formats/control-characters';
import type { DraftConcept, Json } from '@/lib/glossary/formats/draft';
import { guessLanguage, guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { readDate } from '@/lib/glossary/formats/read-date';
import { readStatus } from '@/lib/glossary/formats/read-status';
import type { LanguageTag } from '@/lib/glossary/model';
import { splitList, splitNames } from './cells';
import type { Cells } from './column-groups';
import { readLanguageName } from './language-names';
import { RULE_FLAGS } from './roles';
import type { Link } from './table-draft';

export type CellPlace = readonly [row: number, column: number];

/** The cells that the parts of a concept came from. */
export interface Trace {
  /** A term, or a field of one: status, language, a rule. */
  terms: { term: DraftTerm; field?: string; place: CellPlace }[];
  /** Paths of other values. */
  values: Map<string, CellPlace>;
}

/** How cells are read. */
export interface RowReading {
  main: LanguageTag | undefined;
  /** The file is one of ours. */
  isOwn: boolean;
  trace?: Trace;
  /** Hears of another text for what a concept has once: it is left out. */
  onRepeated?(text: string, place: CellPlace): void;
  /** Hears of a status that is none of ours: the term has none then. */
  onUnknownStatus?(text: string, place: CellPlace): void;
}

export interface RowOptions extends RowReading {
  rows: readonly number[];
}

/** The concept that rows make. Terms stand in the order of rows, then of columns. */
export function buildConcept(cells: Cells, id: string, options: RowOptions): DraftConcept {
  const terms: DraftTerm[] = [];
  const definitions: Record<string, string> = {};
  const sources: Json[] = [];
  const concept: DraftConcept & Record<string, unknown> = { id, terms, definitions, sources };
  for (const row of options.rows) {
    readTerms(cells, row, options, terms);
    readTexts(cells, row, options, { concept, definitions });
    for (const source of readSources(cells, row)) {
      for (const { part, column } of cells.sources) {
        options.trace?.values.set(`sources[${sources.length}].${part}`, [row, column]);
      }
      sources.push(source);
    }
  }
  return concept;
}

/** Adds the names that a row gives a concept, in the order of its columns. */
export function readTerms(cells: Cells, row: number, reading: RowReading, terms: DraftTerm[]): void {
  const { main, trace } = reading;
  const { at, columnOf } = cells;
  const add = (text: string, language: string, column: number): DraftTerm => {
    const term: DraftTerm = { text: cleanLine(text), language };
    trace?.terms.push({ term, place: [row, column] });
    terms.push(term);
    return term;
  };
  const traceLanguage = (term: DraftTerm, column: number | undefined): void => {
    if (column !== undefined) trace?.terms.push({ term, field: 'language', place: [row, column] });
  };
  for (const { kind, language, column } of cells.names) {
    const text = at(row, column);
    if (text === '') continue;
    if (kind === 'translation') {
      const languageColumn = columnOf('translation.language');
      const named = at(row, languageColumn);
      traceLanguage(add(text, rowLanguage(text, named, reading), column), languageColumn);
    } else if (kind === 'names') {
      for (const name of splitNames(text)) add(name, language ?? guessLanguage(name, main), column);
    } else if (language !== undefined) add(text, language, column);
    else {
      const languageColumn = columnOf('language');
      const term = add(text, rowLanguage(text, at(row, languageColumn), reading), column);
      traceLanguage(term, languageColumn);
      readRules(cells, row, term, reading);
    }
  }
}

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** What a cell calls a language, as a tag: 英文 → `en`, `CN` → `zh-Hans`. A tag in a file of ours stays as it is written. */
function rowLanguage(text: string, named: string, { main, isOwn }: RowReading): string {
  if (named === '') return guessLanguage(text, main);
  if (isOwn && TAG.test(named)) return named;
  return readLanguageName(named) ?? named;
}

function readRules(
  { rules, at }: Cells,
  row: number,
  term: DraftTerm,
  { trace, onUnknownStatus }: RowReading,
): void {
  const fields = term as Record<string, unknown>;
  for (const { kind, column } of rules) {
    const text = at(row, column);
    if (text === '') continue;
    const place = [row, column] as const;
    trace?.terms.push({ term, field: kind, place });
    if (kind === 'status') {
      const status = readStatus(text);
      if (status === undefined) onUnknownStatus?.(text, place);
      else fields[kind] = status;
    } else if (kind === 'script') fields[kind] = text;
    else fields[kind] = RULE_FLAGS.some((flag) => flag === kind) ? readFlag(text) : splitList(text);
  }
}

/** A word that is none of these stays as it is, and is found to be wrong later. */
function readFlag(text: string): boolean | string {
  if (/^(true|yes|y|1|是|✓|√)$/i.test(text)) return true;
  return /^(false|no|n|0|否)$/i.test(text) ? false : text;
}

interface Texts {
  concept: Record<string, unknown>;
  definitions: Record<string, string>;
}

/** What a concept has once: the first row that says it counts. */
function readTexts(
  { texts, at }: Cells,
  row: number,
  { trace, onRepeated }: RowReading,
  { concept, definitions }: Texts,
): void {
  for (const { kind, language, column } of texts) {
    const text = at(row, column);
    if (text === '') continue;
    const isDefinition = kind === 'definition';
    const key = isDefinition ? (language ?? guessProseLanguage(text)) : kind;
    const kept: Record<string, unknown> = isDefinition ? definitions : concept;
    const value = isDefinition ? cleanProse(text) : kind === 'related' ? splitList(text) : text;
    if (Object.hasOwn(kept, key)) {
      if (String(kept[key]) !== String(value)) onRepeated?.(text, [row, column]);
      continue;
    }
    kept[key] = value;
    const path = /^\w+$/.test(key) ? `definitions.${key}` : `definitions["${key}"]`;
    trace?.values.set(isDefinition ? path : kind, [row, column]);
  }
}

const isAddress = (text: string | undefined): text is string =>
  text !== undefined && /^https?:\/\//i.test(text);

/**
 * The source of a row: its address may stand where the title should, or behind a link. Of several links in a cell each is
 * a source. One without an address is kept by none of ours: it stays in the draft, and is found wanting later.
 */
function readSources({ sources, at, linksIn }: Cells, row: number): Json[] {
  const source: Record<string, string> = {};
  const links: Link[] = [];
  for (const { part, column } of sources) {
    const text = at(row, column);
    if (text === '') continue;
    source[part] = part === 'date' ? readDate(text) : cleanLine(text);
    if (part === 'title' || part === 'url') links.push(...linksIn(row, column));
  }
  const { title, url, ...rest } = source;
  const [link] = links;
  if (link !== undefined && !isAddress(url)) {
    return links.length > 1
      ? links.map((each) => ({ ...rest, ...each }))
      : [{ ...source, url: link.url, title: title ?? link.title }];
  }
  const address = url ?? (isAddress(title) ? title : undefined);
  if (address === undefined) return title === undefined ? [] : [source];
  return [{ ...source, url: address, title: title ?? hostOf(address) }];
}

/** `https://www.example.org/a` → `www.example.org`: what to call a page whose title nobody wrote down. */
function hostOf(url: string): string {
  return /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
