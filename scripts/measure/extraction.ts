import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../source-imports.ts';
import type { ArticleBlock } from '../../lib/extraction/article.ts';
import type { TaggedWord } from '../../lib/extraction/token.ts';
import { readPackedLexicon } from '../packed-lexicon.ts';

const { tag } = await import('jieba-wasm');
const { extractCandidates } = await import('../../lib/extraction/extract.ts');
const { STOP_WORDS } = await import('../../lib/extraction/stop-words.ts');
const { loadLexicon } = await import('../../lib/lexicon/lexicon.ts');
const { normalizeText } = await import('../../lib/text/normalize.ts');

/**
 * Measures extraction on one article against the terms that people listed for it, beside what a keyword
 * extractor (TF-IDF over jieba's words) and plain counts of character n-grams propose. Prints a table.
 *
 * A candidate is right if one of its forms is, after folding and without quotes and title marks, a term of the
 * list or one of the term's other names; nothing partial counts. It stands for one term only, so what puts two
 * together loses one. Recall is over the terms of which some name stands in the article.
 *
 * @example npm run measure -- <folder> extraction, or node scripts/measure/extraction.ts <folder> [candidates]
 */

interface ListedTerm {
  term: string;
  aliases: string[];
}

/** Folded names of one proposal, best first. */
type Proposal = readonly string[];

const WANTED = { precision: 0.7, among: 50, recall: 0.8, within: 150 };

const { positionals } = parseArgs({ allowPositionals: true });
const [folder, ...wanted] = positionals;
if (folder === undefined) throw new Error('node scripts/measure/extraction.ts <folder with data/>');
const lines = readFileSync(join(folder, 'data', 'seed-article.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');
const listed: ListedTerm[] = JSON.parse(readFileSync(join(folder, 'data', 'glossary-facts.json'), 'utf8'));
const lexicon = loadLexicon(readPackedLexicon());
const segment = (text: string): TaggedWord[] => tag(text, true);

const bare = (text: string): string => normalizeText(text.replace(/[《》“”"]/g, ''));
const termOf = new Map<string, number>();
listed.forEach(({ term, aliases }, at) => {
  for (const name of [term, ...aliases]) if (!termOf.has(bare(name))) termOf.set(bare(name), at);
});
const folded = lines.map((line) => normalizeText(`${line}。`));
const article = folded.map(bare).join('\n');
const present = new Set([...termOf].filter(([name]) => article.includes(name)).map(([, at]) => at));

/** A paragraph a line; a short line that ends like no sentence is a heading. */
const blocks = lines.map((text): ArticleBlock => {
  const isHeading = text.length < 40 && !/[。,，?？!！」…”]/.test(text);
  return { kind: isHeading ? 'heading' : 'text', text };
});

const started = performance.now();
const candidates = extractCandidates(
  { source: { url: 'https://measured.invalid/', title: '' }, blocks },
  { segment, lexicon },
);
const spentMs = performance.now() - started;

const methods: [string, readonly Proposal[]][] = [
  ['ours', candidates.map(({ forms }) => forms.map(({ key }) => bare(key)))],
  ['jieba, TF-IDF', rankByTfIdf()],
  ['n-grams, counted', rankNGrams()],
];

function score(proposals: readonly Proposal[], count: number): { precision: number; recall: number } {
  const found = new Set<number>();
  let right = 0;
  for (const forms of proposals.slice(0, count)) {
    const term = forms.map((form) => termOf.get(form)).find((at) => at !== undefined);
    if (term === undefined) continue;
    right++;
    found.add(term);
  }
  const recalled = [...found].filter((at) => present.has(at)).length;
  return { precision: right / count, recall: recalled / present.size };
}

/** Words of two and more characters by frequency × −ln of how common they are, as jieba's own extractor. */
function rankByTfIdf(): Proposal[] {
  const counts = new Map<string, number>();
  for (const { word } of folded.flatMap(segment)) {
    if (word.length > 1 && /^[\p{L}\p{N}]+$/u.test(word) && !STOP_WORDS.has(word))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const rarest = 300;
  return sortByWeight([...counts].map(([word, count]) => [word, count * (lexicon.costOf(word) ?? rarest)]));
}

/** All runs of 2 to 8 Chinese characters that stand twice or more, by count × length. */
function rankNGrams(): Proposal[] {
  const counts = new Map<string, number>();
  for (const run of folded.flatMap((line) => line.match(/[\u3400-\u9fff]{2,}/g) ?? [])) {
    for (let length = 2; length <= 8; length++) {
      for (let at = 0; at + length <= run.length; at++) {
        const gram = run.slice(at, at + length);
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
  }
  const repeated = [...counts].filter(([, count]) => count > 1);
  return sortByWeight(repeated.map(([gram, count]) => [gram, count * gram.length]));
}

function sortByWeight(weighed: [string, number][]): Proposal[] {
  return weighed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => [word]);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
console.log(
  `\nExtraction: ${article.length} characters, ${present.size} of ${listed.length} listed terms stand in it`,
);
console.log(
  '| method | precision of 50 | precision of 100 | recall of 150 | recall of all |\n| --- | --- | --- | --- | --- |',
);
for (const [name, proposals] of methods) {
  const cells = [
    score(proposals, 50).precision,
    score(proposals, 100).precision,
    score(proposals, 150).recall,
  ];
  console.log(
    `| ${name} | ${[...cells, score(proposals, proposals.length).recall].map(percent).join(' | ')} |`,
  );
}
console.log(
  `${candidates.length} candidates in ${spentMs.toFixed(0)} ms, the first words of the segmenter included`,
);

if (wanted.includes('candidates')) {
  candidates.slice(0, 200).forEach(({ forms, score: weight, evidence, category, explanation }, at) => {
    const right = forms.some(({ key }) => termOf.has(bare(key)));
    const names = forms.map(({ text, count }) => `${text} ${count}`).join(', ');
    console.log(
      `${at + 1} ${right ? '+' : '-'} ${weight.toFixed(1)} ${names} [${category}: ${evidence.join(' ')}]`,
    );
    console.log(`      ${explanation.kind}: ${explanation.text}`);
  });
}

const [ours] = methods;
const { precision } = score(ours?.[1] ?? [], WANTED.among);
const { recall } = score(ours?.[1] ?? [], WANTED.within);
if (precision < WANTED.precision || recall < WANTED.recall) process.exitCode = 1;
