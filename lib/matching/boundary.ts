import type { Lexicon } from '@/lib/lexicon/lexicon';
import type { Weighing } from '@/lib/lexicon/weigh-span';
import { foldTable } from '@/lib/text/fold';
import { characterClasses, HAN, OTHER, WORD } from '@/lib/text/script';
import type { Span } from '@/lib/text/span';
import { readSurroundings, type Surroundings } from '@/lib/text/surroundings';

/** The first edge of a candidate or its last. */
export type Edge = 'start' | 'end';

/** A word that would cross an edge of a candidate. Costs as in `BoundaryDecision`. */
export interface CrossingWord {
  word: string;
  edge: Edge;
  /** Of the reading with that word. */
  cost: number;
  /** How much dearer that reading has to be than standing for the candidate to be accepted. */
  needed: number;
}

/**
 * Whether a candidate of Chinese characters stands on word boundaries, and why.
 *
 * - `free`: no Chinese character touches it; nothing to decide.
 * - `words`: decided by what the readings of the place cost (−20 ln of their probability, whole numbers).
 *   `crossing` is the word that comes nearest to crossing an edge, or crosses it.
 * - `numeral`: a numeral goes on across an edge (十|六日).
 */
export type BoundaryDecision =
  | { accepted: true; why: 'free' }
  | { accepted: true; why: 'words'; standing: number; crossing?: CrossingWord }
  | { accepted: false; why: 'words'; standing: number; crossing: CrossingWord }
  | { accepted: false; why: 'numeral'; edge: Edge };

/** Chinese characters read on each side. On the sentences measured, 6 and 24 decide alike. */
const REACH = 8;

// The weights lie in the middle of a plateau: a step of e^½ either way changes precision and recall by less
// than .002 on the sentences they were chosen on, and chosen on half of the glossaries they do as well on the
// other half. See docs/matching.md.

/** A crossing reading must be e^2.3 times less likely than one in which the candidate stands. */
const MARGIN = 46;
/**
 * If candidate and next character are a word, one that leaves a single character of the candidate (南|美洲)
 * is forgiven up to e⁷ times: that character would be no word. Not so for 教育|部门.
 */
const STEM_BONUS = 140;
/**
 * What is of a kind is named by its name and the kind, whether or not a lexicon has the two together: 渝中|区,
 * not 渝|中区; 苏家|村, not 苏|家村; a longer name if the lexicon knows it and it has no kind yet: 马里兰|州, not
 * 马里|兰州. Forgiven up to e⁴ times, for places, peoples, languages and bodies.
 */
const KINDS = '省市县区州镇乡村岛山河湖江路街城港站局部院会社语族';
const KIND_BONUS = 80;
/** 浙江省|政府 and 惠州|政府 as 浙江省|人民政府, though 省政府 and 州政府 are words: forgiven as much as a stem. */
const GOVERNMENT = '政府';
const PLACE_KINDS = '省市县区州镇乡';
/**
 * Prepositions that written Chinese puts after a verb of two characters as after one of one: 出生|于, not
 * 出|生于. Forgiven up to e³ times if the candidate is a word that the lexicon knows.
 */
const VERB_PREPOSITIONS = '于以至为在到向给自';
const PREPOSITION_BONUS = 60;
/** If candidate and character before are a word (天|主教), the crossing reading must be e² times less likely still. */
const TAIL_MALUS = 40;

const NUMERAL = /[〇零一二三四五六七八九十百千万亿两]/;
/** By size. */
const MULTIPLIERS = '十百千万亿';

/** Length of the run of Chinese characters at the end of a text, without what is part of a number: 60万千瓦. */
function countHanBefore(text: string): number {
  let at = text.length;
  while (at > 0 && characterClasses[text.charCodeAt(at - 1)] === HAN) at--;
  if (/[0-9]$/.test(text.slice(0, at)))
    while (at < text.length && MULTIPLIERS.includes(text.charAt(at))) at++;
  return text.length - at;
}

/** Length of the run of Chinese characters at the start of a text. */
function countHanAfter(text: string): number {
  let at = 0;
  while (at < text.length && characterClasses[text.charCodeAt(at)] === HAN) at++;
  return at;
}

/** A numeral that may go on; not a bullet like the first character of 〇一 (folded from ○一带一路). */
const OPEN_NUMERAL = /[零一二三四五六七八九十百千万亿两]$|[零一二三四五六七八九十百千万亿两〇]〇$/;

/** Words that end with a numeral and are none: 周三, 统一, 双十一. */
const NO_NUMERAL = /(?:[周统唯单同合划专逐]|星期|礼拜)[一二三四五六七八九]$|双十[一二]$/;

/**
 * Numerals that no further digit follows, though a multiplier may: 十一, 十四五, 之一, 第一, but 百分之四|十; and holidays (五一),
 * where they are not the end of a longer one.
 */
const CLOSED_NUMERAL =
  /[十百千万亿之其第初][一二三四五六七八九]{1,2}$|(?<![〇零一二三四五六七八九十百千万亿两])(?:五[一四]|[六七八]一|三八)$/;

