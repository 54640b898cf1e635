import fc from 'fast-check';
import { FORMAT, FORMAT_VERSION } from '@/lib/glossary/format';
import type { Glossary } from '@/lib/glossary/model';
import { parseGlossary } from '@/lib/glossary/validate';
import { isBlankText } from '@/lib/text/normalize';

/** What formats trip over: delimiters, markup, formulas, quotation marks, blanks at the ends, other scripts. */
const AWKWARD = [
  ',', '"', '""', "'", ';', '|', '\\', '\\|', '[]', '=1+1', '+86', '-', '@a', '＝', '<b>', '&amp;', '&', ']]>', '{', '}', '#',
  '^', '@prefix', '\u3000', ' ', '\u00a0', '𠮷', '兩江新區', '果园港', '（qū）', 'é', 'e\u0301', '\u200b', 'Ａ', 'zh', '__proto__', '\u2028', '*', '`', '_', ':', '---', '、', '；',
]; // biome-ignore format: one list

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

/** Noncharacters can't be written in XML; nothing that a person types is one. */
const visible = (text: string): string => text.replace(/[\p{Cc}\ufffe\uffff]/gu, '').toWellFormed();

const line = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => visible(pieces.join('')))
  .filter((text) => /\S/.test(text));
const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const language = fc.constantFrom(
  'zh-Hans',
  'zh-Hant',
  'zh',
  'en',
  'ja',
  'zh-hans',
  'en-GB',
  'x-own'.slice(2),
  'toString',
);
const flag = fc.option(fc.boolean(), { nil: undefined });
const neighbours = fc.option(
  fc.array(
    line.filter((text) => !isBlankText(text)),
    { maxLength: 2 },
  ),
  { nil: undefined },
);
const texts = fc.dictionary(language, prose, { maxKeys: 3, noNullPrototype: true });
const names = fc.dictionary(language, line, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,5}$/);

const term = fc.record({
  // Some letters are invisible: U+3164.
  text: line.map((text) => text.trim()).filter((text) => /[\p{L}\p{N}]/u.test(text) && !isBlankText(text)),
  language,
  status: fc.constantFrom('preferred', 'admitted', 'deprecated'),
  ambiguous: flag,
  spot: flag,
  caseSensitive: flag,
  script: fc.option(fc.constantFrom('any', 'exact'), { nil: undefined }),
  before: neighbours,
  after: neighbours,
});

const url = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.stringMatching(/^[a-z]{1,5}$/),
    fc.stringMatching(/^[^\s\p{C}]{0,6}$/u),
  )
  .map(([scheme, host, path]) => visible(`${scheme}://${host}.example/${path}`));
const date = fc.constantFrom('2021-10-20', '2026-01-01');
const source = fc.record({
  title: line,
  url,
  publisher: fc.option(line, { nil: undefined }),
  date: fc.option(date, { nil: undefined }),
  quote: fc.option(line, { nil: undefined }),
});

const concept = fc.record({
  id: fc.oneof(line, fc.stringMatching(/^[a-z]{1,6}$/), url),
  terms: fc.array(term, { minLength: 1, maxLength: 4 }),
  definitions: texts,
  sources: fc.array(source, { maxLength: 3 }),
  category: fc.option(fc.nat(), { nil: undefined }),
  related: fc.option(fc.array(fc.nat(), { maxLength: 3 }), { nil: undefined }),
});

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Any glossary that the format allows, as far as other formats could mind. */
export const arbitraryGlossary: fc.Arbitrary<Glossary> = fc
  .record({
    id: key,
    name: names,
    description: fc.option(texts, { nil: undefined }),
    version: line,
    updated: date,
    licence: fc.option(line, { nil: undefined }),
    publisher: fc.option(line, { nil: undefined }),
    homepage: fc.option(url, { nil: undefined }),
    language,
    categories: fc.dictionary(key, names, { maxKeys: 3, noNullPrototype: true }),
    concepts: fc.uniqueArray(concept, { maxLength: 4, selector: ({ id }) => id }),
  })
  .map((drawn) => {
    const keys = Object.keys(drawn.categories);
    const ids = drawn.concepts.map(({ id }) => id);
    const concepts = drawn.concepts.map(({ category, related, terms, ...rest }, at) => ({
      ...rest,
      terms: uniqueTerms(terms).map((each, ordinal) =>
        ordinal === 0 ? { ...each, status: 'preferred' } : each,
      ),
      category: category === undefined || keys.length === 0 ? undefined : keys[category % keys.length],
      related: related
        ?.map((number) => ids[number % ids.length] ?? '')
        .filter((id, ordinal, all) => id !== ids[at] && all.indexOf(id) === ordinal),
    }));
    const file = { format: FORMAT, formatVersion: FORMAT_VERSION, ...drawn, concepts };
    const parsed = parseGlossary(withoutUndefined(file));
    if (!parsed.ok) throw new Error(`The arbitrary is wrong: ${JSON.stringify(parsed.problems)}`);
    return parsed.glossary;
  });

function uniqueTerms<T extends { text: string; language: string }>(terms: readonly T[]): T[] {
  return terms.filter(
    (each, at) =>
      terms.findIndex(({ text, language: tag }) => text === each.text && tag === each.language) === at,
  );
}
