import { describe, expect, it } from 'vitest';
import type { Glossary } from '@/lib/glossary/model';
import { WRITERS } from '@/lib/glossary-import/write-file';
import { outline, read } from './outline';

/** Tags as in many tables, rules of spotting, sources with dates: what TBX and SKOS have no place for goes along as JSON. */
const PORTS = ((): Glossary => {
  const parsed = read(
    JSON.stringify({
      format: 'pangzhu-glossary',
      formatVersion: 1,
      id: 'g',
      name: { zh: '港口' },
      version: '1',
      updated: '2026-11-25',
      language: 'zh-CN',
      categories: { port: { zh: '港口' }, zone: { zh: '新区' } },
      concepts: [
        {
          id: 'a',
          terms: [
            { text: '果园港', language: 'zh-CN', status: 'preferred', ambiguous: true },
            { text: '果园', language: 'zh-CN', status: 'preferred', spot: false },
          ],
          definitions: { 'zh-CN': '重庆的港口。', en: 'A port.' },
          category: 'port',
          sources: [
            { title: '人民网', url: 'https://a.cn/x', date: '2021-10-20' },
            { title: '新华网', url: 'https://b.cn/y', quote: '港口' },
          ],
        },
      ],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.glossary;
})();

const SAME =
  'a = 果园港(zh-CN p) 果园(zh-CN p) zh-CN:重庆的港口。 en:A port. #port [人民网](https://a.cn/x) [新华网](https://b.cn/y)';

describe('a file of ours that another program has changed', () => {
  it.each([
    { name: 'nothing', format: 'tbx-dca', from: '', to: '', expected: SAME },
    {
      name: 'its category',
      format: 'tbx-dca',
      from: '<descrip type="subjectField">港口<',
      to: '<descrip type="subjectField">新区<',
      expected: SAME.replace('#port', '#zone'),
    },
    {
      name: 'a definition',
      format: 'tbx-dct',
      from: '>重庆的港口。<',
      to: '>长江上的港口。<',
      expected: SAME.replace('zh-CN:重庆的港口。', 'zh-Hans:长江上的港口。'),
    },
    {
      name: 'a status',
      format: 'tbx-dca',
      from: '<term>果园</term><termNote type="administrativeStatus">preferred',
      to: '<term>果园</term><termNote type="administrativeStatus">deprecated',
      expected: SAME.replace('果园(zh-CN p)', '果园(zh-CN d)'),
    },
    {
      name: 'the title of a source',
      format: 'tbx-dca',
      from: '>人民网<',
      to: '>人民日报<',
      expected: SAME.replace('人民网', '人民日报'),
    },
    {
      name: 'a definition',
      format: 'turtle',
      from: '"A port."',
      to: '"A harbour."',
      expected: SAME.replace('A port.', 'A harbour.'),
    },
    {
      name: 'a status',
      format: 'turtle',
      from: 'skos:altLabel "果园"',
      to: 'skos:hiddenLabel "果园"',
      expected: SAME.replace('果园(zh-CN p)', '果园(zh-CN d)'),
    },
  ] as const)('is read as it is now: $name, $format', ({ format, from, to, expected }) => {
    const { write, extension } = WRITERS[format];
    const text = write(PORTS);
    expect(text).toContain(from);
    const parsed = read(text.replace(from, to), { name: `a.${extension}` });
    expect(outline(parsed)).toEqual([expected]);
  });

  it('keeps what the other program can’t have seen', () => {
    const text = WRITERS['tbx-dca']
      .write(PORTS)
      .replace('>重庆的港口。<', '>长江上的港口。<')
      .replace('>人民网<', '>人民日报<');
    const parsed = read(text, { name: 'a.tbx' });
    const concept = parsed.ok ? parsed.glossary.concepts[0] : undefined;
    expect(concept?.terms).toMatchObject([{ ambiguous: true }, { spot: false }]);
    expect(concept?.sources).toEqual([
      { title: '人民日报', url: 'https://a.cn/x' },
      { title: '新华网', url: 'https://b.cn/y', quote: '港口' },
    ]);
  });
});
