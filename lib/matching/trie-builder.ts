import { characterClasses, FIRST_SPECIAL } from '@/lib/text/script';
import { type Alphabet, createAlphabet, labelOf } from './alphabet';
import { FREE_SLOT, type Trie, VALUE_SLOT } from './trie';

/**
 * If more free slots than this did not fit, the next search for as many labels begins where a place was
 * found. What is left behind is filled by states with fewer children.
 */
const PATIENCE = 32;
/** States with one child, with two … with this many or more are placed each from a cursor of their own. */
const MOST_CLASSES = 16;

/** The patterns as a tree of nodes with lists of children, the stage before the double array. Node 0 is the root. */
class PatternTree {
  count = 1;
  units: Uint16Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  /** −1 where no pattern ends. */
  values: Int32Array;
  parents: Int32Array;
  #buckets: Int32Array;
  readonly #mask: number;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.firstChild = new Int32Array(capacity);
    this.nextSibling = new Int32Array(capacity);
    this.values = new Int32Array(capacity).fill(-1);
    this.parents = new Int32Array(capacity);
    const buckets = 2 ** Math.ceil(Math.log2(capacity * 1.5 + 16));
    this.#buckets = new Int32Array(buckets);
    this.#mask = buckets - 1;
  }

  add(pattern: string, value: number): void {
    let node = 0;
    for (let at = 0; at < pattern.length; at++) node = this.#step(node, pattern.charCodeAt(at));
    this.values[node] = value;
  }

  #step(parent: number, unit: number): number {
    let bucket = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
    for (bucket &= this.#mask; ; bucket = (bucket + 1) & this.#mask) {
      const node = this.#buckets[bucket] ?? 0;
      if (node === 0) break;
      if (this.parents[node] === parent && this.units[node] === unit) return node;
    }
    const node = this.count++;
    this.#buckets[bucket] = node;
    this.parents[node] = parent;
    this.units[node] = unit;
    return node;
  }

  /** Makes the lists of children, each in the order of its labels (a counting sort). */
  linkChildren(labels: Uint16Array, labelCount: number): void {
    const { count, units, parents } = this;
    const ends = new Int32Array(labelCount + 1);
    for (let node = 1; node < count; node++) {
      const label = labels[units[node] ?? 0] ?? 0;
      ends[label + 1] = (ends[label + 1] ?? 0) + 1;
    }
    for (let label = 0; label < 0x10000; label++)
      ends[label + 1] = (ends[label + 1] ?? 0) + (ends[label] ?? 0);
    const sorted = new Int32Array(count);
    for (let node = 1; node < count; node++) {
      const label = labels[units[node] ?? 0] ?? 0;
      sorted[ends[label] ?? 0] = node;
      ends[label] = (ends[label] ?? 0) + 1;
    }
    for (let at = count - 2; at >= 0; at--) {
      const node = sorted[at] ?? 0;
      const parent = parents[node] ?? 0;
      this.nextSibling[node] = this.firstChild[parent] ?? 0;
      this.firstChild[parent] = node;
    }
  }
}

/** Frequent characters get low codes: what a search touches most then lies together. */
function buildAlphabet(tree: PatternTree): Alphabet {
  const frequency = new Uint32Array(0x10000);
  const firsts = new Set<number>();
  const units: number[] = [];
  for (let node = 1; node < tree.count; node++) {
    const unit = tree.units[node] ?? 0;
    const before = frequency[unit] ?? 0;
    if (before === 0) units.push(unit);
    frequency[unit] = before + 1;
    if (tree.parents[node] === 0) firsts.add(unit);
  }
  const rank = (unit: number): number => {
    if ((characterClasses[unit] ?? 0) >= FIRST_SPECIAL) return 2;
    return firsts.has(unit) ? 0 : 1;
  };
  units.sort((a, b) => rank(a) - rank(b) || (frequency[b] ?? 0) - (frequency[a] ?? 0) || a - b);
  return createAlphabet(String.fromCharCode(...units), {
    firstCodes: units.filter((unit) => rank(unit) === 0).length,
    specialFirsts: String.fromCharCode(...[...firsts].filter((unit) => rank(unit) === 2)),
  });
}

/** The free slots of the growing arrays, as a list in order of place. */
class SlotAllocator {
  check = new Uint16Array(0).fill(FREE_SLOT);
  base = new Int32Array(0);
  #next = new Int32Array(0);
  #previous = new Int32Array(0);
  #usedBases = new Uint8Array(0);
  /** Where the search for places begins, by how many labels there are: few fill the holes that many leave. */
  readonly #cursors = new Int32Array(MOST_CLASSES);
  #last = 0;
  used = 0;

  constructor(size: number) {
    this.#grow(size);
  }

