import { characterLength, foldAt } from '@/lib/text/fold';
import { crossGap, NO_GAP } from '@/lib/text/gap';
import { SEPARATOR } from '@/lib/text/normalize';
import { labelOf } from './alphabet';
import type { Trie } from './trie';

/** Follows patterns of a trie from a place in a text on, over noise. */
export interface Walker {
  /**
   * Walks from a start as far as patterns go and notes where some end: in `ends` and `values`, shorter
   * ones first. Looks at nothing from `to` on. Time: at most the longest pattern × 80 code units of noise.
   *
   * @returns how many
   */
  walk(text: string, start: number, to: number): number;
  /** The same from an offset on where some characters have led to a state already. */
  walkOn(text: string, state: number, offset: number, to: number): number;
  readonly ends: Int32Array;
  readonly values: Int32Array;
}

/**
 * Makes a walker with buffers of its own.
 *
 * @param check the trie's, or a longer copy that other searching keeps in the processor's cache anyway
 */
export function createWalker(trie: Trie, check: Uint16Array): Walker {
  const { base, alphabet } = trie;
  const { codes } = alphabet;
  const specialFirst = alphabet.firstCodes + 1;
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
      // No label and a leaf's negative base lead to no slot with that label: see `Trie`.
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
      if (check[state] !== separatorLabel) return 0;
      nextBase = (base[state] ?? -1) >> 1;
    }
    return stepCharacter(text, gap >>> 1, nextBase);
  }

  function walk(text: string, start: number, to: number): number {
    const code = codes[text.charCodeAt(start)] ?? 0;
    if (code !== specialFirst) return walkOn(text, code, start + 1, to);
    const state = stepCharacter(text, start, 0);
    return state === 0 ? 0 : walkOn(text, state, resumeAt, to);
  }

  function walkOn(text: string, from: number, offset: number, to: number): number {
    let count = 0;
    let state = from;
    let at = offset;
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

  return { walk, walkOn, ends, values };
}
