import { describe, expect, it } from 'vitest';
import { outline, read } from './outline';

describe('Markdown', () => {
  it.each([
    {
      name: 'with definition lists under headings',
      text: '# 术语\n\n## 港口\n\n果园港; Guoyuan Port\n: 重庆的**港口**，\n  2013年开港。\n: A port, see [the page](https://example.org/a).\n\n寸滩港\n: 另一个港口。\n',
      expected: [
        '果园港 = 果园港(zh-Hans p) Guoyuan Port(en p) zh:重庆的港口，2013年开港。 en:A port, see the page. #c-1i8e9hj [the page](https://example.org/a)',
        '寸滩港 = 寸滩港(zh-Hans p) zh:另一个港口。 #c-1i8e9hj',
      ],
    },
    {
      name: 'with lists of bold terms',
      text: '- **果园港**：重庆的港口。\n- **GDP:** The total.\n- **not a term** of a glossary\n',
      expected: ['果园港 = 果园港(zh-Hans p) zh:重庆的港口。', 'GDP = GDP(en p) en:The total.'],
    },
    {
      name: 'with a list of terms and colons',
      text: '## 港口\n\n- 果园港：重庆的港口，见[公告](https://example.org/a)。\n- 寸滩港: 另一个港口\n- 画面比例 16:9：宽屏\n',
      expected: [
        '果园港 = 果园港(zh-Hans p) zh:重庆的港口，见公告。 #c-1i8e9hj [公告](https://example.org/a)',
        '寸滩港 = 寸滩港(zh-Hans p) zh:另一个港口 #c-1i8e9hj',
        '画面比例 16:9 = 画面比例 16:9(zh-Hans p) zh:宽屏 #c-1i8e9hj',
      ],
    },
    {
      name: 'with lists of terms and dashes, some of them bold',
      text: '* Guoyuan Port — a port\n* Chengdu–Chongqing – two cities\n* **GDP**: the total\n\n1. 果园港、果园港区——港口\n2. 寸滩港 - 另一个\n',
      expected: [
        'Guoyuan Port = Guoyuan Port(en p) en:a port',
        'Chengdu–Chongqing = Chengdu–Chongqing(en p) en:two cities',
        'GDP = GDP(en p) en:the total',
        '果园港 = 果园港(zh-Hans p) 果园港区(zh-Hans a) zh:港口',
        '寸滩港 = 寸滩港(zh-Hans p) zh:另一个',
      ],
    },
    {
      name: 'with lists below an item of a list of terms',
      text: '- 果园港：港口\n  - 今天很热闹\n  - 明天也是\n- 寸滩港：另一个\n',
      expected: ['果园港 = 果园港(zh-Hans p) zh:港口', '寸滩港 = 寸滩港(zh-Hans p) zh:另一个'],
    },
    {
      name: 'with a list that says something else beside a table',
      text: '- 更新：2021年\n- 作者：张三\n\n| 术语 | 释义 |\n|---|---|\n| 果园港 | 港口 |\n',
      options: { name: 'a.md' },
      expected: ['果园港 = 果园港(zh-Hans p) zh:港口'],
    },
    {
      name: 'with paragraphs of bold terms below what a site generator needs',
      text: '---\ntitle: 港口\n---\n\n**果园港**：重庆的港口。\n\n**寸滩港**——另一个港口。\n',
      options: { name: 'a.md' },
      expected: ['果园港 = 果园港(zh-Hans p) zh:重庆的港口。', '寸滩港 = 寸滩港(zh-Hans p) zh:另一个港口。'],
    },
    {
      name: 'with a table for each letter',
      text: '## A\n\n| 术语 | 释义 |\n|---|---|\n| 果园港 | 港口 |\n\n## B\n\n| 术语 | 释义 |\n|---|---|\n| 寸滩港 | 另一个 |\n',
      expected: ['果园港 = 果园港(zh-Hans p) zh:港口', '寸滩港 = 寸滩港(zh-Hans p) zh:另一个'],
    },
    {
      name: 'with a table',
      text: 'Some words.\n\n| 术语 | 英文 | 释义 |\n| --- | --- | --- |\n| 果园港 | Guoyuan \\| Port | 重庆的港口 |\n',
      options: { name: 'a.md' },
      expected: ['果园港 = 果园港(zh-Hans p) Guoyuan | Port(en p) zh:重庆的港口'],
    },
    {
      name: 'with links in the cells of its sources',
      text: '| 术语 | 来源 | 链接 |\n|---|---|---|\n| 果园港 | [人民网](https://a.cn/x) | |\n| 寸滩港 | 新华网 | [原文](https://b.cn/y) |\n| 泸州港 | [甲](https://c.cn/1)、[乙](https://c.cn/2) | |\n| 宜宾港 | | [公告](https://d.cn) |\n| 江津港 | [丙](https://e.cn) | https://f.cn |\n',
      options: { name: 'a.md' },
      expected: [
        '果园港 = 果园港(zh-Hans p) [人民网](https://a.cn/x)',
        '寸滩港 = 寸滩港(zh-Hans p) [新华网](https://b.cn/y)',
        '泸州港 = 泸州港(zh-Hans p) [甲](https://c.cn/1) [乙](https://c.cn/2)',
        '宜宾港 = 宜宾港(zh-Hans p) [公告](https://d.cn)',
        '江津港 = 江津港(zh-Hans p) [丙](https://f.cn)',
      ],
    },
    {
      name: 'with terms of which nothing is said but where they come from',
      text: '果园港\n: –\n\n寸滩港\n: [公告](https://a.cn)\n\n泸州港\n: 港口\n',
      expected: [
        '果园港 = 果园港(zh-Hans p)',
        '寸滩港 = 寸滩港(zh-Hans p) [公告](https://a.cn)',
        '泸州港 = 泸州港(zh-Hans p) zh:港口',
      ],
    },
    {
      name: 'with names that hold what parts names, written as references',
      text: '两江新区&#12289;天府新区联席会议; A&#59; B、丙\n: 会议\n',
      expected: [
        '两江新区、天府新区联席会议 = 两江新区、天府新区联席会议(zh-Hans p) A; B(en p) 丙(zh-Hans a) zh:会议',
      ],
    },
  ])('$name', ({ text, options, expected }) => {
    expect(outline(read(text, options))).toEqual(expected);
  });

  it('tells the lines of items that name no term, in a list where two thirds do', () => {
    const parsed = read(
      '# 词\n\n- 果园港：港口\n- 待补充\n- 寸滩港：港口\n- 这里先写一句话。例如：以后再说\n- 泸州港：港口\n- 宜宾港：港口\n',
    );
    expect(outline(parsed).map((line) => line.split(' ')[0])).toEqual([
      '果园港',
      '寸滩港',
      '泸州港',
      '宜宾港',
    ]);
    expect(parsed.problems.map(({ code, at }) => [code, at.line])).toEqual([
      ['term-missing', 4],
      ['term-missing', 6],
    ]);
  });

  it('takes no list for terms in which fewer than two thirds are', () => {
    const parsed = read('- 果园港：港口\n- 待补充\n- 再看看\n', { name: 'a.md' });
    expect(parsed.problems.map(({ code }) => code)).toEqual(['concepts-missing']);
  });

  it('says how many tables it did not read', () => {
    const parsed = read('- **a**: b\n\n| term |\n|---|\n| c |\n\n| name | url |\n|---|---|\n| c | d |\n');
    expect(outline(parsed)).toEqual(['a = a(en p) en:b']);
    expect(parsed.problems.map(({ code, params }) => [code, params])).toEqual([
      ['part-unread', { name: 'table', count: 2 }],
    ]);
  });

  it.each([
    {
      name: 'a remark above it',
      text: '**Note**: last updated 2024\n\n| 术语 | 释义 |\n|---|---|\n| 果园港 | 港口 |\n| 寸滩港 | 港口 |\n',
      expected: ['果园港', '寸滩港'],
      left: ['**…**', 1],
    },
    {
      name: 'more bold terms than it has rows',
      text: '**果园港**：港口\n\n**寸滩港**：港口\n\n| 名称 | 日期 |\n|---|---|\n| 初版 | 2024 |\n',
      expected: ['果园港', '寸滩港'],
      left: ['table', 1],
    },
    {
      name: 'columns that are none of a glossary',
      text: '**果园港**：港口\n\n| 版本 | 作者 |\n|---|---|\n| 1 | 甲 |\n| 2 | 乙 |\n',
      expected: ['果园港'],
      left: ['table', 1],
    },
    {
      name: 'a definition list',
      text: '果园港\n: 港口\n\n| 名称 | 日期 |\n|---|---|\n| 初版 | 2024 |\n| 再版 | 2025 |\n',
      expected: ['果园港'],
      left: ['table', 1],
    },
  ])('takes the table or the terms beside it, and tells of the other: $name', ({ text, expected, left }) => {
    const parsed = read(text, { name: 'a.md' });
    expect(parsed.ok && parsed.glossary.concepts.map(({ id }) => id)).toEqual(expected);
    expect(parsed.problems.map(({ code, params }) => [code, params['name'], params['count']])).toEqual([
      ['part-unread', ...left],
    ]);
  });

  it('tells the line of a row of its table', () => {
    const parsed = read(`# A\n\n| term | url |\n|---|---|\n| a | b |\n| c | javascript:x |\n`, {
      name: 'a.md',
    });
    expect(parsed.problems.map(({ code, at }) => [code, at.row, at.field])).toEqual([
      ['url-invalid', 5, 'url'],
      ['url-scheme', 6, 'url'],
    ]);
  });
});
