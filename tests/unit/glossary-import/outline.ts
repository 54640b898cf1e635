import { strToU8, type Zippable, zipSync } from 'fflate';
import { type FileOptions, type ParsedFile, parseGlossaryFile } from '@/lib/glossary-import/parse-file';

/** Reads a text or bytes as a file that says nothing about itself but by its name. */
export function read(file: string | Uint8Array, options: Partial<FileOptions> = {}): ParsedFile {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  return parseGlossaryFile(bytes, { name: '', today: '2026-11-25', ...options });
}

/**
 * Concepts in short, a line for each: `id = term(language status) … language:definition #category [title](url) >related`;
 * for a file of which there are none, the codes of its problems.
 */
export function outline(parsed: ParsedFile): string[] {
  if (!parsed.ok) return parsed.problems.map(({ code }) => code);
  return parsed.glossary.concepts.map(({ id, terms, definitions, category, sources, related = [] }) =>
    [
      `${id} =`,
      ...terms.map(({ text, language, status }) => `${text}(${language} ${status[0]})`),
      ...Object.entries(definitions).map(([tag, prose]) => `${tag}:${prose}`),
      ...(category === undefined ? [] : [`#${category}`]),
      ...sources.map(({ title, url }) => `[${title}](${url})`),
      ...related.map((other) => `>${other}`),
    ].join(' '),
  );
}

/** A zip file of these texts and bytes. */
export function archive(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, file] of Object.entries(files)) {
    zippable[name] = typeof file === 'string' ? strToU8(file) : file;
  }
  return zipSync(zippable);
}

/** A zip file that says of its only file that it is this large, whatever it holds. */
export function lyingZip(name: string, size: number): Uint8Array {
  const zip = zipSync({ [name]: new Uint8Array(1000) });
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at + 4 < zip.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return zip;
}

/** A zip file that lists its only file so many times: all of them are the same bytes. */
export function repeatingZip(name: string, file: Uint8Array, times: number): Uint8Array {
  const zip = zipSync({ [name]: file });
  const view = new DataView(zip.buffer, zip.byteOffset);
  const end = zip.length - 22;
  const start = view.getUint32(end + 16, true);
  const entry = zip.subarray(start, end);
  const repeated = new Uint8Array(start + entry.length * times + 22);
  repeated.set(zip.subarray(0, start));
  for (let at = 0; at < times; at++) repeated.set(entry, start + entry.length * at);
  repeated.set(zip.subarray(end), start + entry.length * times);
  const ending = new DataView(repeated.buffer, start + entry.length * times);
  ending.setUint16(8, times, true);
  ending.setUint16(10, times, true);
  ending.setUint32(12, entry.length * times, true);
  return repeated;
}

const XLSX_RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/>
</Relationships>`;

/** A workbook with a hidden sheet before the one that holds these rows; `settings` stands in `workbookPr`. */
export function workbook(
  rows: string,
  {
    strings = '',
    merges = [],
    settings = '',
    hyperlinks = [],
  }: {
    strings?: string;
    merges?: readonly string[];
    settings?: string;
    /** `target` is a relation's, `location` a place in it or in the workbook. */
    hyperlinks?: readonly { ref: string; target?: string; location?: string }[];
  } = {},
): Uint8Array {
  const mergeCells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const relations = hyperlinks.map(
    ({ target }, at) => `<Relationship Id="l${at}" Target="${target ?? ''}" TargetMode="External"/>`,
  );
  const links = hyperlinks.map(
    ({ ref, target, location }, at) =>
      `<hyperlink ref="${ref}"${target === undefined ? '' : ` r:id="l${at}"`}${location === undefined ? '' : ` location="${location}"`}/>`,
  );
  return archive({
    'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr ${settings}/><sheets>
      <sheet name="旧" sheetId="1" state="hidden" r:id="r1"/><sheet name="术语" sheetId="2" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': XLSX_RELATIONS,
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="37"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c t="str"><v>hidden</v></c></row></sheetData></worksheet>',
    'xl/worksheets/_rels/sheet2.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>${rows}</sheetData><mergeCells>${mergeCells}</mergeCells><hyperlinks>${links.join('')}</hyperlinks></worksheet>`,
  });
}
