import { describe, expect, it } from 'vitest';
import { archive, outline, read } from './outline';

type Rows = readonly (readonly string[])[];

const rowsXml = (rows: Rows): string =>
  rows.map((row) => `<row>${row.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`).join('');

/** A workbook of these sheets; one that is a text is what its part holds. */
function book(sheets: Readonly<Record<string, Rows | string>>): Uint8Array {
  const files: Record<string, string> = {};
  const listed: string[] = [];
  const relations: string[] = [];
  for (const [at, [name, rows]] of Object.entries(sheets).entries()) {
    listed.push(`<sheet name="${name}" r:id="r${at}"/>`);
    relations.push(`<Relationship Id="r${at}" Target="worksheets/${at}.xml"/>`);
    files[`xl/worksheets/${at}.xml`] =
      typeof rows === 'string' ? rows : `<worksheet><sheetData>${rowsXml(rows)}</sheetData></worksheet>`;
  }
  return archive({
    'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...files,
  });
}

const ABOUT: Rows = [['说明'], ['本表由术语办公室编制。'], [''], ['2026 年']];
const TERMS: Rows = [
  ['术语', '释义'],
  ['果园港', '港口'],
];
const PLAIN: Rows = [['寸滩港', '重庆的另一个港口。']];
const guoyuan = ['果园港 = 果园港(zh-Hans p) zh:港口'];

describe('of the sheets of a workbook', () => {
  it.each([
    { name: 'the only one is read', sheets: { 术语: TERMS }, expected: guoyuan, told: [] },
    {
      name: 'the first with headings is read, not one that says what it is about',
      sheets: { 说明: ABOUT, 空: [['']], 术语: TERMS },
      expected: guoyuan,
      told: [['说明', 3]],
    },
    {
      name: 'one with a title above its headings is read',
      sheets: { 说明: ABOUT, 术语: [['港口术语表'], ...TERMS] },
      expected: guoyuan,
      told: [['说明', 3]],
    },
    {
      name: 'the first of several with headings is read',
      sheets: { A: TERMS, B: [...TERMS, ['两江', '']], C: ABOUT, D: [] },
      expected: guoyuan,
      told: [
        ['B', 3],
        ['C', 3],
      ],
    },
    {
      name: 'the first that is not empty is read where none has headings',
      sheets: { 空: [['']], 词: PLAIN, 说明: ABOUT },
      expected: ['寸滩港 = 寸滩港(zh-Hans p) zh:重庆的另一个港口。'],
      told: [['说明', 3]],
    },
    {
      name: 'one that is damaged costs no other',
      sheets: { 术语: TERMS, 坏: '<worksheet><row', 说明: ABOUT },
      expected: guoyuan,
      told: [
        ['说明', 3],
        ['xml-syntax', 'xl/worksheets/1.xml'],
      ],
    },
  ])('$name', ({ sheets, expected, told }) => {
    const parsed = read(book(sheets), { name: 'a.xlsx' });
    expect(outline(parsed)).toEqual(expected);
    expect(
      parsed.problems.map(({ code, at, params }) =>
        code === 'part-unread' ? [params['name'], params['count']] : [code, at.part],
      ),
    ).toEqual(told);
  });
});
