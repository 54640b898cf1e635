/**
 * Measures on gold-segmented sentences how well word boundaries are told, ours beside others, and how
 * well the matcher sees through guises. Prints tables.
 *
 * @example npm run measure -- <folder> spotting, or node scripts/measure-spotting.ts <folder> [errors]
 */
import './source-imports.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPackedLexicon } from './packed-lexicon.ts';

const { cut } = await import('jieba-wasm');
const { measureGuises } = await import('./measure/guises.ts');
const { loadLexicon } = await import('../lib/lexicon/lexicon.ts');
const { decideBoundary } = await import('../lib/matching/boundary.ts');

interface Hit {
  start: number;
  end: number;
  kind: 'exact' | 'cross' | 'nested';
  cls: 'ambig' | 'entity' | 'random';
}
interface Sentence {
  text: string;
  script: 'Hans' | 'Hant';
  g: string;
  hits: Hit[];
}
/** A hit that counts, and which methods accept it. */
interface Row {
  sentence: Sentence;
  hit: Hit;
  accepted: Record<string, boolean>;
}

const { positionals } = parseArgs({ allowPositionals: true });
const [folder, ...wanted] = positionals;
if (folder === undefined) throw new Error('node scripts/measure-spotting.ts <folder with data/spotting>');
const sentences: Sentence[] = readFileSync(join(folder, 'data/spotting/dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const bytes = readPackedLexicon();
const loadStart = performance.now();
const lexicon = loadLexicon(bytes);
const loadMs = performance.now() - loadStart;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Offsets where a word of a segmentation begins or ends. */
function findEdges(words: Iterable<string>): Set<number> {
  const edges = new Set([0]);
  let at = 0;
  for (const word of words) {
    at += word.length;
    edges.add(at);
  }
  return edges;
}

const METHODS = ['substring', 'Intl.Segmenter', 'jieba, no HMM', 'ours'];

const rows: Row[] = sentences.flatMap((sentence) => {
  const { text } = sentence;
  const segments = findEdges(Array.from(segmenter.segment(text), ({ segment }) => segment));
  const words = findEdges(cut(text, false));
  const onEdges = (edges: Set<number>, { start, end }: Hit): boolean => edges.has(start) && edges.has(end);
  return sentence.hits
    .filter(({ kind }) => kind !== 'nested')
    .map((hit) => ({
      sentence,
      hit,
      accepted: {
        substring: true,
        'Intl.Segmenter': onEdges(segments, hit),
        'jieba, no HMM': onEdges(words, hit),
        ours: decideBoundary(text, hit, lexicon).accepted,
      },
    }));
});

function score(some: readonly Row[], method: string): { precision: number; recall: number } {
  const count = (kind: Hit['kind'], accepted: boolean): number =>
    some.filter((row) => row.hit.kind === kind && row.accepted[method] === accepted).length;
  const right = count('exact', true);
  return {
    precision: right / (right + count('cross', true)),
    recall: right / (right + count('exact', false)),
  };
}

const strata: [string, (row: Row) => boolean][] = [
  ['all', () => true],
  ['natural', ({ hit }) => hit.cls !== 'ambig'],
  ['entity', ({ hit }) => hit.cls === 'entity'],
  ['random', ({ hit }) => hit.cls === 'random'],
  ['ambiguous', ({ hit }) => hit.cls === 'ambig'],
  ['simplified', ({ sentence }) => sentence.script === 'Hans'],
  ['traditional', ({ sentence }) => sentence.script === 'Hant'],
];

console.log(`\nWord boundaries: ${rows.length} hits in ${sentences.length} sentences; precision / recall`);
console.log(`| stratum | hits | ${METHODS.join(' | ')} |`);
console.log(`| --- | --- | ${METHODS.map(() => '---').join(' | ')} |`);
for (const [name, belongs] of strata) {
  const some = rows.filter(belongs);
  const cells = METHODS.map((method) => {
    const { precision, recall } = score(some, method);
    return `${precision.toFixed(4)} / ${recall.toFixed(4)}`;
  });
  console.log(`| ${name} | ${some.length} | ${cells.join(' | ')} |`);
}
console.log(`\nLexicon: ${lexicon.wordCount} words, unpacked in ${loadMs.toFixed(1)} ms`);

const groups = [...new Set(sentences.map(({ g }) => g))].sort();
const spread = groups.map((group) =>
  score(
    rows.filter(({ sentence }) => sentence.g === group),
    'ours',
  ),
);
const least = (of: 'precision' | 'recall'): string => Math.min(...spread.map((each) => each[of])).toFixed(4);
console.log(
  `Over ${groups.length} glossaries: precision at least ${least('precision')}, recall ${least('recall')}`,
);

if (wanted.includes('errors')) printErrors();
function printErrors(): void {
  for (const { sentence, hit, accepted } of rows) {
    if (accepted.ours === (hit.kind === 'exact')) continue;
    const { text } = sentence;
    const around = `${text.slice(Math.max(0, hit.start - 8), hit.start)}[${text.slice(hit.start, hit.end)}]${text.slice(hit.end, hit.end + 8)}`;
    const decision = JSON.stringify(decideBoundary(text, hit, lexicon));
    console.log(`${accepted.ours ? 'wrongly marked' : 'missed'} (${hit.cls}): ${around} ${decision}`);
  }
}

/** Below it a change has broken something: what we want of natural strata, and somewhat more than we want of all together. */
const FLOOR = { all: { precision: 0.99, recall: 0.985 }, natural: { precision: 0.995, recall: 0.985 } };

const reached = {
  all: score(rows, 'ours'),
  natural: score(
    rows.filter(({ hit }) => hit.cls !== 'ambig'),
    'ours',
  ),
};
let broken = false;
for (const stratum of ['all', 'natural'] as const) {
  for (const figure of ['precision', 'recall'] as const) {
    const value = reached[stratum][figure];
    if (value >= FLOOR[stratum][figure]) continue;
    console.log(`Below the floor: ${figure} ${value.toFixed(4)} < ${FLOOR[stratum][figure]} (${stratum})`);
    broken = true;
  }
}
if (!measureGuises(folder, sentences)) broken = true;
if (broken) process.exitCode = 1;
