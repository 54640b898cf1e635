import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '@/lib/glossary/formats/csv';
import type { Glossary } from '@/lib/glossary/model';
import { WRITERS } from '@/lib/glossary-import/write-file';
import { WRITE_FORMATS } from '@/lib/glossary-import/write-formats';
import { arbitraryGlossary } from '@/tests/support/arbitrary-glossary';
import { outline, read } from './outline';

/** Ids that a format could take for its own. */
const ODD_IDS = readGlossary(['_:', '_:b0', 'urn:pangzhu:g:concept:a', '1', '#c1', '=1']);

function readGlossary(ids: readonly string[]): Glossary {
  const concepts = ids.map((id) => ({
    id,
    terms: [{ text: `词${id}`, language: 'zh-Hans', status: 'preferred' }],
    definitions: {},
    sources: [],
  }));
  const header = { id: 'g', name: { zh: '怪名' }, version: '1', updated: '2026-11-25', language: 'zh-Hans' };
  const file = { format: 'pangzhu-glossary', formatVersion: 1, ...header, categories: {}, concepts };
  const parsed = read(JSON.stringify(file));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.glossary;
}

const LOSSLESS = WRITE_FORMATS.filter((format) => WRITERS[format].lossless);

describe('what is exported and imported again', () => {
  it.each(LOSSLESS)('is the same glossary: %s', (format) => {
    const { write, extension } = WRITERS[format];
    fc.assert(
      fc.property(arbitraryGlossary, (glossary) => {
        const parsed = read(write(glossary), { name: `a.${extension}` });
        expect(parsed.ok ? parsed.glossary : parsed.problems).toEqual(glossary);
        expect(parsed.ok && parsed.problems.filter(({ code }) => code !== 'headword-language')).toEqual([]);
      }),
      { numRuns: 120, examples: [[ODD_IDS]] },
    );
  });

  const PORTS = read(
    '{"format":"pangzhu-glossary","formatVersion":1,"id":"g","name":{"zh":"港口"},"version":"1","updated":"2026-11-25","language":"zh-Hans","categories":{"port":{"zh":"港口","en":"Port"}},"concepts":[{"id":"a","terms":[{"text":"果园港","language":"zh-Hans","status":"preferred"},{"text":"果園港","language":"zh-Hant","status":"admitted"},{"text":"Guoyuan *Port*","language":"en","status":"preferred","caseSensitive":true}],"definitions":{"zh":"重庆的港口。\\n2013年开港。","en":"A port: [new]."},"category":"port","sources":[{"title":"A page","url":"https://example.org/a","date":"2021-10-20"}]},{"id":"b","terms":[{"text":"=1+1","language":"en","status":"preferred"}],"definitions":{},"sources":[]}]}',
  );

  it.each([
    {
      format: 'markdown',
      expected: [
        '=1+1 = =1+1(en p)',
        '果园港 = 果园港(zh-Hans p) 果園港(zh-Hans a) Guoyuan *Port*(en p) zh:重庆的港口。\n2013年开港。 en:A port: [new]. #c-1i8e9hj [A page](https://example.org/a)',
      ],
    },
    { format: 'immersive', expected: ['果园港 = 果园港(zh-Hans p) Guoyuan *Port*(en p)'] },
  ] as const)('has lost what the documentation says: $format', ({ format, expected }) => {
    if (!PORTS.ok) throw new Error('The example is not valid');
    const { write, extension } = WRITERS[format];
    expect(outline(read(write(PORTS.glossary), { name: `a.${extension}` }))).toEqual(expected);
  });

  it('keeps every name in Markdown, whatever stands in it', () => {
    const names = (glossary: Glossary): string[] =>
      glossary.concepts
        .flatMap(({ terms }) => [...new Set(terms.map(({ text }) => text.replace(/\s+/g, ' ').trim()))])
        .sort();
    fc.assert(
      fc.property(arbitraryGlossary, (glossary) => {
        fc.pre(glossary.concepts.length > 0);
        const parsed = read(WRITERS.markdown.write(glossary), { name: 'a.md' });
        expect(parsed.ok ? names(parsed.glossary) : parsed.problems).toEqual(names(glossary));
      }),
      { numRuns: 120 },
    );
  });

  it.each(['csv', 'tsv', 'immersive'] as const)(
    'holds no formula that a spreadsheet would run: %s',
    (format) => {
      fc.assert(
        fc.property(arbitraryGlossary, (glossary) => {
          const parsed = parseCsv(
            WRITERS[format].write(glossary).replace('\ufeff', ''),
            format === 'tsv' ? '\t' : ',',
          );
          const cells = parsed.ok ? parsed.table.rows.flat() : ['='];
          expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
  );
});
