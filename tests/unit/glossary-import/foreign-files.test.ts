import { describe, expect, it } from 'vitest';
import { outline, read } from './outline';

describe('TBX', () => {
  it.each([
    {
      name: 'of 2019 with categories as attributes',
      text: `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="TBXcoreStructV03_TBX-Basic_integrated.rng"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><titleStmt><title>Ports</title></titleStmt><sourceDesc><p>Made by hand</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <descrip type="subjectField">port</descrip>
      <xref type="externalCrossReference" target="https://example.org/a">A page</xref>
      <ref type="crossReference" target="c2">Cuntan</ref>
      <langSec xml:lang="en">
        <descripGrp><descrip type="definition">
            A port on the <hi>Yangtze</hi>
            in Chongqing.
          </descrip><admin type="source">https://example.org/b</admin></descripGrp>
        <termSec><term>Guoyuan Port</term>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><termNote type="partOfSpeech">noun</termNote></termSec>
        <termSec><term>Guoyuan Harbour</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
      </langSec>
      <langSec xml:lang="zh-CN"><termSec><term>果园港</term></termSec></langSec>
    </conceptEntry>
    <conceptEntry id="c2"><langSec xml:lang="en"><termSec><term>Cuntan &amp; Port</term></termSec></langSec></conceptEntry>
  </body></text>
</tbx>`,
      expected: [
        'c1 = Guoyuan Port(en p) Guoyuan Harbour(en d) 果园港(zh-Hans p) en:A port on the Yangtze in Chongqing. #port [A page](https://example.org/a) [https://example.org/b](https://example.org/b) >c2',
        'c2 = Cuntan & Port(en p)',
      ],
    },
    {
      name: 'of 2019 with categories as tags',
      text: `<tbx style="dct" type="TBX-Linguist" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
  <text><body><conceptEntry id="c1"><min:subjectField>港口</min:subjectField><basic:definition>重庆的港口。</basic:definition>
    <langSec xml:lang="zh-TW"><termSec><term>果園港</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>果園港口</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
  </conceptEntry></body></text></tbx>`,
      expected: ['c1 = 果園港口(zh-Hant p) 果園港(zh-Hant a) zh:重庆的港口。 #c-1i8e9hj'],
    },
    {
      name: 'Basic of version 2, with a document type',
      text: `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en-US"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="1"><langSet xml:lang="en-US"><tig><term>gearbox</term><termNote type="status">FORBIDDEN</termNote></tig>
<ntig><termGrp><term>transmission</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig></langSet>
<langSet xml:lang="zh"><tig><term>变速箱</term></tig></langSet></termEntry></body></text></martif>`,
      expected: ['1 = transmission(en-US p) gearbox(en-US d) 变速箱(zh p)'],
    },
    {
      name: 'of MultiTerm, whose categories begin with capitals',
      text: `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en">
<martifHeader><fileDesc><titleStmt><title>${'Ports '.repeat(60)}</title></titleStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c1"><transacGrp><transac type="transactionType">origination</transac></transacGrp>
<descripGrp><descrip type="Definition">A place for ships.</descrip></descripGrp><descripGrp><descrip type="Subject">Transport</descrip></descripGrp>
<langSet xml:lang="EN-US"><tig><term>port</term><termNote type="Status">approved</termNote></tig></langSet>
<langSet xml:lang="ZH-CN"><ntig><termGrp><term>港口</term></termGrp></ntig></langSet></termEntry></body></text></martif>`,
      expected: ['c1 = port(en-US p) 港口(zh-Hans p) en:A place for ships. #Transport'],
    },
    {
      name: 'with statuses in groups, and addresses in sentences',
      text: `<martif type="TBX"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="a"><descripGrp><descrip type="definition">港口。</descrip><admin type="source">人民网，https://a.cn/x。</admin></descripGrp>
<langSet xml:lang="zh"><tig><term>旧港</term><termNoteGrp><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><admin type="source">新华网（https://b.cn/y）</admin></termNoteGrp></tig>
<tig><term>果园港</term></tig></langSet></termEntry></body></text></martif>`,
      expected: [
        'a = 果园港(zh p) 旧港(zh d) zh:港口。 [人民网，https://a.cn/x。](https://a.cn/x) [新华网（https://b.cn/y）](https://b.cn/y)',
      ],
    },
  ])('$name', ({ text, expected }) => {
    expect(outline(read(text))).toEqual(expected);
  });

  it('says what it left out, and where a term is wrong', () => {
    const parsed = read(`<tbx><text><body><conceptEntry id="a">\n<langSec xml:lang="en">
      <termSec><term>${'x'.repeat(200)}</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec></conceptEntry>
      <conceptEntry id="b"><langSec xml:lang="en"><termSec><term>ok</term><note>by hand</note></termSec></langSec></conceptEntry>
      </body></text></tbx>`);
    expect(
      parsed.problems.map(({ code, at, params }) => [code, at.line, params['name'] ?? params['limit']]),
    ).toEqual([
      ['part-unread', undefined, 'partOfSpeech'],
      ['part-unread', undefined, 'note'],
      ['text-too-long', 1, 128],
    ]);
    expect(outline(parsed)).toEqual(['b = ok(en p)']);
  });
});

