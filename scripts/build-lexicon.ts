/**
 * Packs jieba's word frequencies (npm `@node-rs/jieba`, MIT) into `assets/public/generated/lexicon.bin`,
 * which the background loads when it first has to tell words apart. `lib/lexicon/packed-words.ts` reads
 * and describes the format.
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

const HAN_ONLY = /^[\u3400-\u9fff]+$/;

function fold(word: string): string {
  return Array.from(word, (character) => String.fromCharCode(foldTable[character.charCodeAt(0)] ?? 0)).join(
    '',
  );
}

const dictionary = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
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
const packed = packWords(frequencies, total);
const folder = new URL('../assets/public/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('lexicon.bin', folder), packed);
const size = gzipSync(packed, { level: 9 }).byteLength;
process.stdout.write(`lexicon: ${frequencies.size} words, ${packed.byteLength} bytes, ${size} gzipped\n`);
