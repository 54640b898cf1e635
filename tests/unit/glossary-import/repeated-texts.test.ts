import { describe, expect, it } from 'vitest';
import { outline, read } from './outline';

const tbx = (entry: string): string => `<tbx><text><body>\n<conceptEntry id="a">\n${entry}
<langSec xml:lang="zh">\n<descrip type="definition">港口。</descrip>\n<termSec><term>果园港</term></termSec></langSec></conceptEntry></body></text></tbx>`;

describe('another text for what a concept has once', () => {
  it.each([
    {
      name: 'a definition in another row',
      file: 'id,术语,释义\na,果园港,港口。\na,Guoyuan Port,码头。\n',
      expected: 'a = 果园港(zh-Hans p) Guoyuan Port(en p) zh:港口。',
      told: [[3, '释义', '码头。']],
    },
    {
      name: 'a category in another row',
      file: 'id,术语,类别\na,果园港,port\na,Guoyuan Port,quay\n',
      expected: 'a = 果园港(zh-Hans p) Guoyuan Port(en p) #port',
      told: [[3, '类别', 'quay']],
    },
    {
      name: 'related concepts in another row',
      file: 'id,术语,相关\na,果园港,a2\na,Guoyuan Port,果园港\na2,码头,\n',
      expected: 'a = 果园港(zh-Hans p) Guoyuan Port(en p) >a2',
      told: [[3, '相关', '果园港']],
    },
    {
      name: 'a definition in a column for the same language',
      file: '术语,释义,definition:zh\n果园港,港口。,码头。\n',
      expected: '果园港 = 果园港(zh-Hans p) zh:港口。',
      told: [[2, 'definition:zh', '码头。']],
    },
    {
      name: 'the same again, which is nothing lost',
      file: 'id,术语,释义,类别\na,果园港,港口。,port\na,Guoyuan Port,港口。,port\n',
      expected: 'a = 果园港(zh-Hans p) Guoyuan Port(en p) zh:港口。 #port',
      told: [],
    },
    {
      name: 'a definition of TBX in the same language',
      file: tbx('<descrip type="definition">码头。</descrip>'),
      expected: 'a = 果园港(zh p) zh:码头。',
      told: [[5, 'definition', '港口。']],
    },
    {
      name: 'a category of TBX',
      file: tbx('<descrip type="subjectField">port</descrip><descrip type="subjectField">quay</descrip>'),
      expected: 'a = 果园港(zh p) zh:港口。 #port',
      told: [[3, 'subjectField', 'quay']],
    },
    {
      name: 'the same of TBX again',
      file: tbx(
        '<descrip type="subjectField">port</descrip><descrip type="Subject">port</descrip><descrip type="definition">港口。</descrip>',
      ),
      expected: 'a = 果园港(zh p) zh:港口。 #port',
      told: [],
    },
  ])('is left out and told at its place: $name', ({ file, expected, told }) => {
    const parsed = read(file);
    expect(outline(parsed)[0]).toBe(expected);
    expect(
      parsed.problems.map(({ code, severity, at, value, params }) => [
        code,
        severity,
        at.row ?? at.line,
        params['key'],
        value,
      ]),
    ).toEqual(told.map((each) => ['key-repeated', 'warning', ...each]));
  });
});
