import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGlossaryText, serializeGlossary } from '@/lib/glossary/formats/json';
import { findSyntaxError } from '@/lib/glossary/formats/json-syntax';
import { glossaryJson } from './glossary-file';

describe('parseGlossaryText', () => {
  it('reads the text of a file, with or without byte order mark', () => {
    const text = JSON.stringify(glossaryJson());
    expect(parseGlossaryText(text).ok).toBe(true);
    expect(parseGlossaryText(`\ufeff${text}`)).toEqual(parseGlossaryText(text));
  });

  it.each([
    { name: 'an empty file', text: '', line: 1, column: 1 },
    { name: 'a comma at the end of a list', text: '{\n  "concepts": [\n    1,\n  ]\n}', line: 4, column: 3 },
    { name: 'a comma at the end of an object', text: '{"id": "果园港",}', line: 1, column: 14 },
    { name: 'a key without quotes', text: '{\r\n  id: 1\r\n}', line: 2, column: 3 },
    { name: 'single quotes', text: "{'id': 1}", line: 1, column: 2 },
    { name: 'a missing comma', text: '{\n"a": 1\n"b": 2\n}', line: 3, column: 1 },
    { name: 'a missing colon', text: '{"a" 1}', line: 1, column: 6 },
    { name: 'a line break in a text', text: '{"a": "两江\n新区"}', line: 1, column: 10 },
    { name: 'an escape that there is not', text: '["\\x"]', line: 1, column: 3 },
    { name: 'a text without end', text: '["两江', line: 1, column: 5 },
    { name: 'a file that was cut off', text: '{"a": [1, 2', line: 1, column: 12 },
    { name: 'a comment', text: '[1] // one', line: 1, column: 5 },
    { name: 'curly quotes', text: '{“id”: 1}', line: 1, column: 2 },
    { name: 'a number with a leading zero', text: '[01]', line: 1, column: 3 },
    { name: 'a word that is none', text: '[trve]', line: 1, column: 4 },
    { name: 'the wrong bracket', text: '[1}', line: 1, column: 3 },
  ])('says where it stops being JSON: $name', ({ text, line, column }) => {
    expect(parseGlossaryText(text)).toEqual({
      ok: false,
      problems: [{ code: 'json-syntax', severity: 'error', at: { line, column }, params: {} }],
    });
  });

  it('reads what serializeGlossary wrote', () => {
    const parsed = parseGlossaryText(JSON.stringify(glossaryJson()));
    if (!parsed.ok) throw new Error('The example is not valid');
    expect(parseGlossaryText(serializeGlossary(parsed.glossary))).toEqual(parsed);
  });

  it('does not fail on a depth that would exhaust the stack', () => {
    expect(findSyntaxError('['.repeat(200_000))).toBe(200_000);
  });
});

describe('findSyntaxError', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it('finds none in JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => findSyntaxError(text) === undefined));
  });

  it('agrees with JSON.parse on damaged JSON', () => {
    const pieces = fc.constantFrom(
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '-',
      '.',
      'e',
      '0',
      '1',
      't',
      ' ',
      '\n',
      '\u00a0',
      'u12',
    );
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.nat({ max: 2 }), pieces)
      .map(([text, place, removed, added]) => {
        const at = place % (text.length + 1);
        return text.slice(0, at) + added + text.slice(at + removed);
      });
    fc.assert(
      fc.property(damaged, (text) => (findSyntaxError(text) === undefined) === isJson(text)),
      { numRuns: 2000 },
    );
  });

  it('agrees with JSON.parse on anything', () => {
    fc.assert(fc.property(fc.string(), (text) => (findSyntaxError(text) === undefined) === isJson(text)));
  });
});
