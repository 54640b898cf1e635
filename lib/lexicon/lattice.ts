import { childOf, FOLLOWS, LEADS, LONGEST_WORD, STEPS_PER_NAT } from './packed-words';
import { gainOf } from './word-pairs';
import { nodeOf, type WordSource } from './word-source';

/** Frequency of all words of jieba's dictionary together. */
export const ALL_WORDS = 60_101_964;
/** What a character costs that is no word: the rarest there could be. */
const UNKNOWN_COST = Math.round(Math.log(ALL_WORDS) * STEPS_PER_NAT);
const UNREACHED = 0x3fffffff;

/** Longest text whose arrays are kept for the next one. */
const KEPT_LENGTH = 320;

/**
 * A text's words, and the cheapest readings with each. What belongs to the word of a length at an offset stands at
 * `placeOf` both.
 */
export interface Lattice {
  /** What a word costs by itself; 0 where there is none. */
  costs: Uint16Array;
  /** Its node in the tree; 0 for a character that is no word. */
  nodes: Uint32Array;
  /** Whether it is cheaper after one that ends where it begins (`FOLLOWS`), or the next is after it (`LEADS`). */
  paired: Uint8Array;
  /** How much cheaper it is after the word of each length before it: `LONGEST_WORD` numbers a word. */
  gains: Uint8Array;
  /** Of the best reading that begins where the text does and ends with the word. */
  upTo: Int32Array;
  /** Of the best reading that begins with the word and ends where the text does. */
  fromOn: Int32Array;
  /** Of the best reading up to an offset, and from it on. */
  before: Int32Array;
  after: Int32Array;
}

function makeLattice(length: number): Lattice {
  const places = length * LONGEST_WORD;
  return {
    costs: new Uint16Array(places),
    nodes: new Uint32Array(places),
    paired: new Uint8Array(places),
    gains: new Uint8Array(places * LONGEST_WORD),
    upTo: new Int32Array(places),
    fromOn: new Int32Array(places),
    before: new Int32Array(length + 1),
    after: new Int32Array(length + 1),
  };
}

// A page has thousands of candidates: their arrays are made once. Each call fills what it reads.
const keptLattice = makeLattice(KEPT_LENGTH);

/** Where the word of a length (1 to `LONGEST_WORD`) that begins at an offset has its numbers. */
export function placeOf(offset: number, length: number): number {
  return offset * LONGEST_WORD + length - 1;
}

/** What a word costs; `undefined` for one that is not there. */
export function costOfWord(source: WordSource, word: string): number | undefined {
  return source.tree.costs[nodeOf(source, word, 0, word.length)] || undefined;
}

/** Finds the words that begin at each offset. */
function findWords({ tree, firstNodes }: WordSource, text: string): Lattice {
  const lattice = text.length <= KEPT_LENGTH ? keptLattice : makeLattice(text.length);
  const { costs, nodes } = lattice;
  costs.fill(0, 0, text.length * LONGEST_WORD);
  for (let start = 0; start < text.length; start++) {
    let node = firstNodes[text.charCodeAt(start)] ?? 0;
    // In a reading a character that is no word has a cost all the same.
    costs[placeOf(start, 1)] = tree.costs[node] || UNKNOWN_COST;
    nodes[placeOf(start, 1)] = node;
    for (let length = 2; length <= LONGEST_WORD && node !== 0 && start + length <= text.length; length++) {
      node = childOf(tree, node, text.charCodeAt(start + length - 1));
      costs[placeOf(start, length)] = tree.costs[node] ?? 0;
      nodes[placeOf(start, length)] = node;
    }
  }
  return lattice;
}

