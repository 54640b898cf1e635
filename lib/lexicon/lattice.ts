import type { Span } from '@/lib/text/span';
import { childOf, LEAST_FREQUENCY, LONGEST_WORD, STEPS_PER_NAT } from './packed-words';
import { LONGEST_PLACE_NAME, readPlaceName, SHORTEST_PLACE_NAME } from './place-names';
import { nodeOf, type WordSource } from './word-source';

/** The cheapest reading in which a word, or the name of a place, crosses an edge of the span. */
export interface Crossing {
  cost: number;
  word: string;
  /** Where the word begins, in the text that was weighed. */
  start: number;
}

/** Costs are −ln of the probability, in `STEPS_PER_NAT`: less is likelier. */
export interface Weighing {
  /** Of the best reading with word boundaries at both edges of the span. */
  standing: number;
  /** Of the best readings with a word across the first edge, and across the last; absent if none is. */
  crossingStart?: Crossing;
  crossingEnd?: Crossing;
  /** The span is a word of the lexicon, or a single character. */
  isWord: boolean;
  /** The span and the character after it are a word: 南美 in 南美洲. */
  isStem: boolean;
  /** The character before the span and the span are a word: 主教 in 天主教. */
  isTail: boolean;
}

/** Frequency of all words of jieba's dictionary together. */
const ALL_WORDS = 60_101_964;
/** What a character costs that is no word: the rarest there could be. */
const UNKNOWN_COST = Math.round(Math.log(ALL_WORDS) * STEPS_PER_NAT);
/** A term is a word, though maybe one that the lexicon has not seen. So is the name of a place. */
const TERM_COST = Math.round(Math.log(ALL_WORDS / LEAST_FREQUENCY) * STEPS_PER_NAT);

const UNREACHED = 0x3fffffff;

/** Longest text whose arrays are kept for the next one. */
const KEPT_LENGTH = 320;

// A page has thousands of candidates: their arrays are made once. Each call fills what it reads.
const keptWords = new Uint16Array(KEPT_LENGTH * LONGEST_WORD);
const keptBefore = new Int32Array(KEPT_LENGTH + 1);
const keptInside = new Int32Array(KEPT_LENGTH + 1);
const keptAfter = new Int32Array(KEPT_LENGTH + 1);

/** What a word costs; `undefined` for one that is not there. */
export function costOfWord(source: WordSource, word: string): number | undefined {
  return source.tree.costs[nodeOf(source, word, 0, word.length)] || undefined;
}

/** Costs of the words that begin at each offset, by length: entry offset × `LONGEST_WORD` + length − 1. */
function readWords({ tree, firstNodes }: WordSource, text: string): Uint16Array {
  const { costs } = tree;
  const size = text.length * LONGEST_WORD;
  const words = size > keptWords.length ? new Uint16Array(size) : keptWords.fill(0, 0, size);
  for (let start = 0; start < text.length; start++) {
    let node = firstNodes[text.charCodeAt(start)] ?? 0;
    // In a reading a character that is no word has a cost all the same.
    words[start * LONGEST_WORD] = costs[node] || UNKNOWN_COST;
    for (let length = 2; length <= LONGEST_WORD && node !== 0 && start + length <= text.length; length++) {
      node = childOf(tree, node, text.charCodeAt(start + length - 1));
      words[start * LONGEST_WORD + length - 1] = costs[node] ?? 0;
    }
  }
  return words;
}

/** Room for so many numbers. */
function roomIn(kept: Int32Array, count: number): Int32Array {
  return count > kept.length ? new Int32Array(count) : kept;
}

/** Cost of the best reading of [from, offset) for each offset up to `to`. */
function readForward(words: Uint16Array, from: number, to: number, kept: Int32Array): Int32Array {
  const best = roomIn(kept, to - from + 1);
  best[0] = 0;
  for (let at = from + 1; at <= to; at++) {
    let least = UNREACHED;
    for (let start = at - 1; start >= from && start >= at - LONGEST_WORD; start--) {
      const cost = words[start * LONGEST_WORD + at - start - 1] ?? 0;
      if (cost !== 0) least = Math.min(least, (best[start - from] ?? UNREACHED) + cost);
    }
    best[at - from] = least;
  }
  return best;
}

