import type { Span } from '@/lib/text/span';
import { enlarge } from './enlarge';
import { listPairs, listSeconds, type SecondCharacters } from './second-characters';
import { createStretchReader } from './stretch-reader';
import type { Trie } from './trie';
import { createWalker } from './walker';

/** A judge's answer: the candidate does not stand. */
export const REJECTED = -1;

/**
 * Decides on a candidate: pattern `value` at [start, end) of the text. Answers `REJECTED`, or the form
 * to report × 2, plus 1 if the mark takes in one more code unit after the candidate (a plural's s).
 */
export type Judge = (text: string, start: number, end: number, value: number) => number;

export interface SearchOptions {
  /** Asked of each candidate with an odd value, and of all with `judgeAll`. */
  judge: Judge;
  judgeAll: boolean;
  /** What to look through; the whole text if absent. */
  within?: Span;
  /** What stands in the place of this match: where it begins, only what is shorter. */
  insteadOf?: Span;
}

/**
 * Finds the patterns of a trie in texts, through folding and noise. Values of the trie are forms × 2,
 * plus 1 where a judge has to be asked.
 */
export interface Matcher {
  /**
   * Leftmost-longest: of the candidates that begin first the longest that stands; then on after it. If
   * the longest is rejected, shorter ones of the same start are asked for, then later starts.
   *
   * Accepts any string, lone surrogates included. Time: at worst text length × longest pattern × 80 (the
   * longest noise); on real text linear. Allocates nothing.
   *
   * @returns how many; they are in `found` until the next search
   */
  search(text: string, options: SearchOptions): number;
  /** Of each match start, end and form, one after another; offsets are of the text. */
  readonly found: Int32Array;
}

/**
 * How a matcher looks for the starts of patterns.
 *
 * - `seconds`: at second characters, of which there are few. Not for tries with patterns of one code unit, or that
 *   begin with several units folded from one.
 * - `pairs`: at the first two characters, which seldom begin a pattern.
 * - `stretches`: at all pairs of a stretch of text before any of them is followed.
 */
export type SearchWay = 'seconds' | 'pairs' | 'stretches';

/**
 * With at most so many characters that can come second in a pattern, most second characters rule out two
 * starts at once, and looking at them first pays. Measured: with 60 it takes three fifths of the time, with 150
 * nine tenths, with 200 as long, with 300 a quarter more.
 */
const MOST_SECONDS = 160;

/**
 * From so many slots on, some 11,000 terms, so many pairs begin a pattern that stretches pay. Measured: with 10,000
 * terms they take as long, with 20,000 a tenth less, with 100,000 a fifth less.
 */
const LEAST_SLOTS_FOR_STRETCHES = 0x8000;

function chooseWay(trie: Trie, { count, hasSingles, hasLongFirsts }: SecondCharacters): SearchWay {
  if (count <= MOST_SECONDS && !hasSingles && !hasLongFirsts) return 'seconds';
  return trie.check.length < LEAST_SLOTS_FOR_STRETCHES ? 'pairs' : 'stretches';
}

/**
 * Makes a matcher with buffers of its own: one search at a time.
 *
 * @param wantedWay other than the quickest one; all find the same
 */
