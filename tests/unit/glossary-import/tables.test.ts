import { describe, expect, it } from 'vitest';
import type { FileOptions } from '@/lib/glossary-import/parse-file';
import { outline, read as readFile } from './outline';

const read = (text: string, options: Partial<FileOptions> = {}) =>
  readFile(text, { name: 'a.csv', ...options });

const concepts = (text: string, options?: Partial<FileOptions>): string[] => outline(read(text, options));

describe('a table that people have', () => {
  it.each([
    {
      name: 'with Chinese headings',
      text: '术语,英文,释义,类别,来源,链接\n果园港,Guoyuan Port,重庆的港口。,port,人民网,https://example.org/a\n',
      expected: [
        '果园港 = 果园港(zh-Hans p) Guoyuan Port(en p) zh:重庆的港口。 #port [人民网](https://example.org/a)',
      ],
    },
    {
      name: 'with traditional headings and further names in a cell',
      text: '術語\t別名\t定義\n兩江新區\t两江、新区\t一個區\n',
      options: { name: 'a.tsv' },
      expected: ['兩江新區 = 兩江新區(zh-Hans p) 两江(zh-Hans a) 新区(zh-Hans a) zh:一個區'],
    },
    {
      name: 'with English headings in any case',
      text: 'Term,DEFINITION (en),Definition zh,Synonyms\nGDP,The total,总值,gross domestic product\n',
      expected: ['GDP = GDP(en p) gross domestic product(en a) en:The total zh:总值'],
    },
    {
      name: 'of immersive-translate terms',
      text: 'source,target,tgt_lng\nGuoyuan Port,果园港,zh-CN\nGuoyuan Port,果園港,zh-TW\nLLM,LLM,zh-CN\n',
      expected: [
        'Guoyuan Port = Guoyuan Port(en p) 果园港(zh-Hans p) 果園港(zh-Hant p)',
        'LLM = LLM(en p) LLM(zh-Hans p)',
      ],
    },
    {
      name: 'with a term for each language, named by tags',
      text: 'zh_CN;zh-TW;en;ja\n两江;兩江;Liangjiang;両江\n',
      expected: ['两江 = 两江(zh-Hans p) 兩江(zh-Hant p) Liangjiang(en p) 両江(ja p)'],
    },
    {
      name: 'without headings',
      text: '果园港,重庆两江新区的长江港口，2013年开港。\n寸滩港,重庆的另一个港口。\n',
      expected: [
        '果园港 = 果园港(zh-Hans p) zh:重庆两江新区的长江港口，2013年开港。',
        '寸滩港 = 寸滩港(zh-Hans p) zh:重庆的另一个港口。',
      ],
    },
    {
      name: 'of two columns of names',
      text: '果园港\tGuoyuan Port\n两江新区\tLiangjiang New Area\n',
      options: { name: '' },
      expected: [
        '果园港 = 果园港(zh-Hans p) Guoyuan Port(en p)',
        '两江新区 = 两江新区(zh-Hans p) Liangjiang New Area(en p)',
      ],
    },
    {
      name: 'with quoted commas, quotes and line ends',
      text: 'term,definition\r\n"Chongqing, China","the ""mountain city""\r\non the Yangtze"\r\n',
      expected: ['Chongqing, China = Chongqing, China(en p) en:the "mountain city"\non the Yangtze'],
    },
    {
      name: 'with the same name for two things',
      text: '术语,释义\n两江,长江和嘉陵江\n两江,一个新区\n',
      expected: ['两江 = 两江(zh-Hans p) zh:长江和嘉陵江', '两江 (2) = 两江(zh-Hans p) zh:一个新区'],
    },
    {
      name: 'with several rows for one id',
      text: 'id,term,language,definition\ng,果园港,zh-Hans,港口\ng,Guoyuan Port,英文,\n',
      expected: ['g = 果园港(zh-Hans p) Guoyuan Port(en p) zh:港口'],
    },
    {
      name: 'of a spreadsheet in Europe: its delimiter in a line of its own, names with commas',
      text: 'sep=;\r\n术语;释义\r\n果园港;长江上的港口, 很大\r\n',
      expected: ['果园港 = 果园港(zh-Hans p) zh:长江上的港口, 很大'],
    },
    {
      name: 'with semicolons, and more commas in the first line',
      text: '果园港;重庆,长江上的港口,很大\n两江新区;重庆的新区\n寸滩;港口, 旧\n',
      expected: [
        '果园港 = 果园港(zh-Hans p) zh:重庆,长江上的港口,很大',
        '两江新区 = 两江新区(zh-Hans p) zh:重庆的新区',
        '寸滩 = 寸滩(zh-Hans p) zh:港口, 旧',
      ],
    },
    {
      name: 'in two languages, with Chinese characters in an English definition and two names alike',
      text: '术语,Term,释义,Definition\n果园港,Guoyuan Port,重庆的港口。,A port (重庆).\n寸滩港,Cuntan Port,,Another one.\nGDP,GDP,总值。,The total.\n',
      expected: [
        '果园港 = 果园港(zh-Hans p) Guoyuan Port(en p) zh:重庆的港口。 en:A port (重庆).',
        '寸滩港 = 寸滩港(zh-Hans p) Cuntan Port(en p) en:Another one.',
        'GDP = GDP(en p) zh:总值。 en:The total.',
      ],
    },
    {
      name: 'in two languages, in Markdown, with a column of definitions that is empty',
      text: '| Term | 术语 | Definition | 释义 | 解释 |\n|---|---|---|---|---|\n| Guoyuan Port | 果园港 | A port. | 重庆的港口。 |  |\n',
      options: { name: 'a.md' },
      expected: ['Guoyuan Port = Guoyuan Port(en p) 果园港(zh-Hans p) en:A port. zh:重庆的港口。'],
    },
    {
      name: 'with a title above its headings',
      text: '港口术语表;;\n;2026 年;\n\n术语;释义;英文\n果园港;长江上的港口;Guoyuan Port\n',
      expected: ['果园港 = 果园港(zh-Hans p) Guoyuan Port(en p) zh:长江上的港口'],
    },
    {
      name: 'with tabs and quotation marks that quote nothing, as Google Sheets writes it',
      text: '术语\t释义\n“双循环”\t"双循环"是一种格局\n果园港\t"开放\n',
      options: { name: 'a.tsv' },
      expected: [
        '“双循环” = “双循环”(zh-Hans p) zh:"双循环"是一种格局',
        '果园港 = 果园港(zh-Hans p) zh:"开放',
      ],
    },
    {
      name: 'with cells that were guarded against formulas',
      text: "term,definition\n'+86,'=1+1\n'tis,'twas\n",
      expected: ['+86 = +86(en p) en:=1+1', "'tis = 'tis(en p) en:'twas"],
    },
    {
      name: 'with a number for each row: “No” is no Norwegian',
      text: 'No,Term,Definition\n1,Port,A harbour\n2,Quay,A wharf\n',
      expected: ['Port = Port(en p) en:A harbour', 'Quay = Quay(en p) en:A wharf'],
    },
    {
      name: 'with columns headed by words as short as a tag',
      text: 'Entry No,term,POS,Ref,Tag,Num,New,definition\n7,果园港,noun,R1,x,3,yes,港口\n',
      expected: ['果园港 = 果园港(zh-Hans p) zh:港口'],
    },
    {
      name: 'with tags of languages and codes of countries above its columns',
      text: 'CN,en,de,yue,pt-BR,sr_Latn,Definition (en),释义 zh\n港口,port,Hafen,港,porto,luka,A place,地方\n',
      expected: [
        '港口 = 港口(zh-Hans p) port(en p) Hafen(de p) 港(yue p) porto(pt-BR p) luka(sr-Latn p) en:A place zh:地方',
      ],
    },
  ])('$name', ({ text, options, expected }) => {
    expect(concepts(text, options)).toEqual(expected);
  });

  it('is read as the reader says where the headings do not help', () => {
    const text = 'A,B\nPort of Guoyuan,果园港\n';
    const columns = { roles: ['definition:en', 'term:zh-Hans'], headings: true } as const;
    expect(concepts(text, { columns })).toEqual(['果园港 = 果园港(zh-Hans p) en:Port of Guoyuan']);
  });

  it.each([
    ['2024/1/5', '2024-01-05'],
    ['2024.01.05', '2024-01-05'],
    ['2024年1月5日', '2024-01-05'],
    ['2024 年 11 月 25 日', '2024-11-25'],
    ['20240105', '2024-01-05'],
    ['2024/1/5 0:00', '2024-01-05'],
    ['2024-01-05T08:00:00+08:00', '2024-01-05'],
  ])('has dates as spreadsheets and people write them: %s', (written, date) => {
    const parsed = read(`术语,来源,链接,日期\n果园港,人民网,https://a.cn/x,${written}\n`);
    expect(parsed.problems).toEqual([]);
    expect(parsed.ok && parsed.glossary.concepts[0]?.sources).toEqual([
      { title: '人民网', url: 'https://a.cn/x', date },
    ]);
  });

  it.each(['2021', '2021-10', '202110', '5/1/2024', '2024/2/30', '不详', '45231'])(
    'keeps a source whose date is none: %s',
    (written) => {
      const parsed = read(`术语,来源,链接,日期,引文\n果园港,人民网,https://a.cn/x,${written},港口\n`);
      expect(parsed.problems.map(({ code, severity, at }) => [code, severity, at.field])).toEqual([
        ['date-invalid', 'warning', '日期'],
      ]);
      expect(parsed.ok && parsed.glossary.concepts[0]?.sources).toEqual([
        { title: '人民网', url: 'https://a.cn/x', quote: '港口' },
      ]);
    },
  );

  it.each([
    { name: 'a name of one line', cells: ['港口', '港口'], named: '港口' },
    {
      name: 'one of two lines, which costs a space',
      cells: ['"港口\r\n物流"', '港口 物流'],
      named: '港口 物流',
    },
  ])('has categories by name, each with a key: $name', ({ cells, named }) => {
    const parsed = read(`术语,类别\n果园港,${cells[0]}\n寸滩港,${cells[1]}\n`);
    const [key = ''] = parsed.ok ? Object.keys(parsed.glossary.categories) : [];
    expect(parsed.ok && parsed.glossary.categories).toEqual({ [key]: { zh: named } });
    expect(parsed.ok && parsed.glossary.concepts.map(({ category }) => category)).toEqual([key, key]);
  });

  it.each([
    { name: 'in Chinese', row: '寸滩港,港口' },
    { name: 'with a blank', row: '寸滩港,Inland port' },
    { name: 'that is a key as it stands', row: '寸滩港,port' },
    { name: 'that no map of ours has as a key', row: '寸滩港,constructor' },
  ])('gives a category the key of its name, whatever stands above it: $name', ({ row }) => {
    const keyIn = (text: string): string | undefined => {
      const parsed = read(`术语,类别\n${text}`);
      return parsed.ok ? parsed.glossary.concepts.at(-1)?.category : undefined;
    };
    expect(keyIn(`两江新区,新区\n果园港,Free zone\n${row}\n`)).toBe(keyIn(`${row}\n`));
    expect(keyIn(`${row}\n`)).not.toBe(keyIn('两江新区,新区\n'));
  });

  it('tells every problem with its row, column and value, and takes what is left', () => {
    const parsed = read(
      [
        '术语,语言,链接,来源',
        `${'长'.repeat(129)},zh,,`,
        '果园港,not a tag,,',
        '寸滩港,zh-Hans,javascript:alert(1),网页',
        ',zh-Hans,,',
        '两江,zh-Hans,,一本书',
      ].join('\n'),
    );
    expect(parsed.ok && parsed.glossary.concepts.map(({ id }) => id)).toEqual(['寸滩港', '两江']);
    expect(parsed.ok && parsed.skipped).toBe(2);
    const told = parsed.problems.map(({ code, severity, at, value }) => [
      code,
      severity,
      at.row,
      at.field,
      value?.slice(0, 20),
    ]);
    expect(told).toEqual([
      ['text-too-long', 'error', 2, '术语', '长'.repeat(20)],
      ['language-invalid', 'error', 3, '语言', 'not a tag'],
      ['url-scheme', 'warning', 4, '链接', 'javascript:alert(1)'],
      ['term-missing', 'error', 5, '术语', undefined],
      ['key-missing', 'warning', 6, '链接', undefined],
    ]);
  });
});

