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
const ADDED = '著着 瞭了 藉借 甦苏 彷仿 祇只 妳你 砲炮 覆复 鍊链 揹背 薰熏 鉅巨';

/** Forms of one character in old print, in Japan or by hand that OpenCC does not know; none is in GB 2312. */
const OTHER_FORMS =
  '淸清 靑青 鄕乡 塡填 顚颠 緖绪 喩喻 吿告 鬭斗 鬪斗 擧举 澁涩 戸户 髙高 﨑崎 姉姊 嶋岛 隣邻 砿矿 鑛矿 汚污 氷冰 冨富 寳宝 讃赞 ' +
  '恊协 栢柏 畧略 濶阔 廻回 囘回 菓果 蔴麻 痲麻 櫈凳 窓窗 脇胁 繋系 囯国 邉边 閙闹 暎映 凾函 厯历 堿碱 鹻碱 蘓苏 皷鼓 隷隶 聨联 ' +
  '聫联 鑚钻 濵滨 欵款 焔焰 燄焰 劵券 窰窑 賍赃 鎻锁 隂阴 飃飘 鴈雁 鵞鹅 麤粗 鼈鳖 皐皋 疎疏 冐冒 徃往 羗羌 竃灶 癈废 靣面 兎兔 ' +
  '壻婿 楡榆 瑠琉 鎗枪 頬颊';

/**
 * Quotes, hyphens and dots (J.K.罗琳, 馬丁．路德) of all kinds are one to a reader, corner brackets are the quotes of
 * traditional Chinese; a circle is written for 〇; white space of all kinds is a space.
 */
const PUNCTUATION: Record<string, string> = {
  "'": '‘’‛′ʼʻ＇`´『』﹃﹄',
  '"': '“”„‟″＂〝〞〟「」﹁﹂｢｣',
  '-': '‐‑‒–−﹘﹣－—―─',
  '·': '.．﹒‧・･•∙⋅·',
  ':': '∶',
  '~': '〜',
  〇: '○◯',
  σ: 'ς',
  μ: 'µ',
  ' ': '\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
};

/** Raised small: an exponent (m² is no M2), a note, a mark for the order of reading. No other form of a letter. */
const SUPERSCRIPT = /[ªº²³¹ʰ-ʸˠ-ˤᴬ-ᵡᵸᶛ-ᶿ⁰ⁱ⁴-ⁿⵯ㆒-㆟ꚜꚝꝰꟲ-ꟴꟸꟹꭜ-ꭟꭩ\u{10780}-\u{107ba}\u{1e030}-\u{1e06d}]/u;

/** What is worth its place in the tables: other forms of these stand in terms that somebody looks for. */
const WRITTEN = /^[!-~\p{Script=Han}\p{Script=Latin}\p{Script=Katakana}\u30fc\u3001-\u301f\u3099\u309a]$/u;

/** Letters with marks likewise: not those of Ancient Greek, Arabic or India. */
const WITH_MARKS =
  /^(?![\u1f00-\u1fff])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Letters and signs that are several set as one: ligatures, Roman numerals, numbers in a circle, ℃ and ㎏, ß. */
const SET_AS_ONE = /[ßẞ℃℉Ⅰ-ⅿ⑩-⑳㉑-㉟㊱-㊿㎎㎏㎜-㎞\ufb00-\ufb04]/u;

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
  for (const [from = '', to = ''] of `${ADDED} ${OTHER_FORMS}`.split(' ').map((pair) => [...pair])) {
    direct.set(from, to);
  }
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
    const compatible = SUPERSCRIPT.test(from) ? from : from.normalize('NFKC');
    const lower = (WRITTEN.test(compatible) ? compatible : from).toLowerCase();
    if (lower !== from && [...lower].length === 1) direct.set(from, lower);
  }
  return resolve(direct);
}

/**
 * Characters of one code unit that fold to several: what is set as one, and letters with marks, which pages
 * write as one character or as letter and mark.
 */
