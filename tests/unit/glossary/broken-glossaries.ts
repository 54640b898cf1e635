import { MAX_CONCEPTS, MAX_TERM_LENGTH, MAX_TERMS } from '@/lib/glossary/limits';
import type { Problem, ProblemCode } from '@/lib/glossary/problem';
import { conceptJson, glossaryJson, withConcept, withTerm, withUrl } from './glossary-file';

/** A way a file can be wrong, and all that is to be said about it. */
export interface BrokenCase {
  name: string;
  value: unknown;
  problems: Problem[];
}

const TERM = 'concepts[0].terms[0]';

function problem(code: ProblemCode, path: string, params: Problem['params'] = {}): Problem {
  const conceptId = path.startsWith('concepts[') ? { conceptId: 'liangjiang' } : {};
  return { code, severity: 'error', at: { path, ...conceptId }, params };
}

const without = (key: string, value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));

const preferred = (text: string): unknown => ({ text, language: 'zh-Hans', status: 'preferred' });

export const BROKEN_GLOSSARIES: BrokenCase[] = [
  {
    name: 'a list',
    value: [],
    problems: [problem('value-type', '', { expected: 'object', found: 'array' })],
  },
  { name: 'null', value: null, problems: [problem('value-type', '', { expected: 'object', found: 'null' })] },
  {
    name: 'another format, whatever else is wrong',
    value: { format: 'tbx', concepts: 7 },
    problems: [problem('format-unknown', 'format', { expected: 'pangzhu-glossary' })],
  },
  {
    name: 'a later version, whatever else is wrong',
    value: glossaryJson({ formatVersion: 2, concepts: 7 }),
    problems: [problem('format-version-unknown', 'formatVersion', { expected: 1, found: 2 })],
  },
  {
    name: 'no version',
    value: without('formatVersion', glossaryJson()),
    problems: [problem('format-version-unknown', 'formatVersion', { expected: 1, found: 'undefined' })],
  },
  {
    name: 'a header without a name',
    value: without('name', glossaryJson()),
    problems: [problem('key-missing', 'name', { key: 'name' })],
  },
  {
    name: 'a name in no language',
    value: glossaryJson({ name: {} }),
    problems: [problem('list-empty', 'name')],
  },
  {
    name: 'a time to wait that has no unit',
    value: glossaryJson({ expires: '12' }),
    problems: [problem('expires-invalid', 'expires', { found: '12' })],
  },
  {
    name: 'a key that is none',
    value: glossaryJson({ publicKey: 'MCowBQYDK2VwAyEA' }),
    problems: [problem('public-key-invalid', 'publicKey', { found: 'MCowBQYDK2VwAyEA' })],
  },
  {
    name: 'a mirror that is no web address',
    value: glossaryJson({ mirrors: ['https://example.org/a.json', 'ftp://example.org/a.json'] }),
    problems: [problem('url-scheme', 'mirrors[1]', { found: 'ftp' })],
  },
  {
    name: 'a language that is none',
    value: glossaryJson({ name: { 'zh_Hans!': '例' } }),
    problems: [problem('language-invalid', 'name["zh_Hans!"]', { found: 'zh_Hans!' })],
  },
  {
    name: 'an id with a blank',
    value: glossaryJson({ id: 'my glossary' }),
    problems: [problem('id-invalid', 'id', { found: 'my glossary' })],
  },
  {
    name: 'a day that the calendar does not have',
    value: glossaryJson({ updated: '2026-02-30' }),
    problems: [problem('date-invalid', 'updated', { found: '2026-02-30' })],
  },
  {
    name: 'a date in words',
    value: glossaryJson({ updated: '2026年11月' }),
    problems: [problem('date-invalid', 'updated', { found: '2026年11月' })],
  },
  {
    name: 'concepts that are no list',
    value: glossaryJson({ concepts: {} }),
    problems: [problem('value-type', 'concepts', { expected: 'array', found: 'object' })],
  },
  {
    name: 'a concept without an id',
    value: glossaryJson({ concepts: [without('id', conceptJson())] }),
    problems: [
      { code: 'key-missing', severity: 'error', at: { path: 'concepts[0].id' }, params: { key: 'id' } },
    ],
  },
  {
    name: 'a concept without terms',
    value: withConcept({ terms: [] }),
    problems: [problem('list-empty', 'concepts[0].terms')],
  },
  {
    name: 'two concepts with one id',
    value: glossaryJson({ concepts: [conceptJson(), conceptJson()] }),
    problems: [problem('concept-id-duplicate', 'concepts[1].id', { first: 'concepts[0]' })],
  },
  {
    name: 'a category that is not declared',
    value: withConcept({ category: 'port' }),
    problems: [problem('category-unknown', 'concepts[0].category', { found: 'port' })],
  },
  {
    name: 'a category that every object inherits',
    value: withConcept({ category: 'constructor' }),
    problems: [problem('category-unknown', 'concepts[0].category', { found: 'constructor' })],
  },
  {
    name: 'relations to nothing and to itself',
    value: withConcept({ related: ['nowhere', 'liangjiang'] }),
    problems: [
      problem('related-unknown', 'concepts[0].related[0]', { found: 'nowhere' }),
      problem('related-self', 'concepts[0].related[1]'),
    ],
  },
  {
    name: 'the same term twice',
    value: withConcept({ terms: [preferred('果园港'), preferred('果园港')] }),
    problems: [problem('term-duplicate', 'concepts[0].terms[1].text', { first: TERM })],
  },
  {
    name: 'a headword that is only admitted',
    value: withTerm({ status: 'admitted' }),
    problems: [problem('headword-not-preferred', `${TERM}.status`)],
  },
  {
    name: 'a status that there is not',
    value: withTerm({ status: 'obsolete' }),
    problems: [
      problem('value-unknown', `${TERM}.status`, {
        expected: 'preferred | admitted | deprecated',
        found: 'obsolete',
      }),
    ],
  },
  { name: 'an empty term', value: withTerm({ text: '' }), problems: [problem('text-blank', `${TERM}.text`)] },
  {
    name: 'a blank term',
    value: withTerm({ text: ' \u3000' }),
    problems: [problem('text-blank', `${TERM}.text`)],
  },
  {
    name: 'a term of nothing but what searching skips',
    value: withTerm({ text: '\u200b\u00ad' }),
    problems: [problem('text-blank', `${TERM}.text`)],
  },
  {
    name: 'neighbours of nothing but what searching skips',
    value: withTerm({ before: ['重庆', '—'], after: ['\u200b', '）'] }),
    problems: [problem('text-blank', `${TERM}.before[1]`), problem('text-blank', `${TERM}.after[0]`)],
  },
  {
    name: 'a term with blanks round it',
    value: withTerm({ text: '果园港 ' }),
    problems: [problem('term-untrimmed', `${TERM}.text`)],
  },
  {
    name: 'half of 𠮷',
    value: withTerm({ text: '\ud842野家' }),
    problems: [problem('text-surrogate', `${TERM}.text`)],
  },
  {
    name: 'NUL in a term',
    value: withTerm({ text: '果园\u0000港' }),
    problems: [problem('text-control', `${TERM}.text`, { codePoint: '0000' })],
  },
  {
    name: 'a tab in a definition that may have line feeds',
    value: withConcept({ definitions: { zh: '第一段。\n第二段，\t表格。' } }),
    problems: [problem('text-control', 'concepts[0].definitions.zh', { codePoint: '0009' })],
  },
  {
    name: 'a term longer than can be looked for',
    value: withTerm({ text: '港'.repeat(MAX_TERM_LENGTH + 1) }),
    problems: [
      problem('text-too-long', `${TERM}.text`, { limit: MAX_TERM_LENGTH, length: MAX_TERM_LENGTH + 1 }),
    ],
  },
  {
    name: 'more terms than a concept can have',
    value: withConcept({ terms: Array.from({ length: MAX_TERMS + 1 }, (_, at) => preferred(`港${at}`)) }),
    problems: [problem('list-too-long', 'concepts[0].terms', { limit: MAX_TERMS, length: MAX_TERMS + 1 })],
  },
  {
    name: 'text that is a number',
    value: withTerm({ text: 25 }),
    problems: [problem('value-type', `${TERM}.text`, { expected: 'string', found: 'number' })],
  },
  {
    name: 'a switch that is text',
    value: withTerm({ ambiguous: 'yes' }),
    problems: [problem('value-type', `${TERM}.ambiguous`, { expected: 'boolean', found: 'string' })],
  },
  {
    name: 'longer texts that do not hold the term, or are it',
    value: withTerm({ notIn: ['天府新区', '兩江新區', '直辖区兩江新區'] }),
    problems: [
      problem('not-in-without-term', `${TERM}.notIn[0]`),
      problem('not-in-without-term', `${TERM}.notIn[1]`),
    ],
  },
  {
    name: 'a script for an address',
    value: withUrl('javascript:alert(1)'),
    problems: [problem('url-scheme', 'concepts[0].sources[0].url', { found: 'javascript' })],
  },
  {
    name: 'a file for an address',
    value: withUrl('file:///etc/hosts'),
    problems: [problem('url-scheme', 'concepts[0].sources[0].url', { found: 'file' })],
  },
  {
    name: 'an address with a password',
    value: withUrl('https://reader:secret@example.org/'),
    problems: [problem('url-credentials', 'concepts[0].sources[0].url')],
  },
  {
    name: 'an address without a scheme',
    value: withUrl('www.example.org/page'),
    problems: [problem('url-invalid', 'concepts[0].sources[0].url', { found: 'www.example.org/page' })],
  },
  {
    name: 'an address with a blank',
    value: withUrl('https://example.org/a page'),
    problems: [problem('url-invalid', 'concepts[0].sources[0].url', { found: 'https://example.org/a page' })],
  },
  {
    name: 'an address without a host',
    value: withUrl('https:///page'),
    problems: [problem('url-invalid', 'concepts[0].sources[0].url', { found: 'https:///page' })],
  },
  {
    name: 'more concepts than a glossary can have, whatever they are',
    value: glossaryJson({ concepts: new Array(MAX_CONCEPTS + 1).fill(0) }),
    problems: [problem('list-too-long', 'concepts', { limit: MAX_CONCEPTS, length: MAX_CONCEPTS + 1 })],
  },
  {
    name: 'several things at once, in the order of the file',
    value: {
      ...glossaryJson({ updated: 'today' }),
      concepts: [
        conceptJson({ id: 'liangjiang', category: 'port', related: ['nowhere'] }),
        conceptJson({ id: 'liangjiang', terms: [preferred('')] }),
      ],
    },
    problems: [
      problem('date-invalid', 'updated', { found: 'today' }),
      problem('category-unknown', 'concepts[0].category', { found: 'port' }),
      problem('related-unknown', 'concepts[0].related[0]', { found: 'nowhere' }),
      problem('text-blank', 'concepts[1].terms[0].text'),
      problem('concept-id-duplicate', 'concepts[1].id', { first: 'concepts[0]' }),
    ],
  },
];