  #grow(size: number): void {
    const from = this.check.length;
    const check = new Uint16Array(size).fill(FREE_SLOT, from);
    check.set(this.check);
    this.check = check;
    const enlarge = <T extends Int32Array | Uint8Array>(into: T, old: T): T => {
      into.set(old);
      return into;
    };
    this.base = enlarge(new Int32Array(size), this.base);
    this.#next = enlarge(new Int32Array(size), this.#next);
    this.#previous = enlarge(new Int32Array(size), this.#previous);
    this.#usedBases = enlarge(new Uint8Array(size), this.#usedBases);
    // Slot 0 is the root and the head of the list.
    for (let slot = Math.max(from, 1); slot < size; slot++) {
      this.#previous[slot] = this.#last;
      this.#next[this.#last] = slot;
      this.#last = slot;
    }
    this.#next[this.#last] = 0;
  }

  /** Takes a free slot. */
  take(slot: number, check: number): void {
    const previous = this.#previous[slot] ?? 0;
    const next = this.#next[slot] ?? 0;
    this.#next[previous] = next;
    if (next === 0) this.#last = previous;
    else this.#previous[next] = previous;
    for (let each = 0; each < MOST_CLASSES; each++) {
      if (this.#cursors[each] === slot) this.#cursors[each] = previous;
    }
    this.check[slot] = check;
    if (slot >= this.used) this.used = slot + 1;
  }

  /** Finds a base that no state has, with a free slot at each label. Labels ascend; the last is the largest. */
  findBase(labels: readonly number[]): number {
    const lowest = labels[0] ?? 0;
    const highest = labels.at(-1) ?? 0;
    const sizeClass = Math.min(labels.length, MOST_CLASSES) - 1;
    let misses = 0;
    let slot = this.#next[this.#cursors[sizeClass] ?? 0] ?? 0;
    for (; ; slot = this.#next[slot] ?? 0) {
      if (slot === 0 || slot - lowest + highest >= this.check.length) {
        const wanted = Math.max(this.check.length * 2, (slot || this.check.length) + highest + 1);
        const resumeAt = slot === 0 ? this.#last : (this.#previous[slot] ?? 0);
        this.#grow(wanted);
        slot = resumeAt;
        continue;
      }
      const base = slot - lowest;
      if (base > 0 && this.#usedBases[base] === 0 && this.#fits(base, labels)) {
        this.#usedBases[base] = 1;
        if (misses > PATIENCE) this.#cursors[sizeClass] = this.#previous[slot] ?? 0;
        return base;
      }
      misses++;
    }
  }

  #fits(base: number, labels: readonly number[]): boolean {
    for (let at = 1; at < labels.length; at++) {
      if (this.check[base + (labels[at] ?? 0)] !== FREE_SLOT) return false;
    }
    return true;
  }
}

/**
 * Builds the trie of some patterns. Time linear in their code units but for the search for free slots,
 * which is bounded per state. Of equal patterns the last one's value stays.
 *
 * @param patterns normalized, not empty
 * @param values one for each, from 0 to 2³⁰ − 1
 */
export function buildTrie(patterns: readonly string[], values: ArrayLike<number>): Trie {
  let capacity = 1;
  let longest = 0;
  for (const pattern of patterns) {
    capacity += pattern.length;
    longest = Math.max(longest, pattern.length);
  }
  const tree = new PatternTree(capacity);
  patterns.forEach((pattern, at) => {
    tree.add(pattern, values[at] ?? 0);
  });
  const alphabet = buildAlphabet(tree);
  const labels = new Uint16Array(0x10000);
  for (const unit of alphabet.units) labels[unit.charCodeAt(0)] = labelOf(alphabet, unit.charCodeAt(0));
  tree.linkChildren(labels, alphabet.units.length + 3);
  return { alphabet, longest, ...placeStates(tree, { alphabet, labels: labels }) };
}

/** Places states breadth first, so that the first steps of all searches lie together. */
function placeStates(
  tree: PatternTree,
  { alphabet, labels: labelsOfUnits }: { alphabet: Alphabet; labels: Uint16Array },
): { check: Uint16Array; base: Int32Array } {
  const slots = new SlotAllocator(Math.max(tree.count * 1.25, alphabet.units.length + 16) | 0);
  const stateOf = new Int32Array(tree.count);
  const queue = new Int32Array(tree.count);
  let queued = 1;
  const labels: number[] = [];
  const nodeOf = new Int32Array(alphabet.units.length + 3);
  for (let head = 0; head < queued; head++) {
    const node = queue[head] ?? 0;
    const state = stateOf[node] ?? 0;
    const value = tree.values[node] ?? -1;
    labels.length = 0;
    if (value >= 0 && node !== 0) labels.push(0);
    for (let child = tree.firstChild[node] ?? 0; child !== 0; child = tree.nextSibling[child] ?? 0) {
      const label = labelsOfUnits[tree.units[child] ?? 0] ?? 0;
      nodeOf[label] = child;
      labels.push(label);
    }
    if (tree.firstChild[node] === 0) {
      slots.base[state] = ~value;
      continue;
    }
    const base = node === 0 ? 0 : slots.findBase(labels);
    for (const label of labels) {
      slots.take(base + label, label === 0 ? VALUE_SLOT : label);
      if (label === 0) continue;
      const child = nodeOf[label] ?? 0;
      stateOf[child] = base + label;
      queue[queued++] = child;
    }
    if (value >= 0 && node !== 0) slots.base[base] = value;
    slots.base[state] = base * 2 + (value >= 0 && node !== 0 ? 1 : 0);
  }
  // The search reads at base + code for any code without asking: keep that inside the arrays.
  const size = slots.used + alphabet.units.length + 3;
  const check = new Uint16Array(size).fill(FREE_SLOT);
  check.set(slots.check.subarray(0, slots.used));
  const base = new Int32Array(size);
  base.set(slots.base.subarray(0, slots.used));
  return { check, base };
}