function buildLongFolds(folds: ReadonlyMap<string, string>): Map<string, string> {
  const long = new Map<string, string>();
  for (let code = 0; code <= 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const from = String.fromCharCode(code);
    const lower = folds.get(from) ?? from.toLowerCase();
    let parts = lower.normalize('NFD');
    if (SET_AS_ONE.test(from)) {
      parts = lower === 'ß' ? 'ss' : from.normalize('NFKC').toLowerCase();
      // Ⅰ is I by the other table.
      if (parts.length === 1) continue;
    } else if (!WITH_MARKS.test(from) || !/^\p{L}\p{M}+$/u.test(parts)) continue;
    long.set(from, Array.from(parts, (part) => folds.get(part) ?? part).join(''));
  }
  return long;
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

/** As `STEP_ZERO` in the file that is written says. Sorted characters are close together: a third of the space. */
const STEP_ZERO = 0xa0;

/** The distance of a code unit from the one before, as a character. */
function writeStep(unit: number, before: number): string {
  const step = STEP_ZERO + unit - before;
  if (step < STEP_ZERO || step >= 0xd800) throw new Error(`No step from ${before} to ${unit}`);
  return String.fromCharCode(step);
}

function quote(text: string): string {
  return `'${text.replace(/[\\'\p{C}\p{M}\p{Z}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )}'`;
}

const allFolds = buildFolds();
const longFolds = buildLongFolds(allFolds);
// 🈓, a sign that would fold to デ and that to two units, is left alone.
for (const [from, to] of allFolds) if (longFolds.has(from) || longFolds.has(to)) allFolds.delete(from);
const folds = [...allFolds].sort(([a], [b]) => (a < b ? -1 : 1));
const flatten = (pairs: [string, string][]): string => quote(pairs.map(([a, b]) => a + b).join(''));

let foldSteps = '';
let foldedBefore = 0;
for (const [from, to] of folds) {
  if (from.length > 1) continue;
  foldSteps += writeStep(from.charCodeAt(0), foldedBefore) + to;
  foldedBefore = from.charCodeAt(0);
}

const readings = readTable('unihan-readings')
  .split('\n')
  .map((line) => {
    const [syllable = '', characters = ''] = line.split(' ');
    const units = Array.from(characters, (character) => character.charCodeAt(0)).sort((a, b) => a - b);
    return syllable + units.map((unit, at) => writeStep(unit, units[at - 1] ?? 0)).join('');
  });

mkdirSync(new URL('../assets/generated/', import.meta.url), { recursive: true });
writeFileSync(
  new URL('../assets/generated/character-tables.ts', import.meta.url),
  `// Made by scripts/build-character-tables.ts from OpenCC (Apache-2.0) and Unicode data (Unicode-3.0).

/** Where a step from one code unit to a later one is written as a character, what no step would be; above all letters. */
export const STEP_ZERO = ${STEP_ZERO};

/** Characters of one code unit, each as a step from the one before, and what it folds to. */
export const FOLDS = ${quote(foldSteps)};

/** Characters of two code units, each followed by what it folds to (one unit or two). */
export const PAIR_FOLDS = ${flatten(folds.filter(([from]) => from.length === 2))};

/** Characters of one code unit that fold to several, each followed by those. */
export const LONG_FOLDS = ${quote([...longFolds].map((pair) => pair.join('')).join('|'))};

/** Han characters of one code unit: first and last of each run. */
export const HAN_RANGES = [${listRanges(/^[\p{Script=Han}\u3007]$/u)}];

/** Letters and digits that make words between blanks: those of all scripts but the East Asian ones. */
export const WORD_RANGES = [${listRanges(/^(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3005-\u3007\u3031-\u3035\u303b\u30fc\uff70\u3130-\u318f])[\p{L}\p{Nd}_]$/u)}];

/** Combining marks: first and last of each run. */
export const MARK_RANGES = [${listRanges(/^[\p{M}\uff9e\uff9f]$/u)}];

/** Characters that a reader never sees (Default_Ignorable_Code_Point), and U+FFF9–FFFB. */
export const IGNORABLE_RANGES = [${listRanges(/^[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]$/u)}];

/** Mandarin syllables without tone, each followed by the characters that are read so, as steps, the first from 0. */
export const READINGS = ${quote(readings.join(''))};
`,
);
process.stdout.write(`character tables: ${folds.length} foldings, ${readings.length} syllables\n`);
