import { foldTable } from '@/lib/text/fold';
import { forEachReading } from '@/lib/text/readings';
import { characterClasses, HAN } from '@/lib/text/script';

/** Ways in which pages write one text. */
export const GUISES = [
  'variants',
  'full width and case',
  'ignorable characters',
  'combining marks',
  'letter-spacing',
  'readings',
  'bopomofo and doubled brackets',
  'readings of words',
  'all together',
] as const;
export type Guise = (typeof GUISES)[number];

/** A text in disguise; `starts[i]` is where character unit i of the clean text has gone. */
export interface MangledText {
  text: string;
  starts: number[];
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator, good enough to vary). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function pick(items: ArrayLike<string>, random: () => number): string {
  return items[Math.floor(random() * items.length)] ?? '';
}

/** Folded Chinese character → all that fold to it. */
const variants = new Map<number, string[]>();
for (let unit = 0x2e80; unit < 0xfb00; unit++) {
  const folded = foldTable[unit] ?? unit;
  if (characterClasses[unit] !== HAN || folded === unit) continue;
  variants.set(folded, [...(variants.get(folded) ?? []), String.fromCharCode(unit)]);
}

const syllables = new Map<string, string[]>();
forEachReading((unit, syllable) => {
  const character = String.fromCharCode(unit);
  syllables.set(character, [...(syllables.get(character) ?? []), syllable]);
});

const BRACKETS = ['()', '（）', '[]', '［］', '〔〕', '【】', '(）', '（)', '﹙﹚'];
const IGNORABLES = [
  '\u200b',
  '\u00ad',
  '\u2060',
  '\ufeff',
  '\u200d',
  '\ufe00',
  '\u{e0101}',
  '\ufff9',
  '\u200e',
];
const MARKS = ['\u0301', '\u0323', '\u20dd'];
/** Written with a tone on the first vowel: which one it is does not matter to the matcher. */
const TONES = ['', '\u0304', '\u0301', '\u030c', '\u0300'];
const WORD_TONES = [...TONES.slice(1), '1', '2', '3', '4'];
const BOPOMOFO: Readonly<Record<string, string>> = {
  qu: 'ㄑㄩ',
  xin: 'ㄒㄧㄣ',
  jiang: 'ㄐㄧㄤ',
  chong: 'ㄔㄨㄥˊ',
  shi: 'ㄕˋ',
  guo: 'ㄍㄨㄛˊ',
  zhong: 'ㄓㄨㄥ',
  ren: 'ㄖㄣˊ',
};

function bracket(content: string, random: () => number): string {
  const pair = pick(BRACKETS, random);
  return pair.charAt(0) + content + pair.charAt(1);
}

/** A syllable of a character with a tone of some kind. */
function writeSyllable(character: string, tone: string, random: () => number): string {
  const syllable = pick(syllables.get(character) ?? [], random);
  return /\d/.test(tone) ? syllable + tone : syllable.replace(/[aeiou]/, `$&${tone}`).normalize('NFC');
}

function writeReading(character: string, random: () => number): string {
  const syllable = writeSyllable(character, pick(TONES, random), random);
  if (syllable === '') return '';
  const announced = random() < 0.2 ? pick(['音', '读', '讀音：', '拼音:'], random) : '';
  return bracket(announced + syllable, random);
}

/** The reading of the last two or three characters of a text, if they are Chinese. */
function writeWordReading(before: string, random: () => number): string {
  const [word = ''] = (random() < 0.5 ? /[\u4e00-\u9fff]{2}$/ : /[\u4e00-\u9fff]{3}$/).exec(before) ?? [];
  const written = Array.from(word, (each) => writeSyllable(each, pick(WORD_TONES, random), random));
  if (word === '' || written.includes('')) return '';
  const between = pick(['', ' ', '-', '’'], random);
  return bracket(written.join(between), random);
}

function writeVariant(character: string, random: () => number): string {
  const folded = String.fromCharCode(foldTable[character.charCodeAt(0)] ?? 0);
  return pick([folded, ...(variants.get(folded.charCodeAt(0)) ?? [])], random);
}

function writeLetter(character: string, random: () => number): string {
  const cased = random() < 0.5 ? character.toUpperCase() : character.toLowerCase();
  return random() < 0.5 ? String.fromCharCode(cased.charCodeAt(0) + 0xfee0) : cased;
}

/** What may stand between two Chinese characters without changing what is read. */
function writeGap(guise: Guise, character: string, random: () => number): string {
  switch (guise) {
    case 'ignorable characters':
      return pick(IGNORABLES, random);
    case 'combining marks':
      return pick(MARKS, random);
    case 'letter-spacing':
      return pick([' ', '\u3000', '\u00a0', '\n\t '], random);
    case 'readings':
      return writeReading(character, random);
    case 'bopomofo and doubled brackets': {
      const symbols = BOPOMOFO[syllables.get(character)?.[0] ?? ''];
      if (symbols !== undefined) return bracket(symbols, random);
      const reading = writeReading(character, random);
      return reading + (random() < 0.5 ? reading : bracket('', random));
    }
    default:
      return '';
  }
}

function isHanAt(text: string, at: number): boolean {
  return characterClasses[text.charCodeAt(at)] === HAN;
}

const GAP_GUISES: readonly Guise[] = ['combining marks', 'ignorable characters', 'readings'];

/** Rewrites a text so that a reader reads the same. Each character is touched with a chance of ½. */
export function mangle(clean: string, guise: Guise, random: () => number): MangledText {
  let text = '';
  const starts: number[] = [];
  /** Up to where words have been given their readings. */
  let readTo = 0;
  for (let at = 0; at < clean.length; at++) {
    const character = clean.charAt(at);
    const touched = guise === 'letter-spacing' || random() < 0.5;
    const isHan = isHanAt(clean, at);
    starts.push(text.length);
    let written = character;
    if (touched && isHan && (guise === 'variants' || guise === 'all together'))
      written = writeVariant(character, random);
    const isLetter = /[a-z0-9]/i.test(character);
    if (touched && isLetter && (guise === 'full width and case' || guise === 'all together')) {
      written = writeLetter(character, random);
    }
    text += written;
    if (guise === 'readings of words' && isHan && isHanAt(clean, at + 1)) {
      if (random() < 0.2) text += pick(IGNORABLES, random);
      if (!touched) continue;
      const reading = writeWordReading(clean.slice(readTo, at + 1), random);
      if (reading !== '') readTo = at + 1;
      text += reading;
    }
    if (!touched || !isHan || !isHanAt(clean, at + 1)) continue;
    if (guise !== 'all together') text += writeGap(guise, written, random);
    else for (const each of GAP_GUISES) if (random() < 0.4) text += writeGap(each, written, random);
  }
  starts.push(text.length);
  return { text, starts };
}
