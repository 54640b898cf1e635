import type { Span } from '@/lib/text/span';
import { listPairs, listSeconds } from './second-characters';
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
  /** Leaves out a match of all of `within`: what is inside it, not it itself. */
  inner?: boolean;
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
 * With at most so many characters that can come second in a pattern, most second characters rule out two
 * starts at once, and looking at them first pays. Measured: with 60 it takes three fifths of the time, with 150
 * nine tenths, with 200 as long, with 300 a quarter more.
 */
const MOST_SECONDS_TO_SKIP = 160;

/** Makes a matcher with buffers of its own: one search at a time. */
export function createMatcher(trie: Trie): Matcher {
  const seconds = listSeconds(trie);
  const skips = seconds.count <= MOST_SECONDS_TO_SKIP && !seconds.hasSingles && !seconds.hasLongFirsts;
  const { pairBases, pairChecks } = listPairs(trie);
  const { ends, values, walk, walkOn } = createWalker(trie, pairChecks);
  const { roles } = seconds;
  const { codes, firstCodes } = trie.alphabet;
  const specialFirst = firstCodes + 1;
  const slots = trie.check.length;
  let found = new Int32Array(3 * 64);
  /** The state that the two characters at a start have led to; 0 if the walk has to begin at the first, and once it has begun. */
  let pairState = 0;

  /**
   * The next place from `start` on where a pattern may begin: the first two characters allow it. `to` if
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
        pairState = state < slots ? state : 0;
        return next - 1;
      }
      if ((nextCode - specialFirst) >>> 0 <= 1) {
        if (code !== 0 && code <= firstCodes) return next - 1;
        if (nextCode === specialFirst) return next;
      }
      code = nextCode;
    }
    return seconds.hasSingles && code !== 0 && code <= firstCodes ? to - 1 : to;
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

  function note(at: number, start: number, end: number, form: number): void {
    if (at + 3 > found.length) {
      const larger = new Int32Array(found.length * 2);
      larger.set(found);
      found = larger;
    }
    found[at] = start;
    found[at + 1] = end;
    found[at + 2] = form;
  }

  function search(text: string, options: SearchOptions): number {
    let from = 0;
    let to = text.length;
    if (options.within !== undefined) {
      from = options.within.start;
      to = options.within.end;
    }
    const start = skips ? skipToStart(text, from, to) : findStart(text, from, to);
    return start < to ? searchFrom(text, start, options) : 0;
  }

  /** The rest of `search`, for texts that may have a match at all. */
  function searchFrom(
    text: string,
    first: number,
    { judge, judgeAll, within, inner = false }: SearchOptions,
  ): number {
    const from = within === undefined ? 0 : within.start;
    const to = within === undefined ? text.length : within.end;
    let size = 0;
    let start = first;
    while (start < to) {
      let count = 0;
      if (pairState === 0) count = walk(text, start, to);
      else {
        count = walkOn(text, pairState, start + 2, to);
        pairState = 0;
      }
      if (inner && count > 0 && start === from && ends[count - 1] === to) count--;
      let next = start + 1;
      while (count > 0) {
        count--;
        const end = ends[count] ?? 0;
        const value = values[count] ?? 0;
        const verdict = judgeAll || (value & 1) === 1 ? judge(text, start, end, value >> 1) : value & ~1;
        if (verdict === REJECTED) continue;
        next = end + (verdict & 1);
        note(size, start, next, verdict >> 1);
        size += 3;
        break;
      }
      start = skips ? skipToStart(text, next, to) : findStart(text, next, to);
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
