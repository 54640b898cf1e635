import { type ByteReader, ByteWriter } from './byte-numbers';

/** Two words of the lexicon that stand side by side more often than chance has it, by their nodes in the tree. */
export interface WordPair {
  first: number;
  second: number;
  /** How much less the second word costs after the first than by itself, in `STEPS_PER_NAT`; at most 255. */
  gain: number;
}

/** Such pairs, found by a hash of their nodes (open addressing). */
export interface WordPairs {
  /** By hash: one more than the number of a pair, or 0 for none. As many as a power of two, half of them free or more. */
  readonly slots: Uint32Array;
  readonly firsts: Uint32Array;
  readonly seconds: Uint32Array;
  readonly gains: Uint8Array;
}

/** Where the search for a pair begins. The factors are odd and large, so that near nodes lie apart (Knuth, TAOCP 6.4). */
function slotOf(first: number, second: number, mask: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** The pairs as bytes: of each the distance of its first node from the one before, and of its second if that is 0; then its gain. */
export function packPairs(pairs: readonly WordPair[]): number[] {
  const writer = new ByteWriter();
  let previous = { first: 0, second: 0 };
  for (const pair of [...pairs].sort((a, b) => a.first - b.first || a.second - b.second)) {
    const step = pair.first - previous.first;
    writer.add(step);
    writer.add(step === 0 ? pair.second - previous.second : pair.second);
    writer.add(pair.gain);
    previous = pair;
  }
  return writer.bytes;
}

/**
 * Reads what `packPairs` made.
 *
 * @param nodes how many the tree has
 * @throws {RangeError} if a pair is of a node that is not there
 */
export function readPairs(reader: ByteReader, count: number, nodes: number): WordPairs {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  const [firsts, seconds, gains] = [new Uint32Array(count), new Uint32Array(count), new Uint8Array(count)];
  const mask = slots.length - 1;
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < count; pair++) {
    const step = reader.next();
    first += step;
    second = reader.next() + (step === 0 ? second : 0);
    if (first >= nodes || second >= nodes)
      throw new RangeError(`A pair of nodes ${first} and ${second} of ${nodes}`);
    firsts[pair] = first;
    seconds[pair] = second;
    gains[pair] = reader.next();
    let slot = slotOf(first, second, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = pair + 1;
  }
  return { slots, firsts, seconds, gains };
}

/** How much less the second word costs after the first; 0 if the two are no pair. */
export function gainOf({ slots, firsts, seconds, gains }: WordPairs, first: number, second: number): number {
  const mask = slots.length - 1;
  for (let slot = slotOf(first, second, mask); ; slot = (slot + 1) & mask) {
    const pair = (slots[slot] ?? 0) - 1;
    if (pair === -1) return 0;
    if (firsts[pair] === first && seconds[pair] === second) return gains[pair] ?? 0;
  }
}
