import { describe, expect, it, vi } from 'vitest';
import { listGlossaries, readConcepts } from '@/lib/storage/glossary-store';
import { readSubscription } from '@/lib/storage/subscription-store';
import { serve } from '../../support/publisher-server';
import { conceptJson } from '../glossary/glossary-file';
import { archive, workbook } from '../glossary-import/outline';
import { good } from './misbehaving-servers';
import { setUpReader } from './reader';

const { server, ...reader } = await setUpReader();

const publishAt = (path: string, file: string | Uint8Array, type = 'application/octet-stream'): string => {
  server.paths.set(path, serve(file, { 'content-type': type }));
  return server.origin + path;
};

/** Editions of a glossary in the formats that are read, of entries without ids, made of these terms. */
const EDITIONS: {
  name: string;
  path: string;
  type?: string;
  edition(terms: readonly string[]): string | Uint8Array;
}[] = [
  {
    name: 'CSV, by its ending',
    path: '/words.csv',
    edition: (terms) => ['term,definition', ...terms.map((term) => `${term},说明`)].join('\n'),
  },
  {
    name: 'CSV, by its media type',
    path: '/export?format=sheet',
    type: 'text/csv; charset=utf-8',
    edition: (terms) => terms.map((term) => `${term},一个地方。`).join('\n'),
  },
  {
    name: 'TSV, by its headings',
    path: '/export',
    edition: (terms) => ['术语\t释义', ...terms.map((term) => `${term}\t说明`)].join('\n'),
  },
  {
    name: 'TBX',
    path: '/words.tbx',
    type: 'text/plain',
    edition: (terms) =>
      `<?xml version="1.0"?><tbx type="TBX-Basic"><text><body>${terms
        .map(
          (term) =>
            `<conceptEntry><langSec xml:lang="zh-Hans"><descrip type="definition">说明</descrip><termSec><term>${term}</term></termSec></langSec></conceptEntry>`,
        )
        .join('')}</body></text></tbx>`,
  },
  {
    name: 'SKOS in Turtle',
    path: '/words',
    type: 'text/turtle',
    edition: (terms) =>
      `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n${terms
        .map((term) => `[] a skos:Concept ; skos:prefLabel "${term}"@zh ; skos:definition "说明"@zh .`)
        .join('\n')}`,
  },
  {
    name: 'SKOS in JSON-LD',
    path: '/words.json',
    type: 'application/json',
    edition: (terms) =>
      JSON.stringify({
        '@context': { '@vocab': 'http://www.w3.org/2004/02/skos/core#' },
        '@graph': terms.map((term) => ({ '@type': 'Concept', prefLabel: term, definition: '说明。' })),
      }),
  },
  {
    name: 'a workbook',
    path: '/words.xlsx',
    edition: (terms) =>
      workbook(
        ['术语', ...terms]
          .map((term, at) => `<row r="${at + 1}"><c t="str"><v>${term}</v></c></row>`)
          .join(''),
      ),
  },
  {
    name: 'a Yomitan dictionary',
    path: '/words.zip',
    type: 'application/zip',
    edition: (terms) =>
      archive({
        'index.json': JSON.stringify({ title: '词', revision: '1', format: 3 }),
        'term_bank_1.json': JSON.stringify(
          terms.map((term, at) => [term, '', '', '', 0, ['说明'], at + 1, '']),
        ),
      }),
  },
  {
    name: 'Markdown',
    path: '/words.md',
    type: 'text/plain',
    edition: (terms) => terms.map((term) => `- **${term}**：说明。`).join('\n'),
  },
];