/** Cost of the best reading of [offset, end of text) for each offset from `from`. */
function readBackward(words: Uint16Array, from: number, end: number): Int32Array {
  const best = roomIn(keptAfter, end - from + 1);
  best[end - from] = 0;
  for (let at = end - 1; at >= from; at--) {
    let least = UNREACHED;
    for (let length = 1; length <= LONGEST_WORD && at + length <= end; length++) {
      const cost = words[at * LONGEST_WORD + length - 1] ?? 0;
      if (cost !== 0) least = Math.min(least, cost + (best[at - from + length] ?? UNREACHED));
    }
    best[at - from] = least;
  }
  return best;
}

/** The cheaper crossing; the first if they cost the same. */
function cheaperOf(one: Crossing | undefined, other: Crossing | undefined): Crossing | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.cost < one.cost ? other : one;
}

/**
 * See `Lexicon.weigh`. Words that hold the whole span and more do not count as crossing it: 江北 in 江北区
 * is a part, not a mistake. But a place is a name and a kind: 巴城 crosses the start of 城镇 in 巴城镇.
 */
export function weighSpan(source: WordSource, text: string, { start, end }: Span): Weighing {
  const words = readWords(source, text);
  const wordCost = (from: number, to: number): number => {
    const known = from >= 0 && to - from <= LONGEST_WORD;
    return known ? (words[from * LONGEST_WORD + to - from - 1] ?? 0) : 0;
  };
  const before = readForward(words, 0, end, keptBefore);
  const after = readBackward(words, start, text.length);
  const inside = readForward(words, start, end, keptInside);
  /** The cheapest crossing by a word that begins and ends in these ranges, bounds included. */
  const findCrossing = (starts: [number, number], ends: [number, number]): Crossing | undefined => {
    let least: Crossing | undefined;
    for (let from = Math.max(0, starts[0]); from <= starts[1]; from++) {
      for (let to = Math.max(ends[0], from + 2); to <= Math.min(ends[1], from + LONGEST_WORD); to++) {
        const word = wordCost(from, to);
        if (word === 0) continue;
        const cost = (before[from] ?? 0) + word + (after[to - start] ?? 0);
        if (least === undefined || cost < least.cost)
          least = { cost, word: text.slice(from, to), start: from };
      }
    }
    return least;
  };
  /** The cheapest crossing of the first edge by the name of a place whose kind is in the span. */
  const findPlaceCrossing = (): Crossing | undefined => {
    let least: Crossing | undefined;
    for (let from = Math.max(0, start - LONGEST_PLACE_NAME + 1); from < start; from++) {
      const first = Math.max(start + 1, from + SHORTEST_PLACE_NAME);
      for (let to = first; to <= Math.min(end - 1, from + LONGEST_PLACE_NAME); to++) {
        const read = readPlaceName(source, text, from, to);
        if (read === undefined) continue;
        // A place of the lists is one word, another is a name and its kind.
        const past = read === 'place' ? to + 1 : to;
        const cost = (before[from] ?? 0) + TERM_COST + (after[past - start] ?? 0);
        least = cheaperOf(least, { cost, word: text.slice(from, to), start: from });
      }
    }
    return least;
  };
  const term = Math.min(TERM_COST, inside[end - start] ?? UNREACHED);
  const weighing: Weighing = {
    standing: (before[start] ?? 0) + term + (after[end - start] ?? 0),
    isWord: wordCost(start, end) !== 0,
    isStem: wordCost(start, end + 1) !== 0,
    isTail: wordCost(start - 1, end) !== 0,
  };
  const wordAcross = findCrossing([start - LONGEST_WORD + 1, start - 1], [start + 1, end - 1]);
  const crossingStart = cheaperOf(wordAcross, findPlaceCrossing());
  const crossingEnd = findCrossing([start + 1, end - 1], [end + 1, text.length]);
  if (crossingStart !== undefined) weighing.crossingStart = crossingStart;
  if (crossingEnd !== undefined) weighing.crossingEnd = crossingEnd;
  return weighing;
}
