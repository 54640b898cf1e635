/**
 * Makes `assets/public/generated/pinyin.txt`, how the background spells a headword: the most common reading of
 * each Chinese character, and the words of jieba's dictionary (npm `@node-rs/jieba`, MIT) that read one
 * otherwise, both after npm `pinyin-pro` (MIT). `assets/tables/place-readings.txt` has the last word.
 */
import './source-imports.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';

const { foldText } = await import('../lib/text/fold-text.ts');

/** Rarer words are no part of any term, or read as their characters are. */
const LEAST_FREQUENCY = 5;
const LONGEST_WORD = 5;

/** In the name of a thing it is a city, hardly ever the adverb. */
const OF_NAMES: Readonly<Record<string, string>> = { 都: 'dū' };

const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]$/;
const HAN_ONLY = /^[\u4e00-\u9fff]{2,}$/;

const characters = new Map<string, string>();
for (let code = 0x3400; code <= 0x9fff; code++) {
  const character = String.fromCharCode(code);
  if (!HAN.test(character)) continue;
  const own = pinyin(character);
  if (own === character) continue;
  // Read as its simplified form is, unless it never is: 長 and 长, but not 乾 alone.
  const folded = foldText(character);
  const shared = OF_NAMES[folded] ?? pinyin(folded);
  const all = pinyin(character, { type: 'array', multiple: true });
  characters.set(character, folded === character || all.includes(shared) ? shared : own);
}

const words = new Map<string, string>();
const addWord = (word: string, syllables: readonly string[]): void => {
  const read = [...word].every((character, at) => characters.get(character) === syllables[at]);
  if (!read) words.set(foldText(word), syllables.join(' '));
};
const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', count = '0'] = line.split(' ');
  if (Number(count) < LEAST_FREQUENCY || word.length > LONGEST_WORD || !HAN_ONLY.test(word)) continue;
  const syllables = pinyin(word, { type: 'array', toneSandhi: false });
  addWord(
    word,
    [...word].map((character, at) => OF_NAMES[character] ?? syllables[at] ?? ''),
  );
}
for (const line of readFileSync(new URL('../assets/tables/place-readings.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')) {
  const [word = '', ...syllables] = line.split(' ');
  words.set(word, syllables.join(' '));
}

const bySyllable = Map.groupBy(characters, ([, syllable]) => syllable);
const file = [
  ...[...bySyllable].map(([syllable, pairs]) => `${syllable} ${pairs.map(([each]) => each).join('')}`),
  '',
  ...[...words].map(([word, syllables]) => `${word} ${syllables}`),
].join('\n');
const folder = new URL('../assets/public/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('pinyin.txt', folder), file);
process.stdout.write(
  `pinyin: ${characters.size} characters, ${words.size} words, ${gzipSync(file).byteLength} bytes gzipped\n`,
);
