import { READINGS, STEP_ZERO } from '@/assets/generated/character-tables';
import { spellBopomofo } from './bopomofo';
import { foldTable } from './fold';
import { IGNORABLE, MARK, SPACE } from './script';
import { classSet, skipBack } from './skip';

let readings: Map<number, string> | undefined;

/** Character → its syllables, each with a blank on both sides: ` qu ou `. */
function getReadings(): Map<number, string> {
  if (readings !== undefined) return readings;
  const known = new Map<number, string>();
  forEachReading((character, syllable) => {
    known.set(character, `${known.get(character) ?? ' '}${syllable} `);
  });
  readings = known;
  return known;
}

/** Calls back with each character (a code unit) and syllable that it is read as. */
export function forEachReading(visit: (character: number, syllable: string) => void): void {
  for (const [, syllable = '', steps = ''] of READINGS.matchAll(/([a-z]+)([^a-z]+)/g)) {
    let character = 0;
    for (const step of steps) {
      character += step.charCodeAt(0) - STEP_ZERO;
      visit(character, syllable);
    }
  }
}

/** Letters that pages use in pinyin beside a–z: script g and a, and `v` or `u:` for ü. */
const LETTERS: Readonly<Record<string, string>> = { ɡ: 'g', ɑ: 'a', v: 'u', ':': '', '∶': '' };

/** Says that a reading follows: 綦（音qí）江. Then it may be given by a character that is read alike: 郫（音皮）县. */
const ANNOUNCED = /^(?:读音|讀音|拼音|注音|读作|讀作|音同|读|讀|音)[:：]?\s*/;

/** What stands between readings of one character: háng/xíng. */
const ALTERNATIVES = /[,，、/／;；]/;

/** What may stand between the characters of a word and is not read: 綦 江（qí jiāng）. */
const UNREAD = classSet(SPACE, IGNORABLE, MARK);

/** Some syllables written in one: their letters, and whether the tone of one is told. */
interface Spelling {
  letters: string;
  toned: boolean;
}

/** `Qū`, `qu1`, `ｑｕ` → `qu`; `lǜ`, `lv4`, `lu:4` → `lu`; `xī'ān`, `xi1an1` → `xian`; anything else → `undefined`. */
function spellLatin(written: string): Spelling | undefined {
  const decomposed = written.normalize('NFKD').toLowerCase();
  const plain = decomposed
    .replace(/[ˉˊˇˋ]|\p{M}/gu, '')
    .replace(/[ɡɑv:∶]/g, (letter) => LETTERS[letter] ?? letter);
  if (!/^[a-z]+[1-5]?(?:(?:[\s'’ʼ·-]+|(?<=[1-5]))[a-z]+[1-5]?)*$/.test(plain)) return undefined;
  return {
    letters: plain.replace(/[^a-z]/g, ''),
    toned: /[ˉˊˇˋ1-5]|\u0300|\u0301|\u0304|\u030c/.test(decomposed),
  };
}

/** Between syllables of bopomofo: blanks; a tone ends one, but the light tone begins it. */
const BETWEEN_ZHUYIN = /\s+|(?<=[ˉˊˇˋ])(?=\S)|(?<=\S)(?=˙)/;

/** `ㄑㄧˊ ㄐㄧㄤ`, `ㄑㄧˊㄐㄧㄤ` → `qijiang`. Nothing but a reading is written so: the tone need not be told. */
function spellZhuyin(written: string): Spelling | undefined {
  let letters = '';
  for (const part of written.split(BETWEEN_ZHUYIN)) {
    const syllable = spellBopomofo(part);
    if (syllable === undefined) return undefined;
    letters += syllable;
  }
  return { letters, toned: true };
}

function readingsOf(character: number): string {
  const known = getReadings();
  return (known.get(character) ?? '') + (known.get(foldTable[character] ?? 0) ?? '');
}

/**
 * How many characters before an offset are read so, as few as possible; 0 if none are. From the last one on, with all
 * ways in which syllables fit at once: one after another they double with each character that fits in two.
 */
function countRead(text: string, offset: number, letters: string): number {
  let at = offset;
  /** How many of the letters may be left for the characters before. */
  let rests = new Set([letters.length]);
  for (let count = 1; rests.size > 0; count++) {
    const syllables = readingsOf(text.charCodeAt(at - 1)).split(' ');
    const shorter = new Set<number>();
    for (const rest of rests) {
      for (const syllable of syllables) {
        if (syllable !== '' && letters.endsWith(syllable, rest)) shorter.add(rest - syllable.length);
      }
    }
    if (shorter.has(0)) return count;
    rests = shorter;
    at = skipBack(text, at - 1, UNREAD);
  }
  return 0;
}

/** Whether a character is read as another one is. */
function isReadAs(character: number, other: string): boolean {
  const readings = readingsOf(character);
  return readingsOf(other.charCodeAt(0))
    .split(' ')
    .some((syllable) => syllable !== '' && readings.includes(` ${syllable} `));
}

/**
 * Whether a bracket after some Chinese characters, which end at `offset`, says how they are read: the last one,
 * or with tones several. Pinyin or bopomofo; also two readings (háng/xíng) and of one character, if it is said that
 * a reading follows, another character (音皮). What the tones are is not looked at, but 重庆(chongqing) without
 * any is a name in another language. All readings that Unihan gives count, those of folded characters among them.
 *
 * Its table is unpacked when first asked for; then time is bounded by the square of the length of what is written.
 *
 * @example
 * isReadingBefore('區', 1, 'qū') // true
 * isReadingBefore('區', 1, 'ㄑㄩ') // true
 * isReadingBefore('綦江', 2, 'qí jiāng') // true
 * isReadingBefore('区', 1, 'A') // false
 */
export function isReadingBefore(text: string, offset: number, written: string): boolean {
  const seen = written.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim();
  const bare = seen.replace(ANNOUNCED, '');
  if (bare !== seen && bare.length === 1 && isReadAs(text.charCodeAt(offset - 1), bare)) return true;
  return bare.split(ALTERNATIVES).every((part) => {
    const syllables = part.trim();
    const spelling = spellZhuyin(syllables) ?? spellLatin(syllables);
    if (spelling === undefined) return false;
    const count = countRead(text, offset, spelling.letters);
    return spelling.toned ? count > 0 : count === 1;
  });
}
