import { describe, expect, it } from 'vitest';
import {
  MAX_ENTRY_PARTS,
  MAX_LINE_LENGTH,
  MAX_NESTING,
  MAX_STRAY_QUOTES,
  MAX_UNPACKED_BYTES,
} from '@/lib/glossary/limits';
import { glossaryJson } from '../glossary/glossary-file';
import { archive, lyingZip, read, repeatingZip, workbook } from './outline';

const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list);

/** Files of which nothing can be made: each is refused with the code and, where a limit is broken, the limit. */
const REFUSED: {
  name: string;
  file: string | Uint8Array;
  options?: { name: string };
  code: string;
  limit?: number;
}[] = [
  { name: 'no bytes', file: '', code: 'file-empty' },
  { name: 'nothing but blanks', file: '\ufeff \n\t\n', code: 'file-empty' },
  { name: 'a web page', file: '<!DOCTYPE html><html><body>404</body></html>', code: 'file-unknown' },
  {
    name: 'a web page named as a table',
    file: '<html><body>x</body></html>',
    options: { name: 'a.csv' },
    code: 'file-unknown',
  },
  { name: 'RDF in XML', file: '<rdf:RDF xmlns:rdf="x"></rdf:RDF>', code: 'file-unknown' },
  { name: 'a PDF', file: '%PDF-1.7\n%âãÏÓ', code: 'file-unknown' },
  {
    name: 'an old workbook',
    file: bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    code: 'file-unknown',
  },
  {
    name: 'bytes that are no text',
    file: bytes(0xff, 0xff, 0x81, 0xff, 0xfe, 0x80),
    code: 'encoding-invalid',
  },
  { name: 'JSON of something else', file: '{"name":"package"}', code: 'format-unknown' },
  { name: 'JSON that was cut off', file: JSON.stringify(glossaryJson()).slice(0, -30), code: 'json-syntax' },
  {
    name: 'JSON of a later version',
    file: JSON.stringify(glossaryJson({ formatVersion: 9 })),
    code: 'format-version-unknown',
  },
  { name: 'JSON as deep as it is long', file: `{"a":${'['.repeat(300_000)}`, code: 'json-syntax' },
  {
    name: 'JSON-LD that is too deep',
    file: `{"@graph":${'[{"@graph":'.repeat(MAX_NESTING + 5)}1${'}]'.repeat(MAX_NESTING + 5)}}`,
    code: 'nesting-too-deep',
    limit: MAX_NESTING,
  },
  {
    name: 'a quotation mark that none closes',
    file: 'term,definition\n"果园港,a port\n两江,x\n',
    code: 'csv-quote-open',
  },
  {
    name: 'a line of 100 MB',
    file: `term,definition\na,${'x'.repeat(100_000_000)}`,
    code: 'line-too-long',
    limit: MAX_LINE_LENGTH,
  },
  { name: 'a row of 1,000 cells', file: `term${',a'.repeat(999)}\n`, code: 'columns-too-many', limit: 300 },
  { name: 'XML that is not well-formed', file: '<tbx><text><body></text></tbx>', code: 'xml-syntax' },
  { name: 'XML that was cut off', file: '<tbx><text><body><conceptEntry id="a">', code: 'xml-syntax' },
  {
    name: 'XML that is too deep',
    file: `<tbx>${'<a>'.repeat(100_000)}`,
    code: 'nesting-too-deep',
    limit: MAX_NESTING,
  },
  {
    name: 'XML whose entities grow',
    file: '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><tbx><text><body><conceptEntry id="x"><langSec xml:lang="en"><termSec><term>&b;</term></termSec></langSec></conceptEntry></body></text></tbx>',
    code: 'xml-entity',
  },
  { name: 'XML with an entity that nobody declares', file: '<tbx><p>&nbsp;</p></tbx>', code: 'xml-syntax' },
  { name: 'XML with a NUL', file: '<tbx><p>\u0000</p></tbx>', code: 'xml-syntax' },
  { name: 'TBX without entries', file: '<tbx><text><body/></text></tbx>', code: 'concepts-missing' },
  { name: 'Turtle that is none', file: '@prefix a: <b> .\na:b a:c', code: 'turtle-syntax' },
  {
    name: 'Turtle without concepts',
    file: '@prefix a: <http://b/> .\na:b a:c a:d .',
    code: 'concepts-missing',
  },
  {
    name: 'a zip bomb',
    file: lyingZip('term_bank_1.json', MAX_UNPACKED_BYTES + 1),
    code: 'archive-too-large',
    limit: MAX_UNPACKED_BYTES,
  },
  {
    name: 'a zip bomb of one file that is listed 100 times',
    file: repeatingZip('term_bank_1.json', new Uint8Array(5_000_000), 100),
    code: 'archive-too-large',
    limit: MAX_UNPACKED_BYTES,
  },
  {
    name: 'a zip of two files of one name',
    file: repeatingZip('index.json', new Uint8Array(10), 2),
    code: 'archive-broken',
  },
  {
    name: 'a zip of 10,001 files',
    file: archive(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, '']))),
    code: 'archive-too-many',
    limit: 10_000,
  },
  {
    name: 'a zip that was cut off',
    file: archive({ 'index.json': '{}' }).slice(0, 40),
    code: 'archive-broken',
  },
  { name: 'a zip of something else', file: archive({ 'a.txt': 'x' }), code: 'file-unknown' },
  {
    name: 'a dictionary whose index is damaged',
    file: archive({ 'index.json': '{', 'term_bank_1.json': '[]' }),
    code: 'json-syntax',
  },
  { name: 'a workbook without rows', file: workbook(''), code: 'file-empty' },
  { name: 'a workbook whose sheet is damaged', file: workbook('<row'), code: 'xml-syntax' },
  {
    name: 'a workbook with a row far down',
    file: workbook('<row r="9999999"><c t="str"><v>x</v></c></row>'),
    code: 'rows-too-many',
    limit: 1_000_000,
  },
  {
    name: 'a workbook with a cell far right',
    file: workbook('<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>'),
    code: 'columns-too-many',
    limit: 300,
  },
  {
    name: 'a workbook of 100 KB with 300 million cells',
    file: workbook('<row><c r="KN1"><v>1</v></c></row>'.repeat(70_000)),
    code: 'cells-too-many',
    limit: 20_000_000,
  },
  {
    name: 'a table of nothing but commas',
    file: `${','.repeat(290)}\n`.repeat(70_000),
    options: { name: 'a.csv' },
    code: 'cells-too-many',
    limit: 20_000_000,
  },
  {
    name: 'nothing but line feeds',
    file: `a${'\n'.repeat(140_000_000)}`,
    options: { name: 'a.csv' },
    code: 'rows-too-many',
    limit: 1_000_000,
  },
  {
    name: 'line feeds behind a quoted cell',
    file: `"a"${'\r'.repeat(1_000_001)}`,
    options: { name: 'a.csv' },
    code: 'rows-too-many',
    limit: 1_000_000,
  },
  {
    name: 'tabs, a stray quotation mark and nothing but line feeds',
    file: `term\tdefinition\n"a" b\tc${'\n'.repeat(20_000_000)}`,
    options: { name: 'a.tsv' },
    code: 'rows-too-many',
    limit: 1_000_000,
  },
  {
    name: 'a cell that is full of quotation marks',
    file: `term,definition\n"a${',"b\n'.repeat(MAX_STRAY_QUOTES + 1)}"\n`,
    options: { name: 'a.csv' },
    code: 'csv-quote-stray',
    limit: MAX_STRAY_QUOTES,
  },
  {
    name: 'an entry of a million elements',
    file: `<tbx><text><body><conceptEntry>${'<a/>'.repeat(MAX_ENTRY_PARTS)}</conceptEntry></body></text></tbx>`,
    code: 'entry-too-large',
    limit: MAX_ENTRY_PARTS,
  },
  {
    name: 'an element of a million attributes',
    file: `<tbx ${Array.from({ length: MAX_ENTRY_PARTS + 1 }, (_, at) => `a${at}=""`).join(' ')}/>`,
    code: 'entry-too-large',
    limit: MAX_ENTRY_PARTS,
  },
  {
    name: 'a workbook of one row of a million cells',
    file: workbook(`<row r="1">${'<c/>'.repeat(MAX_ENTRY_PARTS)}</row>`),
    code: 'entry-too-large',
    limit: MAX_ENTRY_PARTS,
  },
  {
    name: 'UTF-8 with a byte that is broken',
    file: Uint8Array.from([
      ...new TextEncoder().encode('术语,释义\n果园港,长江上的港口。\n'.repeat(9)),
      0xe6,
      0x9e,
    ]),
    code: 'encoding-invalid',
  },
  {
    name: 'Markdown without a glossary',
    file: '# A heading\n\nSome words.\n',
    options: { name: 'a.md' },
    code: 'concepts-missing',
  },
];

describe('a file that can not be read', () => {
  it.each(REFUSED)('is refused with its reason: $name', ({ file, options, code, limit }) => {
    const parsed = read(file, options);
    expect(parsed.ok).toBe(false);
    expect(parsed.problems.map((problem) => problem.code)).toEqual([code]);
    expect(parsed.problems[0]?.params['limit']).toBe(limit);
  });

  it('can not unpack to more than its archive says', () => {
    const zip = lyingZip('term_bank_1.json', 10);
    expect(zip.length).toBeLessThan(1000);
    const parsed = read(zip);
    expect(parsed.ok).toBe(false);
  });
});

it('is not too full of quotation marks where tabs part its cells: then they quote nothing', () => {
  const rows = Array.from(
    { length: MAX_STRAY_QUOTES / 50 },
    (_, row) => `"${row}号${'港"'.repeat(51)}\t港口`,
  );
  const parsed = read(`术语\t释义\n${rows.join('\n')}\n`, { name: 'a.tsv' });
  expect(parsed.ok && parsed.glossary.concepts[1]?.terms[0].text).toBe(`"1号${'港"'.repeat(51)}`);
});
