import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StudySheet, type StudyTerm, toAnki, toCsv, toMarkdown } from '@/lib/page-list/export';

const LABELS = {
  term: 'Term',
  names: 'Names',
  category: 'Category',
  definition: 'Definition',
  sentence: 'Sentence',
  count: 'Count',
  sources: 'Sources',
  glossary: 'Glossary',
  page: 'Page',
};

const PORT: StudyTerm = {
  headword: '果园港',
  names: ['果園港', 'Guoyuan Port'],
  category: '港口 码头',
  definition: '长江上游的港口。\n在重庆。',
  sentence: { before: '清早的', term: '果园港', after: '亮灯。' },
  count: 4,
  sources: [{ title: '规划', url: 'https://example.org/a?b=1&c=2' }],
  glossary: '成渝',
};

function sheetOf(...terms: Partial<StudyTerm>[]): StudySheet {
  return {
    title: '江边的一天',
    address: 'https://example.com/page',
    date: '2025-03-01',
    groups: [{ heading: '', terms: terms.map((each) => ({ ...PORT, ...each })) }],
  };
}

/** Reads RFC 4180 the plain way: what is written must come back. */
function readSeparated(text: string, separator: string, lineEnd: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; ) {
    let field = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        field += text[at];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== separator && !text.startsWith(lineEnd, at)) field += text[at++];
    }
    rows.at(-1)?.push(field);
    if (text[at] === separator) at++;
    else {
      at += lineEnd.length;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

const anyText = fc.string({
  unit: fc.constantFrom(
    '港',
    'a',
    '"',
    ',',
    '\t',
    '\n',
    '\r',
    '=',
    '-',
    '＝',
    ' ',
    '#',
    '<',
    '&',
    "'",
    '\\',
    '*',
  ),
  maxLength: 12,
});

describe('toCsv', () => {
  const field = (definition: string): string | undefined =>
    readSeparated(toCsv(sheetOf({ definition }), LABELS), ',', '\r\n')[1]?.[3];

  it('has a heading and a line for each term', () => {
    expect(toCsv(sheetOf({ sources: [], definition: '港口', names: [] }), LABELS)).toBe(
      'Term,Names,Category,Definition,Sentence,Count,Sources,Glossary,Page\r\n' +
        '果园港,,港口 码头,港口,清早的果园港亮灯。,4,,成渝,https://example.com/page\r\n',
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86 23', "'+86 23"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\rx', "'\rx"],
    ['=HYPERLINK("https://example.com","x")', '\'=HYPERLINK("https://example.com","x")'],
    ['1-2=3', '1-2=3'],
    ["'quoted", "'quoted"],
    ['a "b", c', 'a "b", c'],
    [' 空格 ', ' 空格 '],
  ])('writes %j so that it is read as %j', (definition, read) => {
    expect(field(definition)).toBe(read);
  });

  it('gives every text back, and no formula', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = field(text) ?? '';
        expect([text, `'${text}`]).toContain(read);
        expect(read).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });
});

describe('toAnki', () => {
  it('has what Anki needs to import it, and a line for each term', () => {
    expect(toAnki(sheetOf({}), LABELS)).toBe(
      [
        '#separator:tab',
        '#html:true',
        '#columns:Term\tDefinition\tSentence\tSources\tCategory',
        '#tags column:5',
        '果园港\t长江上游的港口。<br>在重庆。\t清早的<b>果园港</b>亮灯。\t' +
          '"<a href=""https://example.org/a?b=1&amp;c=2"">规划</a>"\t港口_码头',
        '',
      ].join('\n'),
    );
  });

  it('has the category as Anki takes tags, without HTML', () => {
    expect(toAnki(sheetOf({ category: "R&D <O'Neil> #1" }), LABELS)).toContain("\tR&D_<O'Neil>_#1\n");
  });

  it('keeps every text to its own field, as text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sheet = sheetOf({
          headword: text,
          definition: text,
          category: text,
          sources: [{ title: text, url: 'https://example.org/' }],
          sentence: { before: text, term: text, after: text },
        });
        const rows = readSeparated(toAnki(sheet, LABELS).split('\n').slice(4).join('\n'), '\t', '\n');
        expect(rows).toHaveLength(1);
        expect(rows[0]).toHaveLength(5);
        const tags = (rows[0] ?? []).slice(0, 4).flatMap((each) => each.match(/<[^>]*>/g) ?? []);
        expect(
          tags.filter((tag) => !/^<(?:br|b|\/b|\/a|a href="https:\/\/example\.org\/")>$/.test(tag)),
        ).toEqual([]);
        expect(rows[0]?.[0]).not.toMatch(/^#/);
        expect(rows[0]?.[4]).not.toMatch(/\s/);
      }),
    );
  });
});

describe('toMarkdown', () => {
  it('has a heading for each group and term, definition, sentence and sources', () => {
    const [group] = sheetOf({}).groups;
    const sheet = { ...sheetOf(), groups: [{ heading: '港口', terms: group?.terms ?? [] }] };
    expect(toMarkdown(sheet, LABELS)).toBe(
      `# 江边的一天

<https://example.com/page> · 2025-03-01

## 港口

### 果园港

长江上游的港口。

在重庆。

> 清早的**果园港**亮灯。

- Names: 果園港 · Guoyuan Port
- Sources: [规划](<https://example.org/a?b=1&c=2>)
- Glossary: 成渝
`,
    );
  });

  it('has terms one level higher where nothing is grouped', () => {
    expect(toMarkdown(sheetOf({}), LABELS)).toContain('\n## 果园港\n');
  });

  it.each([
    [['The port of ', 'Guoyuan Port', ' opened'], 'The port of **Guoyuan Port** opened'],
    [['  - the ', 'port', '\nopened '], '\\- the **port** opened'],
    [['编制', '《规划纲要》', '，'], '编制《规划纲要》，'],
    [['', '1. Port', ' opened'], '**1. Port** opened'],
    [['', '-port', ' opened'], '\\-port opened'],
  ])('quotes %j', ([before = '', term = '', after = ''], written) => {
    expect(toMarkdown(sheetOf({ sentence: { before, term, after } }), LABELS)).toContain(
      `\n\n> ${written}\n\n`,
    );
  });

  it.each([
    ['<img src=x>', '\\<img src=x\\>'],
    ['a*b_c`d`', 'a\\*b\\_c\\`d\\`'],
    ['[x](y)', '\\[x\\](y)'],
    ['- 一', '\\- 一'],
    ['1. 一', '1\\. 一'],
    ['# 一', '\\# 一'],
    ['&amp;', '\\&amp;'],
  ])('writes %j as text', (definition, written) => {
    expect(toMarkdown(sheetOf({ definition }), LABELS)).toContain(`\n\n${written}\n\n`);
  });

  it.each([
    ['https://example.org/a b>c', '<https://example.org/a%20b%3Ec>'],
    ['https://example.org/(a)', '<https://example.org/(a)>'],
  ])('keeps the address %s to its brackets', (url, written) => {
    expect(toMarkdown(sheetOf({ sources: [{ title: 't', url }] }), LABELS)).toContain(`[t](${written})`);
  });
});
