import { describe, expect, it } from 'vitest';
import { archive, outline, read, workbook } from './outline';

describe('a workbook', () => {
  it('is read from a sheet that is shown', () => {
    const parsed = read(
      workbook(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>释义</t></is></c><c r="D1" t="str"><v>日期</v></c><c r="E1" t="str"><v>链接</v></c></row>
         <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="str"><v>港口 &amp;_x000D_
码头</v></c><c r="D3" s="1"><v>44197</v></c><c r="E3" t="str"><v>https://example.org/a</v></c></row>
         <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"/><c r="D4" s="2"><v>44562.5</v></c><c r="E4" t="str"><v>ftp://example.org</v></c></row>`,
        {
          strings:
            '<si><t>术语</t></si><si><r><t>果园</t></r><r><t>港</t></r><rPh sb="0" eb="2"><t>guoyuan</t></rPh></si>',
        },
      ),
      { name: 'a.xlsx' },
    );
    expect(outline(parsed)).toEqual([
      '果园港 = 果园港(zh-Hans p) zh:港口 &\n码头 [example.org](https://example.org/a)',
    ]);
    expect(parsed.ok && parsed.glossary.concepts[0]?.sources[0]?.date).toBe('2021-01-01');
    expect(parsed.problems.map(({ code, at }) => [code, at.part, at.row, at.field])).toEqual([
      ['url-scheme', '术语', 4, '链接'],
    ]);
  });

  it.each([
    { name: 'a format of all versions', style: 1, settings: '', date: '2023-11-01' },
    { name: 'yyyy年m月d日 of the Chinese version', style: 3, settings: '', date: '2023-11-01' },
    { name: 'yyyy年m月 of the Chinese version', style: 4, settings: '', date: '2023-11-01' },
    { name: 'days counted from 1904', style: 3, settings: 'date1904="1"', date: '2027-11-02' },
    { name: 'a number, which is none', style: 5, settings: '', date: undefined },
  ])('has dates: $name', ({ style, settings, date }) => {
    const rows = `<row r="1"><c t="str"><v>术语</v></c><c t="str"><v>链接</v></c><c t="str"><v>日期</v></c></row>
      <row r="2"><c t="str"><v>果园港</v></c><c t="str"><v>https://a.cn</v></c><c s="${style}"><v>45231</v></c></row>`;
    const parsed = read(workbook(rows, { settings }), { name: 'a.xlsx' });
    expect(parsed.ok && parsed.glossary.concepts[0]?.sources[0]?.date).toBe(date);
  });

  const sheet = (...rows: readonly string[][]): string =>
    rows
      .map(
        (row, at) =>
          `<row r="${at + 1}">${row.map((cell) => `<c${cell === '' ? '/>' : ` t="str"><v>${cell}</v></c>`}`).join('')}</row>`,
      )
      .join('');

  describe('with hyperlinks', () => {
    const plan = 'https://example.org/plan';
    const rows = [
      ['术语', '来源', '链接'],
      ['果园港', '规划纲要', ''],
      ['寸滩港', '', ''],
    ];
    const taken = '果园港 = 果园港(zh-Hans p) [规划纲要](https://example.org/plan)';
    const missing = '果园港 = 果园港(zh-Hans p)';

    it.each([
      { name: 'behind the title of a source', hyperlinks: [{ ref: 'B2', target: plan }], expected: taken },
      {
        name: 'that leads to a place of a page',
        hyperlinks: [{ ref: 'B2', target: plan, location: 'part2' }],
        expected: '果园港 = 果园港(zh-Hans p) [规划纲要](https://example.org/plan#part2)',
      },
      {
        name: 'over a column, its empty cells too',
        hyperlinks: [{ ref: 'B2:B9', target: plan }],
        expected: taken,
      },
      { name: 'behind another cell', hyperlinks: [{ ref: 'A2', target: plan }], expected: missing },
      { name: 'into the workbook', hyperlinks: [{ ref: 'B2', location: '旧!A1' }], expected: missing },
      { name: 'of a letter', hyperlinks: [{ ref: 'B2', target: 'mailto:a@example.org' }], expected: missing },
      { name: 'of a script', hyperlinks: [{ ref: 'B2', target: 'javascript:alert(1)' }], expected: missing },
      {
        name: 'at no cell',
        hyperlinks: [
          { ref: 'B', target: plan },
          { ref: '', target: plan },
        ],
        expected: missing,
      },
    ])('$name', ({ hyperlinks, expected }) => {
      const parsed = read(workbook(sheet(...rows), { hyperlinks }), { name: 'a.xlsx' });
      expect(outline(parsed)).toEqual([expected, '寸滩港 = 寸滩港(zh-Hans p)']);
    });

    it('takes an address that is written out before one behind a cell', () => {
      const [headings = [], first = []] = rows;
      const table = sheet(headings, [...first.slice(0, 2), 'https://example.org/a']);
      const parsed = read(workbook(table, { hyperlinks: [{ ref: 'B2', target: plan }] }), { name: 'a.xlsx' });
      expect(outline(parsed)).toEqual(['果园港 = 果园港(zh-Hans p) [规划纲要](https://example.org/a)']);
    });

    it('goes with a cell that is merged over several rows', () => {
      const table = sheet(['术语', '来源'], ['果园港', '规划纲要'], ['寸滩港', '']);
      const hyperlinks = [{ ref: 'B2', target: plan }];
      expect(outline(read(workbook(table, { hyperlinks, merges: ['B2:B3'] }), { name: 'a.xlsx' }))).toEqual([
        taken,
        taken.replaceAll('果园港', '寸滩港'),
      ]);
    });

    it('is read from a formula too', () => {
      const formula = 'HYPERLINK(&quot;https://example.org/plan&quot;,&quot;规划纲要&quot;)';
      const table = `${sheet(rows[0] ?? [])}<row r="2"><c t="str"><v>果园港</v></c><c t="str"><f>${formula}</f><v>规划纲要</v></c></row>`;
      expect(outline(read(workbook(table), { name: 'a.xlsx' }))).toEqual([taken]);
    });

    it('is refused where there are more of them than a reader’s memory holds', () => {
      const many = Array.from({ length: 4_000 }, (_, at) => [`港${at}`, '规划纲要']);
      const hyperlinks = Array.from({ length: 3_000 }, () => ({ ref: 'A1:XFD1048576', target: plan }));
      const parsed = read(workbook(sheet(...many), { hyperlinks }), { name: 'a.xlsx' });
      expect(outline(parsed)).toEqual(['cells-too-many']);
    });
  });

  describe('with merged cells', () => {
    it.each([
      {
        name: 'a category beside several rows',
        rows: [
          ['类别', '术语'],
          ['港口', '果园港'],
          ['', '寸滩港'],
          ['', ''],
          ['新区', '两江新区'],
        ],
        merges: ['A2:A4'],
        expected: [
          '果园港 = 果园港(zh-Hans p) #c-1i8e9hj',
          '寸滩港 = 寸滩港(zh-Hans p) #c-1i8e9hj',
          '两江新区 = 两江新区(zh-Hans p) #c-1x0b6kv',
        ],
      },
      {
        name: 'a term of two rows',
        rows: [
          ['术语', '语言', '释义'],
          ['OK', 'zh', '好'],
          ['', 'en', ''],
        ],
        merges: ['A2:A3'],
        expected: ['OK = OK(zh p) OK(en p) zh:好'],
      },
      {
        name: 'a title over all columns',
        rows: [
          ['港口术语表', ''],
          ['术语', '释义'],
          ['果园港', '港口'],
        ],
        merges: ['A1:B1'],
        expected: ['果园港 = 果园港(zh-Hans p) zh:港口'],
      },
      {
        name: 'more of them than could be filled',
        rows: Array.from({ length: 5_000 }, (_, row) => [row < 2 ? '港口' : '', `港${row}`]),
        merges: Array.from({ length: 5_000 }, () => 'A2:A1048576'),
        expected: ['cells-too-many'],
      },
    ])('$name', ({ rows, merges, expected }) => {
      expect(outline(read(workbook(sheet(...rows), { merges }), { name: 'a.xlsx' }))).toEqual(expected);
    });
  });
});

