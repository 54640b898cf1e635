import { describe, expect, it } from 'vitest';
import { outline, read } from './outline';

const header =
  '"format":"pangzhu-glossary","formatVersion":1,"id":"g","name":{"en":"G"},"version":"1","updated":"2026-11-25","language":"en","categories":{}';
const json = (concepts: string): string => `{${header},"concepts":[${concepts}]}`;
const good =
  '{"id":"ok","terms":[{"text":"ok","language":"en","status":"preferred"}],"definitions":{},"sources":[]}';

describe('what is wrong inside a file', () => {
  it.each([
    {
      name: 'a key that would change every object',
      file: json(
        `${good},{"__proto__":{"polluted":1},"id":"p","terms":[{"text":"p","language":"en","status":"preferred"}],"definitions":{"__proto__":"x"},"sources":[]}`,
      ),
      expected: ['ok = ok(en p)', 'p = p(en p)'],
      codes: ['key-unknown', 'key-unknown'],
    },
    {
      name: 'a heading that would change every object',
      file: 'term,__proto__,definition:__proto__\na,b,c\n',
      expected: ['a = a(en p)'],
      codes: ['part-unread', 'part-unread'],
    },
    {
      name: 'half of a surrogate pair',
      file: json(
        `${good},{"id":"s","terms":[{"text":"a\\ud800","language":"en","status":"preferred"}],"definitions":{},"sources":[]}`,
      ),
      expected: ['ok = ok(en p)'],
      codes: ['text-surrogate'],
    },
    {
      name: 'a NUL in a term',
      file: json(
        `${good},{"id":"n","terms":[{"text":"a\\u0000","language":"en","status":"preferred"}],"definitions":{},"sources":[]}`,
      ),
      expected: ['ok = ok(en p)'],
      codes: ['text-control'],
    },
    {
      name: 'an id that is there twice',
      file: json(`${good},${good}`),
      expected: ['ok = ok(en p)'],
      codes: ['concept-id-duplicate'],
    },
    {
      name: 'a concept that is none',
      file: json(`${good},null,7,"x"`),
      expected: ['ok = ok(en p)'],
      codes: ['value-type', 'value-type', 'value-type'],
    },
    {
      name: 'parts that a concept can do without',
      file: json(
        '{"id":"a","terms":[{"text":"a","language":"en","status":"preferred","before":[""]},{"text":" b","language":"en","status":"admitted"}],"definitions":{"en":"","zh":"好"},"category":"none","sources":[{"title":"x","url":"javascript:x"},{"title":"y","url":"https://y.example","publisher":"","date":"2021"}],"related":["gone","a"]}',
      ),
      expected: ['a = a(en p) zh:好 [y](https://y.example)'],
      codes: [
        'text-blank',
        'term-untrimmed',
        'text-blank',
        'url-scheme',
        'text-blank',
        'date-invalid',
        'category-unknown',
        'related-unknown',
        'related-self',
      ],
    },
    {
      name: 'parts that a header can do without',
      file: '{"format":"pangzhu-glossary","formatVersion":1,"id":"no id","name":{"en":"","zh":"好"},"version":"1","updated":"2026-02-30","language":"en","categories":{"a":{"zh":"一"},"b":{"zh":"二\\n"}},"concepts":[{"id":"a","terms":[{"text":"a","language":"en","status":"preferred"}],"definitions":{},"sources":[],"category":"a"},{"id":"b","terms":[{"text":"b","language":"en","status":"preferred"}],"definitions":{},"sources":[],"category":"b"}]}',
      expected: ['a = a(en p) #a', 'b = b(en p)'],
      codes: ['id-invalid', 'text-blank', 'date-invalid', 'text-control', 'category-unknown'],
    },
    {
      name: 'a status that is none, or missing',
      file: json(
        '{"id":"a","terms":[{"text":"a","language":"en","status":"best"},{"text":"b","language":"en","status":"foo"},{"text":"c","language":"en"}],"definitions":{},"sources":[]}',
      ),
      expected: ['a = a(en p) b(en a) c(en a)'],
      codes: ['value-unknown', 'value-unknown', 'key-missing'],
    },
    {
      name: 'a link to a concept that had to be left out',
      file: json(
        `{"id":"a","terms":[{"text":"a","language":"en","status":"preferred"}],"definitions":{},"sources":[],"related":["b","ok"]},{"id":"b","terms":[],"definitions":{},"sources":[]},${good}`,
      ),
      expected: ['a = a(en p) >ok', 'ok = ok(en p)'],
      codes: ['related-unknown', 'list-empty'],
    },
  ])('costs as little as it must: $name', ({ file, expected, codes }) => {
    const parsed = read(file);
    expect(outline(parsed)).toEqual(expected);
    expect([...parsed.problems.map(({ code }) => code)].sort()).toEqual([...codes].sort());
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('costs the longest table no more than its length: every row the same name, every row wrong', () => {
    const names = Array.from({ length: 20_000 }, (_, row) => `港口,释义${row}`);
    expect(outline(read(`术语,释义\n${names.join('\n')}\n`)).at(-1)).toBe(
      '港口 (20000) = 港口(zh-Hans p) zh:释义19999',
    );
    const links = Array.from({ length: 20_000 }, (_, row) => `a,词${row},javascript:${row}`);
    const parsed = read(`id,术语,链接\n${links.join('\n')}\n`);
    expect(parsed.problems.at(-1)).toMatchObject({ code: 'url-scheme', at: { row: 20_001, field: '链接' } });
  });
});
