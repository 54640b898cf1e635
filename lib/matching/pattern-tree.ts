/**
 * Patterns as a tree of nodes, the stage before the double array. Node 0 is the root. Children are found by
 * hashing parent and unit while patterns come in, and linked into lists when all are there. Time linear in
 * their code units; 24 to 30 bytes for each, and 256 kB.
 */
export class PatternTree {
  /** Nodes. */
  count = 1;
  /** Distinct patterns. */
  patternCount = 0;
  /** Code units of the longest pattern. */
  longest = 0;
  readonly units: Uint16Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  readonly parents: Int32Array;
  /** Of each node: number of the pattern that ends there, plus 1; 0 where none does. */
  readonly patterns: Int32Array;
  /** First characters have a table: the first step of all patterns is the one most often taken. */
  readonly #firsts = new Int32Array(0x10000);
  readonly #buckets: Int32Array;
  readonly #mask: number;

  /** @param units the code units of all patterns together, at most */
  constructor(units: number) {
    const capacity = units + 1;
    this.units = new Uint16Array(capacity);
    this.firstChild = new Int32Array(capacity);
    this.nextSibling = new Int32Array(capacity);
    this.parents = new Int32Array(capacity);
    this.patterns = new Int32Array(capacity);
    const buckets = 2 ** Math.ceil(Math.log2(capacity * 1.5 + 16));
    this.#buckets = new Int32Array(buckets);
    this.#mask = buckets - 1;
  }

  /** Adds a pattern, not empty. Gives its number: patterns are numbered as they come, from 0; equal ones alike. */
  add(pattern: string): number {
    const first = pattern.charCodeAt(0);
    let node = this.#firsts[first] ?? 0;
    if (node === 0) {
      node = this.#create(0, first);
      this.#firsts[first] = node;
    }
    for (let at = 1; at < pattern.length; at++) node = this.#step(node, pattern.charCodeAt(at));
    const known = this.patterns[node] ?? 0;
    if (known !== 0) return known - 1;
    if (pattern.length > this.longest) this.longest = pattern.length;
    this.patterns[node] = this.patternCount + 1;
    return this.patternCount++;
  }

  #create(parent: number, unit: number): number {
    const node = this.count++;
    this.parents[node] = parent;
    this.units[node] = unit;
    return node;
  }

  #step(parent: number, unit: number): number {
    let bucket = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
    for (bucket &= this.#mask; ; bucket = (bucket + 1) & this.#mask) {
      const node = this.#buckets[bucket] ?? 0;
      if (node === 0) break;
      if (this.parents[node] === parent && this.units[node] === unit) return node;
    }
    const node = this.#create(parent, unit);
    this.#buckets[bucket] = node;
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
    for (let label = 0; label < labelCount; label++) {
      ends[label + 1] = (ends[label + 1] ?? 0) + (ends[label] ?? 0);
    }
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
