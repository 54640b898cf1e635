import { describe, expect, it } from 'vitest';
import { read } from './outline';

describe('a language in a cell', () => {
  it.each([
    ['CN', 'zh-Hans'],
    ['CHS', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['TW', 'zh-Hant'],
    ['繁體中文', 'zh-Hant'],
    ['Chinese (Simplified)', 'zh-Hans'],
    ['chi', 'zh'],
    ['zho', 'zh'],
    ['JP', 'ja'],
    ['jpn', 'ja'],
    ['KR', 'ko'],
    ['EN', 'en'],
    ['eng', 'en'],
    ['English', 'en'],
    ['English (US)', 'en-US'],
    ['English (UK)', 'en-GB'],
    ['中文（TW）', 'zh-Hant'],
    ['en-us', 'en-US'],
    ['zh', 'zh'],
    ['pt-BR', 'pt-BR'],
  ])('is read by name, code or tag: %s', (written, language) => {
    for (const [column, headings] of [
      ['语言', '术语,语言'],
      ['tgt_lng', 'target,tgt_lng,term'],
    ] as const) {
      const parsed = read(`${headings}\n果园港,${written}\n`);
      expect(parsed.ok && parsed.glossary.concepts[0]?.terms[0].language, column).toBe(language);
      expect(parsed.problems).toEqual([]);
    }
  });

  it.each(['not a tag', 'English (XX)', '火星文'])(
    'that is none is told, and costs its term: %s',
    (written) => {
      const parsed = read(`id,术语,语言\na,港口,\na,果园港,${written}\n`);
      expect(parsed.problems.map(({ code, at }) => [code, at.row, at.field])).toEqual([
        ['language-invalid', 3, '语言'],
      ]);
    },
  );

  it('of a file of ours stays as it is written', () => {
    const header = JSON.stringify({ id: 'g', name: { zh: '港口' }, language: 'zh-CN' }).replaceAll('"', '""');
    const parsed = read(
      `id,term,language,status,glossary\na,果园港,zh-CN,preferred,"${header}"\na,港,chi,admitted,\n`,
    );
    expect(parsed.ok && parsed.glossary.concepts[0]?.terms.map(({ language }) => language)).toEqual([
      'zh-CN',
      'chi',
    ]);
  });
});