/** Finds the pairs among the words of a text. */
function findPairs({ tree }: WordSource, lattice: Lattice, length: number): void {
  const { costs, nodes, paired, gains } = lattice;
  const { flags, pairs } = tree;
  paired.fill(0, 0, length * LONGEST_WORD);
  gains.fill(0, 0, length * LONGEST_WORD * LONGEST_WORD);
  for (let place = LONGEST_WORD; place < length * LONGEST_WORD; place++) {
    const second = nodes[place] ?? 0;
    if (costs[place] === 0 || ((flags[second] ?? 0) & FOLLOWS) === 0) continue;
    const at = Math.floor(place / LONGEST_WORD);
    for (let previous = 1; previous <= LONGEST_WORD && previous <= at; previous++) {
      const other = placeOf(at - previous, previous);
      const first = nodes[other] ?? 0;
      if (costs[other] === 0 || ((flags[first] ?? 0) & LEADS) === 0) continue;
      const gain = gainOf(pairs, first, second);
      if (gain === 0) continue;
      gains[place * LONGEST_WORD + previous - 1] = gain;
      paired[place] = (paired[place] ?? 0) | FOLLOWS;
      paired[other] = (paired[other] ?? 0) | LEADS;
    }
  }
}

/** Finds the words of a folded text and their pairs. The lattice may be that of the last call, filled anew. */
export function findLattice(source: WordSource, text: string): Lattice {
  const lattice = findWords(source, text);
  findPairs(source, lattice, text.length);
  lattice.before[0] = 0;
  return lattice;
}

/** Fills `upTo` and `before` for what lies in [from, to), given those of what ends at `from` or sooner. */
export function readForward(lattice: Lattice, from: number, to: number): void {
  const { costs, paired, gains, upTo, before } = lattice;
  before.fill(UNREACHED, from + 1, to + 1);
  for (let at = from; at < to; at++) {
    for (let length = 1; length <= LONGEST_WORD && at + length <= to; length++) {
      const place = placeOf(at, length);
      const cost = costs[place] ?? 0;
      if (cost === 0) continue;
      let best = before[at] ?? UNREACHED;
      if (((paired[place] ?? 0) & FOLLOWS) !== 0) {
        for (let previous = 1; previous <= LONGEST_WORD; previous++) {
          const gain = gains[place * LONGEST_WORD + previous - 1] ?? 0;
          const other = placeOf(at - previous, previous);
          if (gain !== 0 && costs[other] !== 0) best = Math.min(best, (upTo[other] ?? 0) - gain);
        }
      }
      upTo[place] = best + cost;
      before[at + length] = Math.min(before[at + length] ?? 0, best + cost);
    }
  }
}

/** Fills `fromOn` and `after` for what lies in [from, end). */
export function readBackward(lattice: Lattice, from: number, end: number): void {
  const { costs, paired, gains, fromOn, after } = lattice;
  after[end] = 0;
  for (let at = end - 1; at >= from; at--) {
    let least = UNREACHED;
    for (let length = 1; length <= LONGEST_WORD && at + length <= end; length++) {
      const place = placeOf(at, length);
      const cost = costs[place] ?? 0;
      if (cost === 0) continue;
      const next = at + length;
      let best = after[next] ?? UNREACHED;
      if (((paired[place] ?? 0) & LEADS) !== 0) {
        for (let following = 1; following <= LONGEST_WORD; following++) {
          const other = placeOf(next, following);
          const gain = gains[other * LONGEST_WORD + length - 1] ?? 0;
          if (gain !== 0) best = Math.min(best, (fromOn[other] ?? 0) - gain);
        }
      }
      fromOn[place] = best + cost;
      least = Math.min(least, best + cost);
    }
    after[at] = least;
  }
}

/** Takes out the words that cross an offset. */
export function cutAt({ costs }: Lattice, offset: number, end: number): void {
  for (let from = Math.max(0, offset - LONGEST_WORD + 1); from < offset; from++) {
    const longest = Math.min(LONGEST_WORD, end - from);
    for (let length = offset - from + 1; length <= longest; length++) costs[placeOf(from, length)] = 0;
  }
}
