/**
 * Makes `assets/generated/character-tables.ts`, what `lib/text` knows of characters, from OpenCC's
 * dictionaries (npm `opencc-js`), `assets/tables` and the Unicode data of the running engine. The
 * result is frozen in the build, so that two browsers with different Unicode versions decide alike.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs';
import hongKong from 'opencc-js/dict/HKVariantsRev';
import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters';
import simplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

/** What OpenCC leaves alone or writes otherwise, though mainland pages write the second. */
const ADDED = '著着 瞭了 藉借 甦苏 彷仿 祇只 妳你 砲炮';

/** Quotes and hyphens of all kinds are one to a reader; white space of all kinds is a space. */
const PUNCTUATION: Record<string, string> = {
  "'": '‘’‛′ʼ＇`´',
  '"': '“”„‟″＂',
  '-': '‐‑‒–−﹘﹣－',
  ' ': '\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
};

const HAN = /^\p{Script=Han}$/u;
const ASCII_GRAPH = /^[!-~]$/;

/** `"萬 万|與 与 與"` → pairs; of several targets the first. */
function* readDictionary(dictionary: string): Generator<[string, string]> {
  for (const entry of dictionary.split('|')) {
    const [from = '', to = ''] = entry.split(' ');
    yield [from, to];
  }
}

function readTable(name: string): string {
  return readFileSync(new URL(`../assets/tables/${name}.txt`, import.meta.url), 'utf8').trim();
}

/** The 6,763 Chinese characters of GB 2312: rows 16–87 of the code that the GBK decoder shares with it. */
function listGb2312(): Set<string> {
  const decoder = new TextDecoder('gbk');
  const characters = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) characters.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}

function buildFolds(): Map<string, string> {
  const direct = new Map<string, string>(readDictionary(simplified));
  const gb2312 = listGb2312();
  // What mainland pages write is never folded away; if only the other side is unknown there, that is folded.
  const addVariant = (from: string, to: string): void => {
    if (from === to) return;
    if (!gb2312.has(from)) {
      if (!direct.has(from)) direct.set(from, to);
    } else if (!gb2312.has(to) && !direct.has(to)) direct.set(to, from);
  };
  for (const [from = '', to = ''] of ADDED.split(' ').map((pair) => [...pair])) direct.set(from, to);
  for (const dictionary of [taiwan, hongKong, shinjitai, compatibility]) {
    for (const [from, to] of readDictionary(dictionary)) addVariant(from, to);
  }
  for (const line of readTable('radical-equivalents').split('\n')) {
    const [from = '', to = ''] = line.split(' ');
    // Strokes (U+31C0–31EF) are drawings of a part, not writing.
    if (from < '\u31c0' || from > '\u31ef') addVariant(from, to);
  }
  for (const [to, variants] of Object.entries(PUNCTUATION)) {
    for (const from of variants) direct.set(from, to);
  }
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const from = String.fromCodePoint(code);
    if (direct.has(from)) continue;
    const compatible = from.normalize('NFKC');
    const to = [...compatible].length === 1 && (HAN.test(compatible) || ASCII_GRAPH.test(compatible));
    const lower = (to ? compatible : from).toLowerCase();
    // `İ` lower-cases to two characters: left alone.
    if (lower !== from && [...lower].length === 1) direct.set(from, lower);
  }
  return resolve(direct);
}

/**
 * Follows each chain of foldings to its end (TW form → traditional → simplified). Where a character of
 * one code unit would become one of two, both become the shorter: an offset of a folded text is then
 * never before the offset in its source.
 */
function resolve(direct: ReadonlyMap<string, string>): Map<string, string> {
  const ends = new Map<string, string>();
  for (const from of direct.keys()) {
    let end = from;
    const seen = new Set<string>();
    for (let next = direct.get(end); next !== undefined && !seen.has(next); next = direct.get(end)) {
      seen.add(next);
      end = next;
    }
    ends.set(from, end);
  }
  const shorter = new Map<string, string>();
  for (const [from, end] of ends) {
    if (from.length < end.length && !shorter.has(end)) shorter.set(end, from);
  }
  const folds = new Map<string, string>(shorter);
  for (const [from, end] of ends) {
    const to = shorter.get(end) ?? end;
    if (from !== to) folds.set(from, to);
  }
  return folds;
}

/** First and last code of each run of characters that match, as pairs. */
function listRanges(pattern: RegExp): number[] {
  const ranges: number[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    if ((code >= 0xd800 && code <= 0xdfff) || !pattern.test(String.fromCharCode(code))) continue;
    if (ranges.at(-1) === code - 1) ranges[ranges.length - 1] = code;
    else ranges.push(code, code);
  }
  return ranges;
}

function quote(text: string): string {
  return `'${text.replace(/[\\'\p{C}\p{M}\p{Z}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )}'`;
}

const folds = [...buildFolds()].sort(([a], [b]) => (a < b ? -1 : 1));
const flatten = (pairs: [string, string][]): string => quote(pairs.map(([a, b]) => a + b).join(''));

const readings = new Map<string, number[]>();
const syllables: string[] = [];
for (const line of readTable('unihan-readings').split('\n')) {
  const [syllable = '', characters = ''] = line.split(' ');
  syllables.push(syllable);
  readings.set(syllable, []);
  for (const character of characters) readings.get(syllable)?.push(character.charCodeAt(0));
}

mkdirSync(new URL('../assets/generated/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../assets/generated/character-tables.ts', import.meta.url),
  `// Made by scripts/build-character-tables.ts from OpenCC (Apache-2.0) and Unicode data (Unicode-3.0).

/** Characters of one code unit, each followed by what it folds to. */
export const FOLDS = ${flatten(folds.filter(([from]) => from.length === 1))};

/** Characters of two code units, each followed by what it folds to (one unit or two). */
export const LONG_FOLDS = ${flatten(folds.filter(([from]) => from.length === 2))};

/** Han characters of one code unit: first and last of each run. */
export const HAN_RANGES = [${listRanges(/^[\p{Script=Han}\u3007]$/u)}];

/** Letters and digits that make words between blanks: those of all scripts but the East Asian ones. */
export const WORD_RANGES = [${listRanges(/^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3005-\u3007\u3031-\u3035\u303b\u30fc\uff70\u3130-\u318f])[\p{L}\p{Nd}_]$/u)}];

/** Combining marks: first and last of each run. */
export const MARK_RANGES = [${listRanges(/^[\p{M}\uff9e\uff9f]$/u)}];

/** Characters that a reader never sees (Default_Ignorable_Code_Point), and U+FFF9–FFFB. */
export const IGNORABLE_RANGES = [${listRanges(/^[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]$/u)}];

/** Mandarin syllables without tone, each followed by the characters that are read so. */
export const READINGS = ${quote(readTable('unihan-readings').replaceAll(' ', '').replaceAll('\n', ''))};
`,
);
process.stdout.write(`character tables: ${folds.length} foldings, ${syllables.length} syllables\n`);
