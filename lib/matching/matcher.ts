import { crossGap, NO_GAP } from '@/lib/text/gap';
import { characterLength, foldAt, SEPARATOR } from '@/lib/text/normalize';
import { labelOf } from './alphabet';
import type { Trie } from './trie';

/** A judge's answer: the candidate does not stand. */
export const REJECTED = -1;

/**
 * Decides on a candidate: pattern `value` at [start, end) of the text. Answers `REJECTED`, or the form
 * to report × 2, plus 1 if the mark takes in one more code unit after the candidate (a plural's s).
 */
export type Judge = (start: number, end: number, value: number) => number;

export interface SearchOptions {
  /** Offsets between which matches lie; the whole text by default. */
  from?: number;
  to?: number;
  /** Leaves out a match of exactly [from, to): what is inside it, not it itself. */
  inner?: boolean;
  /** Asked of each candidate with an odd value, and of all with `judgeAll`. */
  judge: Judge;
  judgeAll: boolean;
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
   * longest noise); on real text linear. Allocates nothing but the result.
   *
   * @returns start, end and form of each match, one after another; offsets into `text`
   */
  search(text: string, options: SearchOptions): number[];
}

/** Makes a matcher with buffers of its own: one search at a time. */
export function createMatcher(trie: Trie): Matcher {
  const { check, base, alphabet } = trie;
  const { codes, firstCodes } = alphabet;
  const specialFirst = firstCodes + 1;
  const separatorLabel = labelOf(alphabet, SEPARATOR);
  const ends = new Int32Array(trie.longest + 1);
  const values = new Int32Array(trie.longest + 1);
  /** Where the walk goes on after `stepSpecial`. */
  let resumeAt = 0;

  /** From a state with this base over the character at an offset; 0 if no pattern goes on there. */
  function stepCharacter(text: string, at: number, stateBase: number): number {
    const folded = foldAt(text, at);
    let state = 0;
    let nextBase = stateBase;
    for (let unit = 0; unit < folded.length; unit++) {
      const label = labelOf(alphabet, folded.charCodeAt(unit));
      if (label === 0 || nextBase < 0) return 0;
      state = nextBase + label;
      if (check[state] !== label) return 0;
      nextBase = (base[state] ?? -1) >> 1;
    }
    resumeAt = at + characterLength(text, at);
    return state;
  }

  /** The same over a gap, if there is one, and the character after it. */
  function stepSpecial(text: string, at: number, stateBase: number): number {
    const gap = crossGap(text, at);
    if (gap === NO_GAP) return stepCharacter(text, at, stateBase);
    let nextBase = stateBase;
    if ((gap & 1) === 1) {
      const state = nextBase + separatorLabel;
      if (separatorLabel === 0 || check[state] !== separatorLabel) return 0;
      nextBase = (base[state] ?? -1) >> 1;
    }
    return stepCharacter(text, gap >>> 1, nextBase);
  }

  /** Walks from a start and puts the ends and values of all candidates on the stacks; returns how many. */
  function walk(text: string, start: number, to: number): number {
    let count = 0;
    let state = codes[text.charCodeAt(start)] ?? 0;
    let at = start + 1;
    if (state === specialFirst) {
      state = stepCharacter(text, start, 0);
      if (state === 0) return 0;
      at = resumeAt;
    }
    for (;;) {
      if (at > to) return count;
      const word = base[state] ?? 0;
      if (word < 0) {
        ends[count] = at;
        values[count] = ~word;
        return count + 1;
      }
      const stateBase = word >>> 1;
      if ((word & 1) === 1) {
        ends[count] = at;
        values[count] = base[stateBase] ?? 0;
        count++;
      }
      if (at >= to) return count;
      const code = codes[text.charCodeAt(at)] ?? 0;
      state = stateBase + code;
      if (check[state] === code) {
        at++;
        continue;
      }
      if ((code - specialFirst) >>> 0 > 1) return count;
      state = stepSpecial(text, at, stateBase);
      if (state === 0) return count;
      at = resumeAt;
    }
  }

  function search(text: string, options: SearchOptions): number[] {
    const { from = 0, to = text.length, inner = false, judge, judgeAll } = options;
    const found: number[] = [];
    let start = from;
    while (start < to) {
      const code = codes[text.charCodeAt(start)] ?? 0;
      if ((code - 1) >>> 0 >= specialFirst) {
        start++;
        continue;
      }
      let count = walk(text, start, to);
      if (inner && count > 0 && start === from && ends[count - 1] === to) count--;
      let next = start + 1;
      while (count > 0) {
        count--;
        const end = ends[count] ?? 0;
        const value = values[count] ?? 0;
        const verdict = judgeAll || (value & 1) === 1 ? judge(start, end, value >> 1) : value & ~1;
        if (verdict === REJECTED) continue;
        next = end + (verdict & 1);
        found.push(start, next, verdict >> 1);
        break;
      }
      start = next;
    }
    return found;
  }

  return { search };
}
