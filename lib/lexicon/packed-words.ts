import { ByteReader, ByteWriter } from './byte-numbers';
import { packPairs, readPairs, type WordPair, type WordPairs } from './word-pairs';

/**
 * The words of the lexicon as bytes. They are a tree of characters, level by level; the nodes of a level
 * in the order of their parents, siblings in the order of their codes. After a header of four
 * little-endian words (magic, nodes, words, pairs) come five columns, each compressing well:
 *
 * - of each node: how many children (variable-length number)
 * - of each node but the root: its code unit, as the distance from the sibling before (variable length)
 * - of each node: the cost of the word that ends there, one byte; 0 for none
 * - of each node: one byte of flags: what of a place ends there, and whether the word there is one of a pair
 * - of each pair of words: their nodes, and how much the pair saves (`word-pairs.ts`)
 */

/** Rarer words and longer ones add size and tell nothing more (`docs/matching.md` has the figures). */
export const LEAST_FREQUENCY = 10;
export const LONGEST_WORD = 4;

/** A word costs −ln(its frequency ÷ all) in these steps: whole numbers are alike in every browser. */
export const STEPS_PER_NAT = 20;

/** A place with its kind ends at a node: 巴城镇. */
export const PLACE = 1;
/** What such a place is called without its kind ends there: 巴城. */
export const PLACE_NAME = 2;
/** The word of a node is the first of a pair of words, or the second. */
export const LEADS = 4;
export const FOLLOWS = 8;

/** "PZL" and the version of the format. */
const MAGIC = 0x034c5a50;
const HEADER_BYTES = 16;

/** Stored costs begin here: no word is as frequent as one in twenty. */
const FREE_STEPS = 3 * STEPS_PER_NAT;

/** The tree, unpacked. Children of node n are at [firstChild[n], firstChild[n + 1]). Node 0 is the root. */
export interface WordTree {
  readonly wordCount: number;
  readonly units: Uint16Array;
  readonly firstChild: Uint32Array;
  /** In steps; 0 where no word ends. */
  readonly costs: Uint16Array;
  /** `PLACE`, `PLACE_NAME`, `LEADS` and `FOLLOWS`, added. A place need be no word. */
  readonly flags: Uint8Array;
  readonly pairs: WordPairs;
}

interface Node {
  children: Map<number, Node>;
  cost: number;
  flags: number;
}

/** The node of a string below a node; made if it is not there. */
function reach(from: Node, units: string): Node {
  let node = from;
  for (let at = 0; at < units.length; at++) {
    const unit = units.charCodeAt(at);
    const child: Node = node.children.get(unit) ?? { children: new Map(), cost: 0, flags: 0 };
    node.children.set(unit, child);
    node = child;
  }
  return node;
}

/** The node of a string below a node, if it is there. */
function findNode(from: Node, units: string): Node | undefined {
  let node: Node | undefined = from;
  for (let at = 0; at < units.length; at++) node = node?.children.get(units.charCodeAt(at));
  return node;
}

/** What a lexicon knows besides how frequent words are. */
export interface Additions {
  /** Names of places, each with its kind as its last unit (巴城镇). */
  places?: Iterable<string>;
  /** Words, the one after them, and which share of what follows the first is the second. Of words that are not there none is kept. */
  pairs?: Iterable<{ first: string; second: string; share: number }>;
}

/**
 * Packs words of at most `LONGEST_WORD` folded code units. Done in the build.
 *
 * @param total the frequencies of all words, also of those left out
 */