describe('a Yomitan dictionary', () => {
  it('is read from its term banks', () => {
    const index = {
      title: '成渝',
      revision: '7',
      format: 3,
      sourceLanguage: 'zh',
      targetLanguage: 'en',
      author: 'A',
    };
    const bank = [
      ['果园港', 'guǒ yuán gǎng', 'n', '', 0, ['a port', { type: 'text', text: 'in Chongqing' }], 1, ''],
      ['果園港', 'guǒ yuán gǎng', 'n', '', 0, ['a port', { type: 'text', text: 'in Chongqing' }], 1, ''],
      [
        '两江',
        '',
        '',
        '',
        0,
        [
          {
            type: 'structured-content',
            content: {
              tag: 'ol',
              content: [
                {
                  tag: 'li',
                  content: ['two ', { tag: 'ruby', content: ['rivers', { tag: 'rt', content: 'jiang' }] }],
                },
                { tag: 'li', content: 'a new area' },
                { tag: 'tr', content: ['a', 'b'].map((content) => ({ tag: 'td', content })) },
              ],
            },
          },
        ],
        2,
        '',
      ],
      ['两江', '', '', '', 0, ['another'], 3, ''],
      ['', '', '', '', 0, ['nothing'], 4, ''],
      ['图', '', '', '', 0, [{ type: 'image', path: 'a.png' }, ['x', ['y']]], 5, ''],
    ];
    const parsed = read(
      archive({
        'index.json': JSON.stringify(index),
        'term_bank_1.json': JSON.stringify(bank),
        'kanji_bank_1.json': '[]',
      }),
    );
    expect(outline(parsed)).toEqual([
      '果园港 = 果园港(zh p) 果園港(zh a) en:a port\nin Chongqing',
      '两江 = 两江(zh p) en:two rivers\na new area\na b',
      '两江 (2) = 两江(zh p) en:another',
      '图 = 图(zh p)',
    ]);
    expect(parsed.ok && parsed.glossary).toMatchObject({
      name: { zh: '成渝' },
      version: '7',
      publisher: 'A',
      language: 'zh',
    });
    expect(parsed.problems.map(({ code, at, params }) => [code, at.path ?? params['name']])).toEqual([
      ['term-missing', '[4]'],
      ['part-unread', 'kanji_bank'],
      ['part-unread', 'image'],
      ['part-unread', 'deinflection'],
    ]);
  });
});
