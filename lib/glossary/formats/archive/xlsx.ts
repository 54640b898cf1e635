import type { TableResult } from '@/lib/glossary/formats/csv';
import { refuse } from '@/lib/glossary/formats/draft';
import { namesTerms } from '@/lib/glossary/formats/table/columns';
import { child, elements, textOf, type XmlNode } from '@/lib/glossary/formats/xml/read-xml';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '@/lib/glossary/limits';
import type { Problem } from '@/lib/glossary/problem';
import type { Archive } from './open-archive';
import { isDateFormat, isoDate } from './xlsx-dates';
import { CellLinks, type Hyperlink, linkOfFormula, urlOf } from './xlsx-links';
import { PartProblem, readPart, readRelations } from './xlsx-parts';
import { areaOf, columnOf } from './xlsx-places';

const WORKBOOK = 'xl/workbook.xml';

/** Whether an archive is a workbook of Office Open XML (ECMA-376). */
export function isWorkbook({ names }: Archive): boolean {
  return names.includes(WORKBOOK);
}

/**
 * Reads one of the sheets of a workbook that are not hidden: the first whose headings name terms, or else the first that has
 * rows. The others are told. Cells are read as they are kept, numbers without their format, dates as ISO 8601; what is
 * merged over several rows stands in each of them. Where cells lead to on the web, by a hyperlink or a formula, comes along.
 */
export function readWorkbook(archive: Archive): TableResult {
  try {
    const { sheets, from1904 } = readOverview(archive);
    return chooseSheet(archive, sheets, {
      strings: readStrings(archive),
      isDate: readDateStyles(archive),
      from1904,
      left: MAX_CELLS,
    });
  } catch (error) {
    if (error instanceof PartProblem) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

function chooseSheet(archive: Archive, sheets: Overview['sheets'], cells: Cells): TableResult {
  let chosen: (Sheet & { name: string; isNamed: boolean }) | undefined;
  const counts = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { name, path } of sheets) {
    try {
      // What is only counted takes no memory.
      const sheet = chosen?.isNamed ? undefined : readSheet(archive, path, cells);
      counts.set(
        name,
        sheet === undefined ? countRows(archive, path, cells) : sheet.rows.filter(isFilled).length,
      );
      if (sheet === undefined || counts.get(name) === 0) continue;
      const isNamed = namesTerms(sheet.rows);
      if (chosen === undefined || isNamed) chosen = { ...sheet, name, isNamed };
    } catch (error) {
      // One sheet is enough.
      if (chosen === undefined || !(error instanceof PartProblem)) throw error;
      problems.push(error.problem);
    }
  }
  if (chosen === undefined) return refuse('file-empty');
  for (const [name, count] of counts) {
    if (name === chosen.name || count === 0) continue;
    problems.push({ code: 'part-unread', severity: 'warning', at: { part: name }, params: { name, count } });
  }
  const { rows, links, name: part } = chosen;
  return { ok: true, table: { rows, firstRow: 1, part, links: links.byRow }, problems };
}

const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell !== '');

interface Overview {
  /** Those that are shown. */
  sheets: { name: string; path: string }[];
  /** Days are counted from 1904 on. */
  from1904: boolean;
}