describe('what is wrong in a table', () => {
  it.each([
    { name: 'a status', row: '果园港,zh,foo,,', field: '状态', value: 'foo' },
    { name: 'a language', row: '果园港,not a tag,,,', field: '语言', value: 'not a tag' },
    { name: 'a rule', row: '果园港,zh,,maybe,', field: 'spot', value: 'maybe' },
    {
      name: 'one of several texts of a rule',
      row: `果园港,zh,,,市|${'长'.repeat(99)}`,
      field: 'after',
      value: '长'.repeat(99),
    },
    { name: 'a headword that is not preferred', row: '果园港,zh,弃用,,', field: '状态', value: 'deprecated' },
  ])('is told at its own cell: $name', ({ row, field, value }) => {
    const parsed = read(`术语,语言,状态,spot,after\n港口,zh,,,\n码头,zh,,,\n${row}\n`);
    expect(parsed.problems.map(({ at, value: found }) => [at.row, at.field, found])).toEqual([
      [4, field, value],
    ]);
  });

  it('are columns that nothing takes: each is told with its heading and how many cells it has', () => {
    const text =
      '术语,POS,释义,释义,Notes,,Nothing\n果园港,noun,港口,长江上的港口,,x,\n寸滩港,noun,,,see,,\n';
    const told = ({ problems }: ReturnType<typeof read>) =>
      problems.map(({ code, params }) => [code, params['name'], params['count']]);
    const parsed = read(text);
    expect(told(parsed)).toEqual([
      ['part-unread', 'POS', 2],
      ['part-unread', '释义', 1],
      ['part-unread', 'Notes', 1],
      ['part-unread', 'F', 1],
    ]);
    // A reader who has chosen what the columns hold knows.
    const columns = parsed.reading.table?.columns;
    expect(told(read(text, columns === undefined ? {} : { columns }))).toEqual([]);
  });

  it.each(['b、两江新区', 'b；d', '寸滩港|d'])(
    'is no relation by id, term or several of them: %s',
    (related) => {
      const parsed = read(
        `id,术语,相关\na,果园港,${related}\nb,寸滩港,\nd,两江新区,\ne,港、城,\nf,甲,港、城|不在\n`,
      );
      expect(parsed.ok && parsed.glossary.concepts.map((each) => each.related)).toEqual([
        ['b', 'd'],
        undefined,
        undefined,
        undefined,
        ['e'],
      ]);
      expect(parsed.problems.map(({ code, params }) => [code, params['found']])).toEqual([
        ['related-unknown', '不在'],
      ]);
    },
  );

  it('is no order of terms: the headword is in the language that the reader names', () => {
    const text = 'id,术语,语言\na,port,fr\na,harbour,en-GB\n';
    expect(concepts(text, { language: 'en' })).toEqual(['a = harbour(en-GB p) port(fr p)']);
    expect(concepts(text)).toEqual(['a = port(fr p) harbour(en-GB p)']);
  });
});