/** Whether the numeral at the end of a text goes on with what comes after it. */
function isCutNumeral(text: string, after: string): boolean {
  const next = after.charAt(0);
  if (!NUMERAL.test(next) || !OPEN_NUMERAL.test(text) || NO_NUMERAL.test(text)) return false;
  const size = MULTIPLIERS.indexOf(next);
  if (size === -1) return !CLOSED_NUMERAL.test(text);
  // 百|万 is one number, 60万|千瓦 is none.
  return size > MULTIPLIERS.indexOf(text.slice(-1));
}

function findNumeralEdge({ before, inside, after, blankBefore, blankAfter }: Surroundings): Edge | undefined {
  if (!blankBefore && isCutNumeral(before, inside)) return 'start';
  if (!blankAfter && isCutNumeral(inside, after)) return 'end';
  return undefined;
}

/**
 * Decides whether a candidate of Chinese characters stands on word boundaries: whether the text reads
 * better with it than with a word across one of its edges. Other candidates are `free`.
 *
 * Reads at most 8 characters on each side; some microseconds.
 *
 * @example
 * decideBoundary('长江北岸', { start: 1, end: 3 }, lexicon) // 江北: rejected, 长江 crosses the start
 * decideBoundary('重庆江北区', { start: 2, end: 4 }, lexicon) // 江北: accepted
 */
export function decideBoundary(text: string, span: Span, lexicon: Lexicon): BoundaryDecision {
  if (!maySplitWord(text, span.start) && !maySplitWord(text, span.end))
    return { accepted: true, why: 'free' };
  const round = readSurroundings(text, span, REACH);
  const numeralEdge = findNumeralEdge(round);
  if (numeralEdge !== undefined) return { accepted: false, why: 'numeral', edge: numeralEdge };
  const { before, inside, after } = round;
  const startsHan = characterClasses[inside.charCodeAt(0)] === HAN;
  const endsHan = characterClasses[inside.charCodeAt(inside.length - 1)] === HAN;
  const beforeLength = round.blankBefore || !startsHan ? 0 : countHanBefore(before);
  const afterLength = round.blankAfter || !endsHan ? 0 : countHanAfter(after);
  if (beforeLength + afterLength === 0) return { accepted: true, why: 'free' };
  const window = before.slice(before.length - beforeLength) + inside + after.slice(0, afterLength);
  return weighWords(window, { start: beforeLength, end: beforeLength + inside.length }, lexicon);
}

/** What stands on both sides of an edge could be Chinese. The quick way out for Latin and quoted terms. */
function maySplitWord(text: string, edge: number): boolean {
  return !isPlain(text.charCodeAt(edge - 1)) && !isPlain(text.charCodeAt(edge));
}

/**
 * A letter, digit or punctuation mark, or nothing (NaN): neither noise behind which a Chinese character could
 * stand, nor a sign that is read as one (○ for 〇), nor half of one.
 */
function isPlain(unit: number): boolean {
  const unitClass = characterClasses[unit] ?? OTHER;
  if (unitClass !== OTHER) return unitClass === WORD;
  return characterClasses[foldTable[unit] ?? OTHER] !== HAN && (unit & 0xfc00) !== 0xdc00;
}

function weighWords(window: string, span: Span, lexicon: Lexicon): BoundaryDecision {
  const weighing = lexicon.weigh(window, span);
  const { standing, crossingStart, crossingEnd, isTail } = weighing;
  const margin = MARGIN + (isTail ? TAIL_MALUS : 0);
  const crossings: CrossingWord[] = [];
  if (crossingStart !== undefined) {
    const { word, cost } = crossingStart;
    crossings.push({ word, edge: 'start', cost, needed: margin });
  }
  if (crossingEnd !== undefined) {
    const { word, cost, start } = crossingEnd;
    const needed = margin - forgive(weighing, { window, start, span });
    crossings.push({ word, edge: 'end', cost, needed });
  }
  crossings.sort((a, b) => a.cost - a.needed - (b.cost - b.needed));
  const [crossing] = crossings;
  if (crossing === undefined) return { accepted: true, why: 'words', standing };
  return { accepted: crossing.cost - standing >= crossing.needed, why: 'words', standing, crossing };
}

/** How much likelier a reading may be whose word begins at `start` in the candidate and takes the next character. */
function forgive(
  { isStem, isWord }: Weighing,
  { window, start, span }: { window: string; start: number; span: Span },
): number {
  const next = window.charAt(span.end);
  const leavesOne = start === span.start + 1;
  const takesOne = start === span.end - 1;
  if (leavesOne && isStem) return STEM_BONUS;
  if (takesOne && PLACE_KINDS.includes(window.charAt(start)) && window.startsWith(GOVERNMENT, span.end))
    return STEM_BONUS;
  if (KINDS.includes(next)) {
    const isName = leavesOne || (takesOne && isWord && !KINDS.includes(window.charAt(start)));
    return isName ? KIND_BONUS : 0;
  }
  return takesOne && isWord && VERB_PREPOSITIONS.includes(next) ? PREPOSITION_BONUS : 0;
}