function readOverview(archive: Archive): Overview {
  const targets = readRelations(archive, WORKBOOK);
  const overview: Overview = { sheets: [], from1904: false };
  readPart(archive, WORKBOOK, ['sheet', 'workbookPr'], ({ name, attributes }) => {
    if (name === 'workbookPr') {
      overview.from1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      return;
    }
    const target = targets.get(attributes['id'] ?? '');
    const path = target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`;
    if (path !== undefined && (attributes['state'] ?? 'visible') === 'visible') {
      overview.sheets.push({ name: attributes['name'] ?? path, path });
    }
  });
  return overview;
}

function readStrings(archive: Archive): string[] {
  const strings: string[] = [];
  readPart(archive, 'xl/sharedStrings.xml', ['si'], (node) => strings.push(richText(node)));
  return strings;
}

/** The runs of a text; not the readings above it (`rPh`). */
function richText(node: XmlNode): string {
  return elements(node)
    .map((each) => (each.name === 't' ? unescapeText(textOf(each)) : each.name === 'r' ? richText(each) : ''))
    .join('');
}

/** `_x000D_`: how a workbook writes characters that XML would lose (ECMA-376, ST_Xstring). */
const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Which styles of cells show a date. */
function readDateStyles(archive: Archive): (style: string | undefined) => boolean {
  const own = new Map<string, string>();
  const formats: string[] = [];
  readPart(archive, 'xl/styles.xml', ['numFmt', 'cellXfs'], (node) => {
    if (node.name === 'numFmt')
      own.set(node.attributes['numFmtId'] ?? '', node.attributes['formatCode'] ?? '');
    else formats.push(...elements(node).map(({ attributes }) => attributes['numFmtId'] ?? '0'));
  });
  return (style) => {
    const id = formats[Number(style)] ?? '0';
    return isDateFormat(Number(id), own.get(id));
  };
}

interface Cells {
  strings: readonly string[];
  isDate(style: string | undefined): boolean;
  from1904: boolean;
  /** How many more cells may be read. */
  left: number;
}

/** The memory that a link takes, in cells. */
const CELLS_PER_LINK = 10;

interface Sheet {
  rows: string[][];
  links: CellLinks;
}

function readSheet(archive: Archive, path: string, cells: Cells): Sheet {
  const rows: string[][] = [];
  const merges: string[] = [];
  const hyperlinks: Hyperlink[] = [];
  const add = (length: number): void => {
    cells.left -= length;
    if (cells.left < 0) throw new PartProblem(path, tooMany('cells-too-many', { limit: MAX_CELLS }));
  };
  const links = new CellLinks(() => add(CELLS_PER_LINK));
  const found = readPart(archive, path, ['row', 'mergeCell', 'hyperlink'], (node) => {
    const { ref = '', r, id = '', location = '' } = node.attributes;
    if (node.name !== 'row') {
      add(1);
      if (node.name === 'mergeCell') merges.push(ref);
      else hyperlinks.push({ ref, relation: id, location });
      return;
    }
    const number = Number(r ?? rows.length + 1);
    if (!(number >= 1 && number <= MAX_ROWS)) {
      throw new PartProblem(path, tooMany('rows-too-many', { limit: MAX_ROWS }));
    }
    while (rows.length < number) rows.push([]);
    const row = rows[number - 1] ?? [];
    for (const cell of elements(node)) {
      const column = columnOf(cell.attributes['r']) ?? row.length;
      if (column >= MAX_COLUMNS)
        throw new PartProblem(path, tooMany('columns-too-many', { limit: MAX_COLUMNS, length: column + 1 }));
      while (row.length < column) row.push('');
      row[column] = cellText(cell, cells);
      links.add(row, column, linkOfFormula(cell));
    }
    add(row.length);
  });
  if (!found)
    throw new PartProblem(path, {
      code: 'archive-part-missing',
      severity: 'error',
      at: {},
      params: { name: path },
    });
  const targets = hyperlinks.length === 0 ? undefined : readRelations(archive, path);
  for (const hyperlink of hyperlinks) {
    const url = targets && urlOf(hyperlink, targets);
    for (const [row, column] of cellsIn(rows, hyperlink.ref, add)) links.add(row, column, url);
  }
  fillMerged({ rows, links }, merges, add);
  return { rows, links };
}

/** How many rows of a sheet hold something. */
function countRows(archive: Archive, path: string, cells: Cells): number {
  let count = 0;
  readPart(archive, path, ['row'], (row) => {
    if (elements(row).some((cell) => cellText(cell, cells) !== '')) count += 1;
  });
  return count;
}

/** @param onLook - hears of each cell that is looked at: there may be many areas, and each as large as the sheet */
function* cellsIn(
  rows: readonly string[][],
  reference: string,
  onLook: (count: number) => void,
): Generator<[row: string[], column: number]> {
  const area = areaOf(reference);
  if (area === undefined) return;
  for (const row of rows.slice(area.top, area.bottom + 1)) {
    const right = Math.min(area.right, row.length - 1);
    onLook(1 + Math.max(0, right - area.left));
    for (let column = area.left; column <= right; column++) yield [row, column];
  }
}

/**
 * What is written once beside several rows is said of each: the text of merged cells, with where it leads to, goes into the
 * first column of all of them, never across, where it is a title. Headings of two rows are left as they are, and empty rows
 * empty.
 *
 * @param merges - `A2:B9`
 * @param onFill - hears how many cells are looked at: there may be many merges, and each as high as the sheet
 */
function fillMerged(
  { rows, links }: Sheet,
  merges: readonly string[],
  onFill: (count: number) => void,
): void {
  const headings = rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
  for (const merge of merges) {
    const area = areaOf(merge);
    if (area === undefined || area.top === headings || area.left >= MAX_COLUMNS) continue;
    const { top, bottom, left } = area;
    const first = rows[top];
    const text = first?.[left] ?? '';
    if (text === '') continue;
    for (const row of rows.slice(top + 1, bottom + 1)) {
      onFill(left + 1);
      if (row.every((cell) => cell === '')) continue;
      while (row.length <= left) row.push('');
      if (row[left] !== '') continue;
      row[left] = text;
      links.add(row, left, links.urlOf(first, left));
    }
  }
}

const tooMany = (code: Problem['code'], params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  at: {},
  params,
});

function cellText(cell: XmlNode, { strings, isDate, from1904 }: Cells): string {
  const inline = child(cell, 'is');
  if (inline !== undefined) return richText(inline);
  const value = child(cell, 'v');
  if (value === undefined) return '';
  const text = textOf(value);
  switch (cell.attributes['t']) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'b':
      return text === '1' ? 'true' : 'false';
    case 'e':
      return '';
    case undefined:
    case 'n':
      return isDate(cell.attributes['s']) ? isoDate(Number(text), { from1904 }) : text;
    default:
      return unescapeText(text);
  }
}
