import { describe, expect, it } from 'vitest';
import { consequenceText, placeText, problemText } from '@/components/options/problem-text';
import { checkConcept } from '@/lib/glossary/check-concept';
import type { Problem, ProblemPlace } from '@/lib/glossary/problem';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { createTranslator } from '@/lib/i18n/translator';
import { UI_LANGUAGES } from '@/lib/settings/languages';
import { PORTS_HEADER } from '../../support/glossary';
import { archive, read } from '../glossary-import/outline';

describe.each(UI_LANGUAGES)('what is said of a file that is not read, in %s', (language) => {
  const t = createTranslator(language, GLOSSARY_TEXTS);

  it.each([
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), ['XLS', 'XLSX', 'CSV']],
    ['a PDF', '%PDF-1.7', ['PDF']],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13), ['PNG']],
    ['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), ['JPEG']],
    ['something compressed', Uint8Array.of(0x1f, 0x8b, 8), ['gzip']],
    ['an archive of something else', archive({ 'a.txt': 'x' }), ['zip']],
    ['a web page', '<!DOCTYPE html><html></html>', ['HTML']],
    ['RDF in XML', '<rdf:RDF xmlns:rdf="x"></rdf:RDF>', ['RDF/XML']],
    ['a feed', '<?xml version="1.0"?><rss><channel/></rss>', ['XML <rss>']],
  ])('names what it is: %s', (_name, file, words) => {
    const [problem] = read(file).problems;
    if (problem === undefined) throw new Error('no problem');
    const text = problemText(t, problem);
    for (const word of words) expect(text).toContain(word);
  });

  it('names the root of XML that was said to be TBX', () => {
    const [problem] = read('<rss><channel/></rss>', { format: 'tbx' }).problems;
    expect(problem && problemText(t, problem)).toContain('XML <rss>');
  });
});

it.each([
  ['categories', '类别'],
  ['concepts', '概念'],
  ['concepts[2].terms', ''],
])('of too long a list it says what there is too much of: %s', (path, word) => {
  const t = createTranslator('zh-CN', GLOSSARY_TEXTS);
  const params = { limit: 1000, length: 1200 };
  const text = problemText(t, { code: 'list-too-long', severity: 'error', at: { path }, params });
  expect(text).toContain(`1,200 个${word}`);
});

const en = createTranslator('en', GLOSSARY_TEXTS);
const zh = createTranslator('zh-CN', GLOSSARY_TEXTS);

describe('placeText', () => {
  it.each<[place: ProblemPlace, english: string, chinese: string]>([
    [{ row: 3, field: '术语' }, 'row 3 · 术语', '第 3 行 · 术语'],
    [{ row: 3, path: 'concepts[1].terms[0].text' }, 'row 3', '第 3 行'],
    [{ part: 'Sheet 2', row: 4, field: 'B' }, 'Sheet 2 · row 4 · B', 'Sheet 2 · 第 4 行 · B'],
    [{ line: 5 }, 'line 5', '第 5 行'],
    [{ line: 5, column: 7 }, 'line 5, character 7', '第 5 行第 7 个字符'],
    [{ path: 'concepts[1].id' }, 'concepts[1].id', 'concepts[1].id'],
    [{ path: '' }, '', ''],
    [{}, '', ''],
  ])('says %j in words', (place, english, chinese) => {
    expect([placeText(en, place), placeText(zh, place)]).toEqual([english, chinese]);
  });
});

const problem = (
  code: Problem['code'],
  severity: Problem['severity'],
  params: Problem['params'] = {},
): Problem => ({ code, severity, at: {}, params });

describe('consequenceText', () => {
  it('tells what is left out from what is only odd', () => {
    expect(consequenceText(en, problem('term-missing', 'error'))).toBe('Left out');
    expect(consequenceText(en, problem('url-invalid', 'warning'))).toBe('This part is left out');
    expect(consequenceText(en, problem('headword-language', 'warning'))).toBe('Taken as it is');
  });
});

describe('problemText', () => {
  it.each(['date-invalid', 'id-invalid', 'language-invalid', 'url-invalid'] as const)(
    'says of nothing at all that something has to be there: %s',
    (code) => {
      expect(problemText(en, problem(code, 'error', { found: '' }))).toBe(
        'Something has to be written here.',
      );
      expect(problemText(en, problem(code, 'error', { found: 'x y' }))).not.toContain('has to be written');
    },
  );

  it('has it from the check of a concept whose fields are empty', () => {
    const concept = {
      id: '',
      terms: [{ text: '港', language: PORTS_HEADER.language, status: 'preferred' }],
      definitions: {},
      sources: [{ title: 'T', url: '', date: '' }],
    };
    const checked = checkConcept(concept, PORTS_HEADER, () => false);
    const texts = checked.ok ? [] : checked.problems.map((each) => problemText(en, each));
    expect(texts).toEqual(Array(3).fill('Something has to be written here.'));
  });
});