export function createMatcher(trie: Trie, wantedWay?: SearchWay): Matcher {
  const seconds = listSeconds(trie);
  const way = wantedWay ?? chooseWay(trie, seconds);
  const pairs = listPairs(trie);
  const { pairBases, pairChecks } = pairs;
  const walker = createWalker(trie, pairChecks);
  const { ends, values, walk, walkOn } = walker;
  const { roles, hasSingles } = seconds;
  const { codes, firstCodes } = trie.alphabet;
  const specialFirst = firstCodes + 1;
  const { base } = trie;
  const slots = trie.check.length;
  const { gather, startAt, walkFrom, stretch } = createStretchReader(trie, { pairs, walker, hasSingles });
  let found = new Int32Array(3 * 64);
  /** How much of it is filled. */
  let size = 0;
  /** The state that the two characters at a start have led to; 0 if the walk has to begin at the first, and once it has begun. */
  let pairState = 0;

  /**
   * The next place from `start` on where a pattern may begin: the first two characters allow it, and the third. `to` if
   * there is none. Here is where time goes: two look-ups a character and one branch that is seldom taken.
   */
  function findStart(text: string, start: number, to: number): number {
    if (start >= to) return to;
    let code = codes[text.charCodeAt(start)] ?? 0;
    if (code === specialFirst) return start;
    for (let next = start + 1; next < to; next++) {
      const nextCode = codes[text.charCodeAt(next)] ?? 0;
      const state = (pairBases[code] ?? 0) + nextCode;
      if (pairChecks[state] === nextCode) {
        const isState = state < slots;
        // A walk costs as much as ten characters: most end at the third.
        if (isState && isDeadEnd(state, text, next + 1, to)) {
          code = nextCode;
          continue;
        }
        pairState = isState ? state : 0;
        return next - 1;
      }
      if ((nextCode - specialFirst) >>> 0 <= 1) {
        if (code !== 0 && code <= firstCodes) return next - 1;
        if (nextCode === specialFirst) return next;
      }
      code = nextCode;
    }
    return hasSingles && code !== 0 && code <= firstCodes ? to - 1 : to;
  }

  /** Whether nothing has ended where the first two characters have led to, and no pattern goes on with the one at an offset. */
  function isDeadEnd(state: number, text: string, at: number, to: number): boolean {
    const word = base[state] ?? 0;
    if (word < 0 || (word & 1) === 1) return false;
    if (at >= to) return true;
    const code = codes[text.charCodeAt(at)] ?? 0;
    return pairChecks[(word >>> 1) + code] !== code && (code - specialFirst) >>> 0 > 1;
  }

  /**
   * The same by looking at second characters first: where one can be none, two starts are ruled out. Four looks a
   * turn, and offsets that are whole numbers to the engine too (`| 0`), take a seventh of the time off.
   */
  function skipToStart(text: string, start: number, to: number): number {
    const end = to | 0;
    let role = 0;
    for (let at = (start + 1) | 0; ; at++) {
      for (;;) {
        if (at >= end) return to;
        role = roles[text.charCodeAt(at)] ?? 0;
        if (role !== 0) break;
        at += 2;
        if (at >= end) return to;
        role = roles[text.charCodeAt(at)] ?? 0;
        if (role !== 0) break;
        at += 2;
        if (at >= end) return to;
        role = roles[text.charCodeAt(at)] ?? 0;
        if (role !== 0) break;
        at += 2;
        if (at >= end) return to;
        role = roles[text.charCodeAt(at)] ?? 0;
        if (role !== 0) break;
        at += 2;
      }
      // Whether this can be second and the one before it first, in one question: each alone is a coin toss.
      if (((roles[text.charCodeAt(at - 1)] ?? 0) & (role >> 1)) === 0) continue;
      const code = codes[text.charCodeAt(at - 1)] ?? 0;
      if ((code - 1) >>> 0 >= specialFirst) continue;
      const nextCode = codes[text.charCodeAt(at)] ?? 0;
      if (code === specialFirst || (nextCode - specialFirst) >>> 0 <= 1) return at - 1;
      const state = (pairBases[code] ?? 0) + nextCode;
      if (pairChecks[state] === nextCode) {
        pairState = state;
        return at - 1;
      }
    }
  }

  /**
   * Notes the longest of the candidates at a start that stands.
   *
   * @returns where to go on
   */
  function settle(text: string, start: number, count: number, options: SearchOptions): number {
    const { judge, judgeAll, insteadOf } = options;
    for (let candidate = count - 1; candidate >= 0; candidate--) {
      const end = ends[candidate] ?? 0;
      const value = values[candidate] ?? 0;
      const verdict = judgeAll || (value & 1) === 1 ? judge(text, start, end, value >> 1) : value & ~1;
      if (verdict === REJECTED) continue;
      const next = end + (verdict & 1);
      if (insteadOf !== undefined && start === insteadOf.start && next >= insteadOf.end) continue;
      if (size + 3 > found.length) found = enlarge(found, 2 * found.length);
      found[size] = start;
      found[size + 1] = next;
      found[size + 2] = verdict >> 1;
      size += 3;
      return next;
    }
    return start + 1;
  }

  function nextStart(text: string, from: number, to: number): number {
    return way === 'seconds' ? skipToStart(text, from, to) : findStart(text, from, to);
  }

  function searchFrom(text: string, first: number, to: number, options: SearchOptions): void {
    let start = first;
    while (start < to) {
      const count = pairState === 0 ? walk(text, start, to) : walkOn(text, pairState, start + 2, to);
      pairState = 0;
      start = nextStart(text, settle(text, start, count, options), to);
    }
  }

  function searchStretches(text: string, from: number, to: number, options: SearchOptions): void {
    let next = from;
    for (let first = from; first < to; first = Math.max(next, first + stretch)) {
      const places = gather(text, first, to);
      for (let place = 0; place < places; place++) {
        const start = startAt(place);
        if (start < next) continue;
        const count = walkFrom(text, place, to);
        if (count > 0) next = settle(text, start, count, options);
      }
    }
  }

  function search(text: string, options: SearchOptions): number {
    size = 0;
    let from = 0;
    let to = text.length;
    if (options.within !== undefined) {
      from = options.within.start;
      to = options.within.end;
    }
    if (way === 'stretches') searchStretches(text, from, to, options);
    else {
      const start = nextStart(text, from, to);
      // Apart, since most texts have none.
      if (start < to) searchFrom(text, start, to, options);
    }
    return size / 3;
  }

  return {
    search,
    get found() {
      return found;
    },
  };
}