export function packWords(
  frequencies: ReadonlyMap<string, number>,
  total: number,
  { places = [], pairs = [] }: Additions = {},
): Uint8Array {
  const root: Node = { children: new Map(), cost: 0, flags: 0 };
  for (const [word, frequency] of frequencies) {
    const steps = Math.round(Math.log(total / frequency) * STEPS_PER_NAT) - FREE_STEPS;
    reach(root, word).cost = Math.min(255, Math.max(1, steps));
  }
  for (const place of places) {
    const name = reach(root, place.slice(0, -1));
    name.flags |= PLACE_NAME;
    reach(name, place.slice(-1)).flags |= PLACE;
  }
  const counts = new ByteWriter();
  const units = new ByteWriter();
  const costs: number[] = [];
  const queue = [root];
  const numbers = new Map<Node, number>();
  for (const node of queue) {
    numbers.set(node, numbers.size);
    counts.add(node.children.size);
    costs.push(node.cost);
    let previous = 0;
    for (const [unit, child] of [...node.children].sort(([a], [b]) => a - b)) {
      units.add(unit - previous);
      previous = unit;
      queue.push(child);
    }
  }
  const found: WordPair[] = [];
  for (const { first, second, share } of pairs) {
    const [before, after] = [findNode(root, first), findNode(root, second)];
    if (!before?.cost || !after?.cost) continue;
    const gain = after.cost + FREE_STEPS + Math.round(Math.log(share) * STEPS_PER_NAT);
    if (gain <= 0) continue;
    before.flags |= LEADS;
    after.flags |= FOLLOWS;
    found.push({
      first: numbers.get(before) ?? 0,
      second: numbers.get(after) ?? 0,
      gain: Math.min(255, gain),
    });
  }
  const flags = queue.map((node) => node.flags);
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, queue.length, true);
  view.setUint32(8, frequencies.size, true);
  view.setUint32(12, found.length, true);
  return Uint8Array.from([
    ...header,
    ...counts.bytes,
    ...units.bytes,
    ...costs,
    ...flags,
    ...packPairs(found),
  ]);
}

/**
 * Unpacks what `packWords` made: some milliseconds.
 *
 * @throws {RangeError} if the bytes are something else or cut off
 */
export function unpackWords(packed: ArrayBuffer): WordTree {
  const bytes = new Uint8Array(packed);
  if (bytes.length < HEADER_BYTES) throw new RangeError(`A lexicon of ${bytes.length} bytes`);
  const view = new DataView(packed);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError('Not a lexicon of this version');
  const nodes = view.getUint32(4, true);
  if (nodes > bytes.length) throw new RangeError(`${nodes} nodes in ${bytes.length} bytes`);
  const reader = new ByteReader(bytes, HEADER_BYTES);
  const firstChild = new Uint32Array(nodes + 1);
  let next = 1;
  for (let node = 0; node < nodes; node++) {
    firstChild[node] = next;
    next += reader.next();
  }
  firstChild[nodes] = next;
  if (reader.at > bytes.length) throw new RangeError('The lexicon is cut off');
  if (next !== nodes) throw new RangeError(`${next} nodes are named, ${nodes} are there`);
  const units = new Uint16Array(nodes);
  let node = 1;
  for (let parent = 0; parent < nodes; parent++) {
    const end = firstChild[parent + 1] ?? 0;
    for (let unit = 0; node < end; node++) {
      unit += reader.next();
      units[node] = unit;
    }
  }
  const { at } = reader;
  const costs = new Uint16Array(nodes);
  for (let node = 0; node < nodes; node++) {
    const cost = bytes[at + node] ?? 0;
    costs[node] = cost === 0 ? 0 : cost + FREE_STEPS;
  }
  const flags = bytes.slice(at + nodes, at + 2 * nodes);
  reader.at += 2 * nodes;
  const pairCount = view.getUint32(12, true);
  if (pairCount > bytes.length) throw new RangeError(`${pairCount} pairs in ${bytes.length} bytes`);
  const pairs = readPairs(reader, pairCount, nodes);
  if (reader.at !== bytes.length) throw new RangeError(`${bytes.length} bytes, not ${reader.at}`);
  return { wordCount: view.getUint32(8, true), units, firstChild, costs, flags, pairs };
}

/** The child of a node with a code unit; 0 if there is none. */
export function childOf({ units, firstChild }: WordTree, node: number, unit: number): number {
  let low = firstChild[node] ?? 0;
  const end = firstChild[node + 1] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  return low < end && units[low] === unit ? low : 0;
}
