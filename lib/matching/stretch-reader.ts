import type { PairTable } from './second-characters';
import type { Trie } from './trie';
import type { Walker } from './walker';

/** Offsets in a stretch have so many bits at most; fewer if the states of a huge trie need the room. */
const MOST_OFFSET_BITS = 8;

/**
 * Reads a text by stretches: first the places of one where patterns may begin, then what begins there.
 *
 * Two characters of a text begin a pattern of a large trie at every fourth place, and a processor can't guess at
 * which: wrong guesses took most of the time. So places are gathered without a branch. Each is written down,
 * and the next one over it if it does not count. `| 0` tells the engine that a sum is a whole number.
 */
export interface StretchReader {
  /**
   * Gathers the places from `first` on, to the end of a stretch or to `to`, where the text is taken to end.
   *
   * @returns how many
   */
  gather(text: string, first: number, to: number): number;
  /** The offset of a place in the text. They ascend. */
  startAt(place: number): number;
  /** Walks from a place, as `Walker.walk`. */
  walkFrom(text: string, place: number, to: number): number;
  /** In code units. */
  readonly stretch: number;
}

/** Makes a reader with buffers of its own. What it walks over is in the walker's `ends` and `values`. */
export function createStretchReader(
  trie: Trie,
  {
    pairs,
    walker,
    hasSingles,
  }: { pairs: PairTable; walker: Walker /** Some pattern has one code unit only. */; hasSingles: boolean },
): StretchReader {
  const { base } = trie;
  const { codes, firstCodes } = trie.alphabet;
  const { pairBases, pairChecks } = pairs;
  const { walk, walkOn, ends, values } = walker;
  const slots = trie.check.length;
  const specialFirst = firstCodes + 1;
  const offsetBits = Math.min(MOST_OFFSET_BITS, Math.clz32(pairChecks.length));
  const stretch = 1 << offsetBits;
  const offsetMask = stretch - 1;
  /** Of the stretch that was gathered last: where it begins, and the codes of its units. */
  let origin = 0;
  const read = new Uint16Array(stretch + 2);
  /** Of each place: its offset from the origin, and above it the state that its two characters lead to, if any. */
  const places = new Int32Array(stretch + 1);

  function gather(text: string, first: number, to: number): number {
    const from = first | 0;
    origin = from;
    const size = Math.min(to - from, stretch + 1) | 0;
    let count = 0;
    let code = codes[text.charCodeAt(from)] ?? 0;
    if (code === specialFirst) places[count++] = 0;
    for (let at = 1; at < size; at++) {
      const nextCode = codes[text.charCodeAt(from + at)] ?? 0;
      read[at] = nextCode;
      const state = ((pairBases[code] ?? 0) + nextCode) | 0;
      places[count] = (state << offsetBits) | (at - 1);
      count = (count + isEqual(pairChecks[state] ?? 0, nextCode)) | 0;
      if (isSpecial(nextCode)) {
        if (code !== 0 && code <= firstCodes && pairChecks[state] !== nextCode) places[count++] = at - 1;
        if (nextCode === specialFirst && at < stretch) places[count++] = at;
      }
      code = nextCode;
    }
    // As if something special came behind it: walks that get here have to look at the text.
    read[size] = specialFirst;
    if (size <= stretch && hasSingles && code !== 0 && code <= firstCodes) places[count++] = size - 1;
    return sift(count);
  }

  /** Keeps the places where a pattern has two characters or goes on with the third. */
  function sift(count: number): number {
    let kept = 0;
    for (let place = 0; place < count; place++) {
      const packed = places[place] ?? 0;
      const state = packed >>> offsetBits;
      places[kept] = packed;
      if (!hasState(state)) {
        kept++;
        continue;
      }
      const word = base[state] ?? 0;
      const isLeaf = word >>> 31;
      const code = read[(packed & offsetMask) + 2] ?? 0;
      // A leaf has no children: look anywhere.
      const next = ((word >>> 1) + code) & (isLeaf - 1);
      const goesOn = isSpecial(code) ? 1 : isLeaf | (word & 1) | isEqual(pairChecks[next] ?? 0, code);
      kept = (kept + goesOn) | 0;
    }
    return kept;
  }

  /** 1 if two codes are equal, else 0; without a branch. */
  function isEqual(one: number, other: number): number {
    return ((one ^ other) - 1) >>> 31;
  }

  function isSpecial(code: number): boolean {
    return (code - specialFirst) >>> 0 <= 1;
  }

  /** Whether two characters have led to a state of the trie: not if the first is a pattern, or either is special. */
  function hasState(state: number): boolean {
    return (state - 1) >>> 0 < slots - 1;
  }

  function startAt(place: number): number {
    return origin + ((places[place] ?? 0) & offsetMask);
  }

  function walkFrom(text: string, place: number, to: number): number {
    const packed = places[place] ?? 0;
    const start = packed & offsetMask;
    const pairState = packed >>> offsetBits;
    if (!hasState(pairState)) return walk(text, origin + start, to);
    let state = pairState;
    let at = start + 2;
    let count = 0;
    for (;;) {
      const word = base[state] ?? 0;
      if (word < 0) {
        ends[count] = origin + at;
        values[count] = ~word;
        return count + 1;
      }
      const stateBase = word >>> 1;
      if ((word & 1) === 1) {
        ends[count] = origin + at;
        values[count] = base[stateBase] ?? 0;
        count++;
      }
      const code = read[at] ?? 0;
      state = stateBase + code;
      if (pairChecks[state] !== code) {
        // Noise may follow, or what has not been read: once more, looking at the text.
        return isSpecial(code) ? walkOn(text, pairState, origin + start + 2, to) : count;
      }
      at++;
    }
  }

  return { gather, startAt, walkFrom, stretch };
}
