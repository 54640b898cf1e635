import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '@/lib/glossary/problem';
import { parseGlossary } from '@/lib/glossary/validate';
import { BROKEN_GLOSSARIES } from './broken-glossaries';
import { conceptJson, glossaryJson, withConcept, withTerm, withUrl } from './glossary-file';

/** Of a value that ought to be a glossary. */
function parseValid(value: unknown) {
  const parsed = parseGlossary(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
}

describe('parseGlossary', () => {
  it('gives a glossary without what belongs to the file only', () => {
    const { glossary, warnings } = parseValid({ $schema: './glossary.schema.json', ...glossaryJson() });
    const { format: _, formatVersion: __, ...expected } = glossaryJson();
    expect(glossary).toEqual(expected);
    expect(warnings).toEqual([]);
  });

  it.each(BROKEN_GLOSSARIES)('tells what is wrong with $name', ({ value, problems }) => {
    expect(parseGlossary(value)).toEqual({ ok: false, problems });
  });

  it('warns about keys it does not know and leaves them out', () => {
    const value = withTerm({ ambigous: true });
    const { glossary, warnings } = parseValid({ ...value, editor: 'Li' });
    expect(warnings).toEqual([
      { code: 'key-unknown', severity: 'warning', at: { path: 'editor' }, params: { key: 'editor' } },
      {
        code: 'key-unknown',
        severity: 'warning',
        at: { path: 'concepts[0].terms[0].ambigous', conceptId: 'liangjiang' },
        params: { key: 'ambigous' },
      },
    ]);
    expect(glossary).not.toHaveProperty('editor');
    expect(glossary.concepts[0]?.terms[0]).not.toHaveProperty('ambigous');
  });

  it('warns about a headword in another language, but not in another script', () => {
    const headword = (language: string) => [{ text: 'Guoyuan', language, status: 'preferred' }];
    expect(parseValid(withConcept({ terms: headword('en') })).warnings).toEqual([
      {
        code: 'headword-language',
        severity: 'warning',
        at: { path: 'concepts[0].terms[0].language', conceptId: 'liangjiang' },
        params: { expected: 'zh-Hans', found: 'en' },
      },
    ]);
    expect(parseValid(withConcept({ terms: headword('zh-Hant') })).warnings).toEqual([]);
  });

  it.each(['{', '"name":{', '"categories":{', '"concepts":[{', '"definitions":{'])(
    'is not led astray by __proto__ after %s',
    (place) => {
      const text = JSON.stringify(glossaryJson());
      const poisoned = text.replace(place, `${place}"__proto__":{"category":"polluted"},`);
      const { glossary, warnings } = parseValid(JSON.parse(poisoned));
      expect(warnings.map(({ code, params }) => [code, params['key']])).toEqual([
        ['key-unknown', '__proto__'],
      ]);
      expect(glossary).toEqual(parseValid(glossaryJson()).glossary);
      expect({}).not.toHaveProperty('category');
    },
  );

  it('takes the same name in two languages for two terms', () => {
    const name = (language: string) => ({ text: 'BOE', language, status: 'preferred' });
    expect(parseValid(withConcept({ terms: [name('zh-Hans'), name('en')] })).warnings).toEqual([]);
  });

  it('takes a concept without definition or sources', () => {
    expect(parseValid(withConcept({ definitions: {}, sources: [] })).warnings).toEqual([]);
  });

  it.each([
    'https://example.org',
    'http://example.org:8080/a?b=c#d',
    'HTTPS://EXAMPLE.ORG/',
    'https://www.hk01.com/財經快訊/374343/',
    'https://例子.中国/@user',
    'http://[2001:db8::1]/',
  ])('takes %s for an address', (url) => {
    expect(parseValid(withUrl(url)).warnings).toEqual([]);
  });

  it('knows every rule of a term', () => {
    const rules = {
      ambiguous: true,
      spot: true,
      caseSensitive: true,
      script: 'exact',
      before: ['重庆'],
      after: ['管委会'],
      notIn: ['小两江新区'],
    };
    expect(parseValid(withTerm(rules)).glossary.concepts[0]?.terms[0]).toMatchObject(rules);
  });

  it('does not throw and knows its codes, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseGlossary(value);
        for (const { code } of parsed.ok ? parsed.warnings : parsed.problems)
          expect(PROBLEM_CODES).toContain(code);
      }),
    );
  });

  it('does not throw for a glossary in which anything stands anywhere', () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const damaged = fc
      .tuple(
        fc.constantFrom(...Object.keys(conceptJson())),
        anything,
        fc.constantFrom(...Object.keys(glossaryJson())),
        anything,
      )
      .map(([key, value, headerKey, headerValue]) => ({
        ...withConcept({ [key]: value }),
        ...(headerKey === 'concepts' ? {} : { [headerKey]: headerValue }),
      }));
    fc.assert(fc.property(damaged, (value) => void parseGlossary(value)));
  });

  it('gives a glossary that is valid again as a file', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (term, definition) => {
        const parsed = parseGlossary(
          withConcept({
            terms: [{ text: term, language: 'zh', status: 'preferred' }],
            definitions: { zh: definition },
          }),
        );
        if (!parsed.ok) return;
        expect(parseGlossary({ format: 'pangzhu-glossary', formatVersion: 1, ...parsed.glossary })).toEqual(
          parsed,
        );
      }),
    );
  });
});
