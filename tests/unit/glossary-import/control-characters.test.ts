import { describe, expect, it } from 'vitest';
import { outline, read } from './outline';

const tbx = (term: string, definition: string): string =>
  `<tbx><text><body><conceptEntry><langSec xml:lang="en"><descripGrp><descrip type="definition">${definition}</descrip><xref type="externalCrossReference" target="https://a.example">A\npage</xref></descripGrp><termSec><term>${term}</term></termSec></langSec></conceptEntry></body></text></tbx>`;

describe('control characters in a file of another format', () => {
  it.each([
    {
      name: 'a tab in a definition',
      file: '"term","definition"\n"port","A place\tfor ships."\n',
      expected: 'port = port(en p) en:A place for ships.',
    },
    {
      name: 'a vertical tab in a definition, whose lines stay',
      file: 'term,definition\nport,"A place\u000bfor ships.\r\nA harbour."\n',
      expected: 'port = port(en p) en:A place for ships.\nA harbour.',
    },
    {
      name: 'a line break in a term',
      file: 'term,definition\n"Guoyuan\nPort",A place.\n',
      expected: 'Guoyuan Port = Guoyuan Port(en p) en:A place.',
    },
    {
      name: 'a tab in a term, and in a name beside it',
      file: 'term,names,definition\n"Guoyuan\tPort",GY\tP,A place.\n',
      expected: 'Guoyuan Port = Guoyuan Port(en p) GY P(en a) en:A place.',
    },
    {
      name: 'a NUL at the end of a term',
      file: '术语,释义\n江北\u0000,一个区\n',
      expected: '江北 = 江北(zh-Hans p) zh:一个区',
    },
    {
      name: 'a line break in an id and in the title of a source',
      file: 'id,term,source,url\n"a\n1",port,"A\npage",https://a.example\n',
      expected: 'a 1 = port(en p) [A page](https://a.example)',
    },
    {
      name: 'a form feed in a category',
      file: 'term,category\nport,"A\u0007\u000ckind"\n',
      expected: 'port = port(en p) #c-3bpmye',
    },
    {
      name: 'tabs and line ends in TBX',
      file: tbx('Guoyuan\tPort', 'A place\tfor ships.\nA harbour.'),
      expected:
        'Guoyuan Port = Guoyuan Port(en p) en:A place for ships.\nA harbour. [A page](https://a.example)',
    },
    {
      name: 'a line end in a term of TBX',
      file: tbx('Guoyuan\nPort', 'A place.'),
      expected: 'Guoyuan Port = Guoyuan Port(en p) en:A place. [A page](https://a.example)',
    },
    {
      name: 'a tab in SKOS',
      file: '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://a.example/a> a skos:Concept ; skos:prefLabel "Guoyuan\\tPort"@en ; skos:definition "A\\tplace."@en .',
      expected: 'http://a.example/a = Guoyuan Port(en p) en:A place.',
    },
  ])('are blanks: $name', ({ file, expected }) => {
    const parsed = read(file);
    expect(outline(parsed)).toEqual([expected]);
    expect(parsed.problems).toEqual([]);
  });

  it('stop nothing where a note of ours has a list in place of a text', () => {
    const note = 'pangzhu: {"terms":[{"text":["a\\nb"],"language":"en"}],"id":7}';
    const file = `<tbx><text><body><conceptEntry><note>${note}</note><langSec xml:lang="en"><termSec><term>a\nb</term></termSec></langSec></conceptEntry></body></text></tbx>`;
    expect(read(file).problems.map(({ code }) => code)).toContain('value-type');
  });
});
