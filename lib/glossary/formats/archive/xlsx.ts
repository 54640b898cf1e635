import type { TableResult } from '@/lib/glossary/formats/csv';
import { decodeText } from '@/lib/glossary/formats/decode';
import { refuse } from '@/lib/glossary/formats/draft';
import { child, elements, readXml, textOf, type XmlNode } from '@/lib/glossary/formats/xml/read-xml';
import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from '@/lib/glossary/limits';
import type { Problem } from '@/lib/glossary/problem';
import type { Archive } from './open-archive';
import { isDateFormat, isoDate } from './xlsx-dates';

const WORKBOOK = 'xl/workbook.xml';

/** Whether an archive is a workbook of Office Open XML (ECMA-376). */
export function isWorkbook({ names }: Archive): boolean {
  return names.includes(WORKBOOK);
}

/**
 * Reads the sheets of a workbook that are not hidden: the first that has rows. Cells are read as they are
 * kept, numbers without their format, dates as ISO 8601; what is merged over several rows stands in each of them.
 */
export function readWorkbook(archive: Archive): TableResult {
  try {
    const strings = readStrings(archive);
    const isDate = readDateStyles(archive);
    const { sheets, from1904 } = readOverview(archive);
    for (const { name, path } of sheets) {
      const rows = readSheet(archive, path, { strings, isDate, from1904 });
      if (rows.some((row) => row.some((cell) => cell !== ''))) {
        return { ok: true, table: { rows, firstRow: 1, part: name }, problems: [] };
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

interface Overview {
  /** Those that are shown. */
  sheets: { name: string; path: string }[];
  /** Days are counted from 1904 on. */
  from1904: boolean;
}

function readOverview(archive: Archive): Overview {
  const targets = new Map<string, string>();
  readPart(archive, 'xl/_rels/workbook.xml.rels', ['Relationship'], ({ attributes }) => {
    const target = attributes['Target'] ?? '';
    targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  });
  const overview: Overview = { sheets: [], from1904: false };
  readPart(archive, WORKBOOK, ['sheet', 'workbookPr'], ({ name, attributes }) => {
    if (name === 'workbookPr') {
      overview.from1904 = /^(1|true|on)$/.test(attributes['date1904'] ?? '');
      return;
    }
    const path = targets.get(attributes['id'] ?? '');
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

function readSheet(archive: Archive, path: string, cells: Cells): string[][] {
  const rows: string[][] = [];
  const merges: string[] = [];
  let count = 0;
  const add = (length: number): void => {
    count += length;
    if (count > MAX_CELLS) throw new PartProblem(path, tooMany('cells-too-many', { limit: MAX_CELLS }));
  };
  const found = readPart(archive, path, ['row', 'mergeCell'], (node) => {
    if (node.name === 'mergeCell') {
      merges.push(node.attributes['ref'] ?? '');
      return;
    }
    const number = Number(node.attributes['r'] ?? rows.length + 1);
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
  fillMerged(rows, merges, add);
  return rows;
}

/**
 * What is written once beside several rows is said of each: the text of merged cells goes into the first column of all of
 * them, never across, where it is a title. Headings of two rows are left as they are, and empty rows empty.
 *
 * @param merges - `A2:B9`
 * @param onFill - hears how many cells are looked at: there may be many merges, and each as high as the sheet
 */
function fillMerged(rows: string[][], merges: readonly string[], onFill: (count: number) => void): void {
  const headings = rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
  for (const merge of merges) {
    const [start = '', end = ''] = merge.split(':');
    const column = columnOf(start) ?? MAX_COLUMNS;
    const [top, bottom] = [rowOf(start) - 1, Math.min(rowOf(end), rows.length)];
    const text = rows[top]?.[column] ?? '';
    if (text === '' || top === headings || column >= MAX_COLUMNS) continue;
    for (const row of rows.slice(top + 1, bottom)) {
      onFill(column + 1);
      if (row.every((cell) => cell === '')) continue;
      while (row.length <= column) row.push('');
      row[column] ||= text;
    }
  }
}

/** `AB12` → 12 */
const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0]);

const tooMany = (code: Problem['code'], params: Problem['params']): Problem => ({
  code,
  severity: 'error',
  at: {},
  params,
});

/** `AB12` → 27 */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

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