describe('SKOS', () => {
  const TURTLE = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix : <http://example.org/ports/> .
: a skos:ConceptScheme ; dct:title "Ports"@en, "港口"@zh ; dct:modified "2024-05-01T10:00:00Z" ; dct:license <https://example.org/licence> .
:guoyuan a skos:Concept ; skos:inScheme : ;
  skos:prefLabel "Guoyuan Port"@en, "果园港"@zh-CN ; skos:altLabel "Guoyuan"@en ; skos:hiddenLabel "Goyuan"@en ;
  skos:definition """A port
of Chongqing."""@en ; skos:broader :port ; dct:source <https://example.org/a> .
:port a skos:Concept ; xl:prefLabel [ a xl:Label ; xl:literalForm "port"@en ] ; skos:scopeNote "Where ships stop." ; skos:example "x" .
:kinds a skos:Collection ; skos:prefLabel "Places"@en ; skos:member :guoyuan .
`;

  it('in Turtle, with labels of either kind', () => {
    const parsed = read(TURTLE);
    expect(outline(parsed)).toEqual([
      'http://example.org/ports/guoyuan = Guoyuan Port(en p) 果园港(zh-Hans p) Guoyuan(en a) Goyuan(en d) en:A port\nof Chongqing. #Places [https://example.org/a](https://example.org/a) >http://example.org/ports/port',
      'http://example.org/ports/port = port(en p) en:Where ships stop.',
    ]);
    expect(parsed.ok && parsed.glossary).toMatchObject({
      name: { en: 'Ports', zh: '港口' },
      updated: '2024-05-01',
      licence: 'https://example.org/licence',
    });
    expect(parsed.problems.map(({ params }) => params['name'])).toEqual([
      'http://www.w3.org/2004/02/skos/core#example',
    ]);
  });

  it('with headwords in the language of the scheme, whatever stands first', () => {
    const parsed =
      read(`@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> .
<http://example.org/> a skos:ConceptScheme ; dct:language "en" .
<http://example.org/a> a skos:Concept ; skos:prefLabel "port"@fr, "harbour"@en ; dct:source "See https://example.org/wiki/Port_(x), p. 1." .`);
    expect(outline(parsed)).toEqual([
      'http://example.org/a = harbour(en p) port(fr p) [See https://example.org/wiki/Port_(x), p. 1.](https://example.org/wiki/Port_(x))',
    ]);
    expect(parsed.problems).toEqual([]);
  });

  it('and tells of notes beside a definition, and of notations', () => {
    const parsed = read(`@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://example.org/a> a skos:Concept ; skos:prefLabel "port"@en ; skos:notation "7" ;
  skos:definition "A place."@en, "A harbour."@en ; skos:scopeNote "Of the sea."@en ; skos:note "x", "y" .`);
    expect(outline(parsed)).toEqual(['http://example.org/a = port(en p) en:A place.']);
    expect(
      parsed.problems.map(({ params }) => `${params['count']} ${String(params['name']).split('#')[1]}`),
    ).toEqual(['2 note', '1 definition', '1 scopeNote', '1 notation']);
  });

  it('with the year of a source, which is no day: the source stays', () => {
    const parsed =
      read(`@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> .
<http://example.org/a> a skos:Concept ; skos:prefLabel "port"@en ; dct:source <http://example.org/s>, <http://example.org/t> .
<http://example.org/s> dct:title "S" ; dct:issued "2021" . <http://example.org/t> dct:title "T" ; dct:issued "2021-10-20+08:00" .`);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['date-invalid']);
    expect(parsed.ok && parsed.glossary.concepts[0]?.sources).toEqual([
      { title: 'S', url: 'http://example.org/s' },
      { title: 'T', url: 'http://example.org/t', date: '2021-10-20' },
    ]);
  });

  it.each([
    {
      name: 'as JSON-LD with a context of its own',
      file: {
        '@context': {
          '@vocab': 'http://www.w3.org/2004/02/skos/core#',
          ex: 'http://example.org/',
          id: '@id',
          type: '@type',
          prefLabel: { '@container': '@language' },
          broader: { '@type': '@id' },
        },
        '@graph': [
          { id: 'ex:a', type: 'Concept', prefLabel: { en: 'Guoyuan Port', zh: ['果园港'] }, broader: 'ex:b' },
          {
            id: 'ex:b',
            type: 'Concept',
            prefLabel: { en: 'port' },
            definition: { '@value': 'A place.', '@language': 'en' },
          },
        ],
      },
    },
    {
      name: 'as JSON-LD with nested nodes and a context elsewhere',
      file: {
        '@context': ['https://example.org/skos.json', { '@language': 'en' }],
        '@id': 'http://example.org/a',
        '@type': 'skos:Concept',
        prefLabel: ['Guoyuan Port', { '@value': '果园港', '@language': 'zh' }],
        'skos:broader': {
          '@id': 'http://example.org/b',
          '@type': 'skos:Concept',
          prefLabel: 'port',
          definition: 'A place.',
        },
      },
    },
    {
      name: 'as Skosmos writes it, with names of its own for keywords',
      file: {
        '@context': {
          skos: 'http://www.w3.org/2004/02/skos/core#',
          uri: '@id',
          type: '@type',
          lang: '@language',
          value: '@value',
          graph: '@graph',
          prefLabel: 'skos:prefLabel',
          definition: 'skos:definition',
          broader: 'skos:broader',
        },
        graph: [
          {
            uri: 'http://example.org/a',
            type: ['skos:Concept'],
            prefLabel: [
              { lang: 'en', value: 'Guoyuan Port' },
              { lang: 'zh', value: '果园港' },
            ],
            broader: [{ uri: 'http://example.org/b' }],
          },
          {
            uri: 'http://example.org/b',
            type: 'skos:Concept',
            prefLabel: { lang: 'en', value: 'port' },
            definition: { lang: 'en', value: 'A place.' },
          },
        ],
      },
    },
    {
      name: 'as JSON-LD whose maps of languages are explained elsewhere',
      file: {
        '@context': 'https://example.org/skos.jsonld',
        '@graph': [
          {
            '@id': 'http://example.org/a',
            '@type': 'skos:Concept',
            prefLabel: { en: 'Guoyuan Port', zh: ['果园港'] },
            broader: { '@id': 'http://example.org/b' },
          },
          {
            '@id': 'http://example.org/b',
            '@type': 'skos:Concept',
            prefLabel: { en: 'port' },
            definition: { en: 'A place.' },
          },
        ],
      },
    },
    {
      name: 'as expanded JSON-LD',
      file: [
        {
          '@id': 'http://example.org/a',
          '@type': ['http://www.w3.org/2004/02/skos/core#Concept'],
          'http://www.w3.org/2004/02/skos/core#prefLabel': [
            { '@value': 'Guoyuan Port', '@language': 'en' },
            { '@value': '果园港', '@language': 'zh' },
          ],
          'http://www.w3.org/2004/02/skos/core#broader': [{ '@id': 'http://example.org/b' }],
        },
        {
          '@id': 'http://example.org/b',
          'http://www.w3.org/2004/02/skos/core#prefLabel': [{ '@value': 'port', '@language': 'en' }],
          'http://www.w3.org/2004/02/skos/core#definition': [{ '@value': 'A place.', '@language': 'en' }],
          '@type': ['http://www.w3.org/2004/02/skos/core#Concept'],
        },
      ],
    },
  ])('$name', ({ file }) => {
    expect(outline(read(JSON.stringify(file))).sort()).toEqual([
      'http://example.org/a = Guoyuan Port(en p) 果园港(zh p) >http://example.org/b',
      'http://example.org/b = port(en p) en:A place.',
    ]);
  });

  it('as Wikidata gives an item out', () => {
    const parsed = read(`@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <http://schema.org/> .
wd:Q1 a wikibase:Item ; skos:prefLabel "port"@en, "港口"@zh ; skos:altLabel "harbour"@en ; schema:description "where ships stop"@en .`);
    expect(outline(parsed)).toEqual([
      'http://www.wikidata.org/entity/Q1 = port(en p) 港口(zh p) harbour(en a) en:where ships stop',
    ]);
  });
});
