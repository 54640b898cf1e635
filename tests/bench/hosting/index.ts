// What a glossary of 100,000 concepts costs its publisher and its subscribers: npm run bench:hosting
import '../../../scripts/source-imports.ts';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { PROJECT_DIR } from '../../../scripts/build-extension.ts';

const { parseGlossaryText } = await import('@/lib/glossary/formats/json');
const { WRITERS } = await import('@/lib/glossary-import/write-file');

const CONCEPTS = 100_000;
const READERS = 1_000_000;

/** A publisher's day: how many editions a month, and how often readers look. */
const EDITIONS_PER_MONTH = 4;
const CHECKS_PER_DAY = [1, 24];

/** Request and answer of a 304, both with the headers that browsers and CDNs send. */
const NOT_MODIFIED_BYTES = 1_200;

/** Numbers from 0 to 1, the same in every run (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words of Chinese and English in no order: real text says less that is new, and compresses better. */
function makeGlossary(): string {
  const random = randomFrom(1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  const words = readFileSync(dictionary, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((word) => /^\p{Script=Han}{2,4}$/u.test(word));
  const embedded = JSON.parse(
    readFileSync(join(PROJECT_DIR, 'assets/public/glossaries/chengdu-chongqing.json'), 'utf8'),
  ) as { concepts: { definitions: Record<string, string> }[] };
  const english = embedded.concepts.flatMap(({ definitions }) => (definitions['en'] ?? '').split(/\s+/));
  const text = (from: readonly string[], count: number, between: string): string =>
    Array.from({ length: count }, () => pick(from)).join(between);

  const concepts = Array.from({ length: CONCEPTS }, (_, at) => ({
    id: `c${at}`,
    terms: [
      { text: `${pick(words)}${pick(words)}`, language: 'zh-Hans', status: 'preferred' },
      { text: `${text(english, 2, ' ')} ${at}`, language: 'en', status: 'preferred' },
    ],
    definitions: { zh: `${text(words, 22, '')}。`, en: `${text(english, 20, ' ')}.` },
    sources: [{ title: pick(words), url: `https://example.org/articles/${at}.html` }],
  }));
  const header = {
    format: 'pangzhu-glossary',
    formatVersion: 1,
    id: 'made-up',
    name: { en: 'Made up' },
    version: '1',
    updated: '2026-11-24',
    language: 'zh-Hans',
    categories: {},
  };
  return JSON.stringify({ ...header, concepts });
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const terabytes = (bytes: number): string => `${(bytes / 1e12).toFixed(2)} TB`;

/** Of a file: as it is, and as servers send it. */
function sizesOf(text: string): { raw: number; gzip: number; brotli: number } {
  const bytes = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

const text = makeGlossary();
const start = performance.now();
const parsed = parseGlossaryText(text);
const parseMs = performance.now() - start;
if (!parsed.ok)
  throw new Error(`The made-up glossary is not valid: ${JSON.stringify(parsed.problems.slice(0, 3))}`);

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`,
);
console.log(`${CONCEPTS} concepts:`);
const files = { json: text, csv: '', 'tbx-dca': '', turtle: '' };
for (const format of ['csv', 'tbx-dca', 'turtle'] as const)
  files[format] = WRITERS[format].write(parsed.glossary);
for (const [format, file] of Object.entries(files)) {
  const { raw, gzip, brotli } = sizesOf(file);
  console.log(`  ${format}: ${megabytes(raw)}, gzip -9 ${megabytes(gzip)}, brotli -9 ${megabytes(brotli)}`);
}
const { brotli } = sizesOf(text);
console.log(`checked in ${Math.round(parseMs)} ms`);
console.log(`${READERS} readers, ${EDITIONS_PER_MONTH} editions a month, brotli, 30 days:`);
for (const checks of CHECKS_PER_DAY) {
  const requests = READERS * checks * 30;
  const sent = READERS * EDITIONS_PER_MONTH * brotli;
  const others = (requests - READERS * EDITIONS_PER_MONTH) * NOT_MODIFIED_BYTES;
  const perSecond = Math.round((READERS * checks) / 86_400);
  console.log(
    `  ${checks} checks a day: ${requests / 1e6} million requests (${perSecond} a second), ` +
      `files ${terabytes(sent)}, "not modified" ${terabytes(others)}`,
  );
}
