import MarkdownIt, { type Token } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import {
  blankId,
  type DraftConcept,
  type DraftEntry,
  draftEntries,
  type ReadResult,
  refuse,
} from '@/lib/glossary/formats/draft';
import { guessLanguage, guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { detectColumns } from '@/lib/glossary/formats/table/columns';
import type { Link, Table } from '@/lib/glossary/formats/table/table-draft';
import { MAX_NAME_LENGTH } from '@/lib/glossary/limits';
import type { LanguageTag } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { boldEntry, findListEntries, inlineNames, joinText } from './line-entries';

/** A table in the making. */
interface MarkdownTable extends Table {
  rows: (readonly string[])[];
  links: Map<readonly string[], readonly (readonly Link[])[]>;
}

/** What a Markdown text holds: tables, or entries of lists. */
export interface MarkdownGlossary {
  /** The first table with all that have the same headings, in cells; lines of the text are its rows. */
  table: MarkdownTable | undefined;
  entries: DraftEntry[];
  /** Some of the entries are of definition lists, which are nothing else. */
  hasDefinitionLists: boolean;
  title: string | undefined;
  /** Tables with other headings: they are not read. */
  tablesLeft: number;
  /** Lines of items, in lists of terms, that name none; counted from 1. */
  oddItems: number[];
}

/**
 * Reads a Markdown text (CommonMark with tables and definition lists, HTML left alone): definition lists,
 * paragraphs and items of lists that begin with a bold term and a colon, lists in which two thirds of the items are terms
 * with a colon or dash, bold or not, and the first table with those of the same headings. Where there are definition
 * lists or tables, terms of other lists have to be bold: there a list says something else. The heading above an entry is its category; the first heading of level 1 is the glossary's name.
 */
export function parseMarkdown(text: string, main?: LanguageTag): MarkdownGlossary {
  const tokens = new MarkdownIt('default', { html: false, linkify: false })
    .use(deflist)
    // See `inlineNames`.
    .disable('text_join')
    .parse(blankFrontMatter(text), {});
  const found: MarkdownGlossary = {
    table: undefined,
    entries: [],
    hasDefinitionLists: tokens.some(({ type }) => type === 'dl_open'),
    title: undefined,
    tablesLeft: 0,
    oddItems: [],
  };
  const isElsewhere = found.hasDefinitionLists || tokens.some(({ type }) => type === 'table_open');
  const lists = isElsewhere ? undefined : findListEntries(tokens);
  found.oddItems = lists?.odd ?? [];
  let heading: string | undefined;
  let rows: Row[] | undefined;
  let names: { text: string; line: number }[] = [];
  let prose: string[] = [];
  let inDefinition = false;
  let sources: Link[] = [];

  const finish = (): void => {
    const [first] = names;
    if (first !== undefined) {
      const id = blankId(found.entries.length);
      const texts = names.map(({ text: name }) => name);
      found.entries.push({
        concept: makeConcept(id, texts, { prose, sources, category: heading, main }),
        at: { line: first.line },
      });
    }
    names = [];
    prose = [];
    sources = [];
  };

  tokens.forEach((token, at) => {
    const inline = token.type === 'inline' ? token : undefined;
    const before = tokens[at - 1]?.type;
    if (token.type === 'dd_open' || token.type === 'dd_close') inDefinition = token.type === 'dd_open';
    // Terms that follow each other share what is said below them, even where that is nothing.
    if (token.type === 'dt_open' && before === 'dd_close') finish();
    else if (token.type === 'dl_close') finish();
    else if (token.type === 'table_open') rows = [];
    else if (token.type === 'tr_open') rows?.push({ cells: [], links: [], line: (token.map?.[0] ?? 0) + 1 });
    else if (token.type === 'table_close') {
      if (rows !== undefined && !addRows(found, rows)) found.tablesLeft += 1;
      rows = undefined;
    }
    if (inline === undefined) return;
    const line = (inline.map?.[0] ?? 0) + 1;
    const said = inlineText(inline);
    if (rows !== undefined) {
      rows.at(-1)?.cells.push(said);
      rows.at(-1)?.links.push(links(inline));
    } else if (before === 'heading_open') {
      if (tokens[at - 1]?.tag === 'h1' && found.title === undefined) found.title = said;
      else heading = said;
    } else if (before === 'dt_open') {
      names.push(...inlineNames(inline.children ?? []).map((name) => ({ text: name, line })));
    } else if (inDefinition) {
      if (!isLink(inline) && said !== NOTHING) prose.push(said);
      sources.push(...links(inline));
    } else if (before === 'paragraph_open') {
      const entry = lists?.entries.get(inline) ?? boldEntry(inline);
      if (entry === undefined) return;
      names = entry.names.map((name) => ({ text: name, line }));
      prose = entry.definition === '' ? [] : [entry.definition];
      sources = links(inline);
      finish();
    }
  });
  return found;
}

/**
 * The table that is the glossary of a text, if it is one: where there is nothing else, and where it has more rows, below
 * headings, than there are bold terms in paragraphs and lists. `**Note**: see below` is no glossary beside one.
 */
export function glossaryTable({ table, entries, hasDefinitionLists }: MarkdownGlossary): Table | undefined {
  if (table === undefined || entries.length === 0) return table;
  const rows = table.rows.filter((row) => row.length > 0).length - 1;
  const isMeant = !hasDefinitionLists && rows > entries.length && detectColumns(table.rows).headings;
  return isMeant ? table : undefined;
}

/** Tells of what stands beside the part of a text that was read. */
export function problemsBeside(
  { table, tablesLeft, entries }: MarkdownGlossary,
  taken: 'table' | 'entries',
): Problem[] {
  const left = [
    { name: 'table', count: tablesLeft + (taken === 'entries' && table !== undefined ? 1 : 0) },
    { name: '**…**', count: taken === 'table' ? entries.length : 0 },
  ];
  return left
    .filter(({ count }) => count > 0)
    .map((params) => ({ code: 'part-unread', severity: 'warning', at: {}, params }));
}

/** A draft of the entries of a Markdown text; its tables are left out. */
export function draftMarkdown(found: MarkdownGlossary, language?: LanguageTag): ReadResult {
  const { entries, title, oddItems } = found;
  if (entries.length === 0) return refuse('concepts-missing');
  const header = {
    ...(title === undefined ? {} : { name: { [guessProseLanguage(title)]: title } }),
    ...(language === undefined ? {} : { language }),
  };
  const problems = [
    ...oddItems.map(
      (line): Problem => ({ code: 'term-missing', severity: 'error', at: { line }, params: {} }),
    ),
    ...problemsBeside(found, 'entries'),
  ];
  return { ok: true, draft: draftEntries(entries, { header, problems }) };
}

interface Parts {
  prose: readonly string[];
  sources: readonly Link[];
  category: string | undefined;
  main: LanguageTag | undefined;
}

function makeConcept(
  id: string,
  names: readonly string[],
  { prose, sources, category, main }: Parts,
): DraftConcept {
  const definitions: Record<string, string> = {};
  for (const paragraph of prose.filter((text) => text !== '')) {
    const tag = guessProseLanguage(paragraph);
    definitions[tag] = definitions[tag] === undefined ? paragraph : `${definitions[tag]}\n${paragraph}`;
  }
  return {
    id,
    terms: names.map((text) => ({ text, language: guessLanguage(text, main) })),
    definitions,
    ...(category === undefined || category === '' ? {} : { category }),
    sources: [...sources],
  };
}

const inlineText = (inline: Token): string => joinText(inline.children ?? []).trim();

/** What stands where a definition list needs something and there is nothing. */
const NOTHING = '–';

/** Nothing but a link: where the definition comes from. */
function isLink(inline: Token): boolean {
  const parts = (inline.children ?? []).filter(({ type, content }) => type !== 'text' || content !== '');
  return (
    parts[0]?.type === 'link_open' &&
    parts.findIndex(({ type }) => type === 'link_close') === parts.length - 1
  );
}

function links(inline: Token): Link[] {
  const parts = inline.children ?? [];
  return parts.flatMap((part, at) => {
    const url = part.type === 'link_open' ? part.attrGet('href') : null;
    if (typeof url !== 'string' || !/^https?:/i.test(url)) return [];
    const end = parts.findIndex(({ type }, place) => place > at && type === 'link_close');
    const title = joinText(parts.slice(at + 1, end)).trim();
    return [{ title: (title === '' ? url : title).slice(0, MAX_NAME_LENGTH).toWellFormed(), url }];
  });
}

/** What programs that publish Markdown write at its top, between lines of dashes. Its lines stay, empty. */
function blankFrontMatter(text: string): string {
  return text.replace(/^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/, (matter) =>
    matter.replace(/[^\n]/g, ''),
  );
}

interface Row {
  cells: string[];
  /** Of each cell. */
  links: Link[][];
  line: number;
}

/**
 * Adds the rows of a table to those that are there, if it has the same headings (a table for each letter) or is the first.
 * Rows keep the number of their line, so that a problem is told where it is: lines between are empty rows.
 */
function addRows(found: MarkdownGlossary, [headings, ...others]: readonly Row[]): boolean {
  if (headings === undefined) return true;
  found.table ??= { rows: [headings.cells], firstRow: headings.line, links: new Map() };
  const { rows, firstRow, links } = found.table;
  if (rows[0]?.join('\n') !== headings.cells.join('\n')) return false;
  for (const { cells, links: own, line } of others) {
    while (rows.length < line - firstRow) rows.push([]);
    rows.push(cells);
    if (own.some((each) => each.length > 0)) links.set(cells, own);
  }
  return true;
}
