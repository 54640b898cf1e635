import { READINGS } from '@/assets/generated/character-tables';
import { spellBopomofo } from './bopomofo';
import { foldTable } from './fold';

let readings: Map<number, string> | undefined;

/** Character → its syllables, each with a blank on both sides: ` qu ou `. */
function getReadings(): Map<number, string> {
  if (readings !== undefined) return readings;
  readings = new Map();
  for (const [, syllable = '', characters = ''] of READINGS.matchAll(/([a-z]+)([^a-z]+)/g)) {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      readings.set(code, `${readings.get(code) ?? ' '}${syllable} `);
    }
  }
  return readings;
}

/** Letters that pages use in pinyin beside a–z: script g and a, and `v` or `u:` for ü. */
const LETTERS: Readonly<Record<string, string>> = { ɡ: 'g', ɑ: 'a', v: 'u', ':': '', '∶': '' };

/** `Qū`, `qu1`, `ｑｕ` → `qu`; `lǜ`, `lv4`, `lu:4` → `lu`; anything else → `undefined`. */
function plainSyllable(written: string): string | undefined {
  const syllable = written
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ˉˊˇˋ]|\p{M}/gu, '')
    .replace(/[1-5]$/, '')
    .replace(/[ɡɑv:∶]/g, (letter) => LETTERS[letter] ?? letter);
  return /^[a-z]{1,6}$/.test(syllable) ? syllable : undefined;
}

/**
 * Whether a character is read so, tone aside: pinyin with or without tone marks or a tone digit, or
 * bopomofo. All readings that Unihan gives count, those of the folded character among them. Its table is
 * unpacked when first asked for; then one look-up.
 *
 * @example
 * isReadingOf('區'.charCodeAt(0), 'qū') // true
 * isReadingOf('區'.charCodeAt(0), 'ㄑㄩ') // true
 * isReadingOf('区'.charCodeAt(0), 'A') // false
 */
export function isReadingOf(character: number, written: string): boolean {
  const bare = written.trim();
  const syllable = plainSyllable(spellBopomofo(bare) ?? bare);
  if (syllable === undefined) return false;
  const known = getReadings();
  const wanted = ` ${syllable} `;
  return (
    known.get(character)?.includes(wanted) === true ||
    known.get(foldTable[character] ?? 0)?.includes(wanted) === true
  );
}
