import type { TableResult } from '@/lib/glossary/formats/csv';
import { decodeText } from '@/lib/glossary/formats/decode';
import { refuse } from '@/lib/glossary/formats/draft';
import { child, elements, readXml, textOf, type XmlNode } from '@/lib/glossary/formats/xml/read-xml';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '@/lib/glossary/limits';
import type { Problem } from '@/lib/glossary/problem';
import type { Archive } from './open-archive';
import { isDateFormat, isoDate } from './xlsx-dates';
import { CellLinks, type Hyperlink, linkOfFormula, urlOf } from './xlsx-links';
import { areaOf, columnOf } from './xlsx-places';

const WORKBOOK = 'xl/workbook.xml';

/** Whether an archive is a workbook of Office Open XML (ECMA-376). */
export function isWorkbook({ names }: Archive): boolean {
  return names.includes(WORKBOOK);
}

/**
 * Reads the sheets of a workbook that are not hidden: the first that has rows. Cells are read as they are
 * kept, numbers without their format, dates as ISO 8601; what is merged over several rows stands in each of them. Where
 * cells lead to on the web, by a hyperlink or a formula, comes along.
 */
export function readWorkbook(archive: Archive): TableResult {
  try {
    const strings = readStrings(archive);
    const isDate = readDateStyles(archive);
    const { sheets, from1904 } = readOverview(archive);
    for (const { name, path } of sheets) {
      const { rows, links } = readSheet(archive, path, { strings, isDate, from1904 });
      if (rows.some((row) => row.some((cell) => cell !== ''))) {
        return { ok: true, table: { rows, firstRow: 1, part: name, links: links.byRow }, problems: [] };
      }
    }
    return refuse('file-empty');
  } catch (error) {
    if (error instanceof PartProblem) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/** Something is wrong with a part of the workbook; nothing can be made of the rest. */
class PartProblem extends Error {
  readonly problem: Problem;

  constructor(part: string, problem: Problem) {
    super(problem.code);
    this.problem = { ...problem, at: { ...problem.at, part } };
  }
}

function readPart(
  archive: Archive,
  name: string,
  wanted: readonly string[],
  onElement: (node: XmlNode) => void,
): boolean {
  const bytes = archive.names.includes(name) ? archive.read(name) : undefined;
  if (bytes === undefined) return false;
  const decoded = decodeText(bytes, 'utf-8');
  const problem = decoded.ok
    ? readXml(decoded.text, { wanted: new Set(wanted), onElement })
    : decoded.problems[0];
  if (problem !== undefined) throw new PartProblem(name, problem);
  return true;
}

/** Where the relations of a part lead to, by their ids. */
function readRelations(archive: Archive, part: string): Map<string, string> {
  const targets = new Map<string, string>();
  const name = part.replace(/([^/]*)$/, '_rels/$1.rels');
  readPart(archive, name, ['Relationship'], ({ attributes }) => {
    targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  });
  return targets;
}

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
  let count = 0;
  const add = (length: number): void => {
    count += length;
    if (count > MAX_CELLS) throw new PartProblem(path, tooMany('cells-too-many', { limit: MAX_CELLS }));
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
