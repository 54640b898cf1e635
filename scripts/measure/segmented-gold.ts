/**
 * Measures how well word boundaries are told on text that people have cut into words: one sentence a line, words
 * between blanks, as in the test sets of the bakeoffs (SIGHAN 2005). What no rule was chosen on says whether
 * a rule holds.
 *
 * @example node scripts/measure/segmented-gold.ts pku_test_gold.utf8 cityu_test_gold.utf8
 */
import '../source-imports.ts';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPackedLexicon } from '../packed-lexicon.ts';

const { loadLexicon } = await import('../../lib/lexicon/lexicon.ts');
const { decideBoundary } = await import('../../lib/matching/boundary.ts');

/** Of the words of two to four characters so many are taken for terms, always the same. */
const TERMS = 2500;
/** Of each term so many true places count at most, and as many false ones: frequent words are easy. */
const PLACES = 6;

const TERM = /^[\u3400-\u9fff]{2,4}$/;

interface Counts {
  right: number;
  wrong: number;
  missed: number;
  places: number;
}

const lexicon = loadLexicon(readPackedLexicon());

/** FNV-1a: an order of words that has nothing to do with them. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function pickTerms(sentences: readonly (readonly string[])[]): Set<string> {
  const words = [...new Set(sentences.flat().filter((word) => TERM.test(word)))];
  return new Set(words.sort((a, b) => hash(a) - hash(b)).slice(0, TERMS));
}

/** Where the words of a sentence begin and end: for each offset the word it lies in, `edges` between words. */
function locate(words: readonly string[]): { edges: Set<number>; wordAt: number[] } {
  const edges = new Set([0]);
  const wordAt: number[] = [];
  words.forEach((word, number) => {
    for (let at = 0; at < word.length; at++) wordAt.push(number);
    edges.add(wordAt.length);
  });
  return { edges, wordAt };
}

function measure(sentences: readonly (readonly string[])[]): Counts {
  const terms = pickTerms(sentences);
  const counts = { right: 0, wrong: 0, missed: 0, places: 0 };
  const seen = new Map<string, number>();
  for (const words of sentences) {
    const text = words.join('');
    const { edges, wordAt } = locate(words);
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 2; end <= Math.min(text.length, start + 4); end++) {
        const term = text.slice(start, end);
        if (!terms.has(term)) continue;
        const isWhole = edges.has(start) && edges.has(end);
        // A part of one longer word is neither right nor wrong: 江北 in 江北区.
        if (!isWhole && wordAt[start] === wordAt[end - 1]) continue;
        const key = `${isWhole} ${term}`;
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        if (count > PLACES) continue;
        counts.places++;
        const { accepted } = decideBoundary(text, { start, end }, lexicon);
        if (accepted && isWhole) counts.right++;
        else if (accepted) counts.wrong++;
        else if (isWhole) counts.missed++;
      }
    }
  }
  return counts;
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('node scripts/measure/segmented-gold.ts <files of segmented text>');
console.log('| text | places | precision | recall |\n| --- | --- | --- | --- |');
const print = (name: string, { right, wrong, missed, places }: Counts): void =>
  console.log(
    `| ${name} | ${places} | ${(right / (right + wrong)).toFixed(4)} | ${(right / (right + missed)).toFixed(4)} |`,
  );
const all: Counts = { right: 0, wrong: 0, missed: 0, places: 0 };
for (const file of files) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const counts = measure(
    lines.map((line) =>
      line
        .trim()
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  );
  for (const key of ['right', 'wrong', 'missed', 'places'] as const) all[key] += counts[key];
  print(basename(file), counts);
}
print('all', all);