describe('a subscription', () => {
  it.each(EDITIONS)('can be to $name, and sees what an edition changes', async ({ path, type, edition }) => {
    const address = publishAt(path, edition(['果园港', '江北']), type);
    expect(await reader.updater.subscribe({ address }, 'auto')).toBeUndefined();
    const [glossary] = await listGlossaries();
    expect(glossary).toMatchObject({ origin: 'subscribed', conceptCount: 2, enabled: true });
    // Entries have no ids here: they are told apart by their names, wherever they stand.
    publishAt(path, edition(['两江新区', '果园港', '江北']), type);
    await reader.updater.check(address);
    expect((await readSubscription(address))?.history[0]?.changes?.counts).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
    });
    publishAt(path, edition(['两江新区', '江北']), type);
    await reader.updater.check(address);
    expect((await readSubscription(address))?.history[0]?.changes).toMatchObject({
      counts: { added: 0, changed: 0, removed: 1 },
      removed: [{ headword: '果园港' }],
    });
  });

  const sheets = `/spreadsheets/d/1x${'Qk9v'.repeat(10)}`;

  it.each([
    { name: 'folders', paths: ['/a/words.csv', '/b/words.csv'] },
    { name: 'sheets', paths: [`${sheets}/export?format=csv&gid=0`, `${sheets}/export?format=csv&gid=1`] },
    { name: 'questions alone', paths: ['/export?id=aB', '/export?id=Ab', '/export?id=a-b', '/export'] },
    {
      name: 'the ends of long paths',
      paths: ['harbours', 'harbors'].map(
        (file) => `/repositories/terms/${'glossaries/'.repeat(6)}${file}.csv`,
      ),
    },
    {
      name: 'Chinese characters',
      paths: ['港口', '口岸', '港口/江边的港口'].map((file) => encodeURI(`/术语/${file}.csv`)),
    },
  ])('gets name and id from its address where the file has none, each address another: $name', async (of) => {
    for (const path of of.paths) {
      const file = 'term,definition\n果园港,说明';
      expect(
        await reader.updater.subscribe({ address: publishAt(path, file, 'text/csv') }, 'auto'),
      ).toBeUndefined();
    }
    const glossaries = await listGlossaries();
    expect(new Set(glossaries.map(({ id }) => id)).size).toBe(of.paths.length);
    for (const { id, name } of glossaries) {
      expect(id.length).toBeLessThanOrEqual(60);
      expect(Object.values(name)).toHaveLength(1);
    }
  });

  it('is of the reader’s day where neither file nor server says one', async () => {
    vi.stubEnv('TZ', 'Asia/Shanghai');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-26T23:30:00Z') });
    try {
      const address = publishAt('/words.csv', 'term,definition\n果园港,说明');
      await reader.updater.subscribe({ address }, 'auto');
      expect(await listGlossaries()).toMatchObject([{ updated: '2026-11-27' }]);
    } finally {
      vi.useRealTimers();
      vi.unstubAllEnvs();
    }
  });

  it('says what of a file cannot be used, and takes the rest', async () => {
    const address = publishAt('/words.csv', `term,definition\n果园港,a\n${'长'.repeat(200)},b\n,c\n江北,d`);
    expect(await reader.updater.preview({ address })).toMatchObject({ ok: true, skipped: 2 });
    await reader.updater.subscribe({ address }, 'auto');
    const [glossary] = await listGlossaries();
    const concepts = glossary === undefined ? [] : await readConcepts(glossary.id);
    expect(concepts.map(({ terms: [headword] }) => headword.text)).toEqual(['果园港', '江北']);
  });
});

describe('a file that is served in place of a glossary', () => {
  it.each([
    { name: 'a message', path: '/words.csv', file: 'Service temporarily unavailable' },
    { name: 'a message of several lines', path: '/words', file: '404\nnot found, sorry\nplease come back' },
    { name: 'headings without a row', path: '/words.csv', file: 'term,definition' },
    { name: 'a picture', path: '/words.xlsx', file: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x81) },
    { name: 'an archive of something else', path: '/words.zip', file: archive({ 'a.txt': 'x' }) },
    { name: 'a feed', path: '/words.tbx', file: '<?xml version="1.0"?><rss><channel/></rss>' },
  ])('is not one: $name', async ({ path, file }) => {
    const address = publishAt(path, file);
    expect(await reader.updater.subscribe({ address }, 'auto')).toMatchObject({ code: 'not-a-glossary' });
    expect(await listGlossaries()).toEqual([]);
  });

  it.each([
    {
      name: 'JSON with an error in its syntax',
      path: '/words.json',
      file: '{"format": "pangzhu-glossary",\n "formatVersion": 1,,}',
      problem: { code: 'json-syntax', at: { line: 2, column: 21 } },
    },
    {
      name: 'JSON with one error among concepts that are right',
      path: '/words.json',
      file: good({ concepts: [conceptJson({ id: 'a' }), conceptJson({ id: 'b' }), { id: 'c' }] }),
      problem: { code: 'key-missing', severity: 'error', at: { path: 'concepts[2].terms' } },
    },
    {
      name: 'TBX with an error in its syntax',
      path: '/words.tbx',
      file: '<tbx><text>\n<body></text></tbx>',
      problem: { code: 'xml-syntax', at: { line: 2 } },
    },
    {
      name: 'Turtle with an error in its syntax',
      path: '/words.ttl',
      file: '@prefix a: <http://b/> .\na:b a:c',
      problem: { code: 'turtle-syntax', at: { line: 2 } },
    },
    {
      name: 'a dictionary without one of its parts',
      path: '/words.zip',
      file: archive({ 'index.json': '{}', 'term_bank_1.json': '[[' }),
      problem: { code: 'json-syntax', at: { part: 'term_bank_1.json', line: 1 } },
    },
    {
      name: 'a table of which more cannot be used than can',
      path: '/words.csv',
      file: `term,definition\n果园港,a\n${'长'.repeat(200)},b\n${'江'.repeat(200)},c`,
      problem: { code: 'text-too-long', at: { row: 3, field: 'term' } },
    },
  ])('is one with errors, told with place and cause: $name', async ({ path, file, problem }) => {
    const address = publishAt(path, file);
    const failure = await reader.updater.subscribe({ address }, 'auto');
    expect(failure?.code).toBe('invalid');
    expect(failure?.problems?.[0]).toMatchObject(problem);
    expect(await listGlossaries()).toEqual([]);
  });
});
