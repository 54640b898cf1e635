import { enlarge } from './enlarge';
import { FREE_SLOT } from './trie';

/**
 * If more free slots than this did not fit, the next search for as many labels begins where a place was
 * found. What is left behind is filled by states with fewer children.
 */
const PATIENCE = 32;
/** One to seven labels, each number by itself; 8 to 15, 16 to 31 … 32,768 and more. */
const SIZE_CLASSES = 20;

/**
 * The growing arrays of a double array (J. Aoe, 1989), and its free slots as a list in order of place. 15 bytes
 * a slot while it is filled; searches for free places begin where earlier ones gave up, which keeps them
 * near linear in practice.
 */
export class SlotAllocator {
  check = new Uint16Array(0).fill(FREE_SLOT);
  base = new Int32Array(0);
  #next = new Int32Array(0);
  /** Of a taken slot: what was before it when it was taken. Nothing between the two is free any more. */
  #previous = new Int32Array(0);
  #usedBases = new Uint8Array(0);
  /**
   * Where the search for places begins, by how many labels there are: few fill the holes that many leave. All from 16 on
   * together took a quarter more slots, and longer.
   */
  readonly #cursors = new Int32Array(SIZE_CLASSES);
  #last = 0;
  /** One more than the last slot taken. */
  used = 0;

  constructor(size: number) {
    this.grow(size);
  }

  /** Makes room for so many slots. */
  grow(size: number): void {
    const from = this.check.length;
    this.check = enlarge(this.check, size).fill(FREE_SLOT, from);
    this.base = enlarge(this.base, size);
    this.#next = enlarge(this.#next, size);
    this.#previous = enlarge(this.#previous, size);
    this.#usedBases = enlarge(this.#usedBases, size);
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
    this.check[slot] = check;
    if (slot >= this.used) this.used = slot + 1;
  }

  /** The slot of a cursor, or the nearest free one before it if that has been taken meanwhile. */
  #resolveCursor(sizeClass: number): number {
    let cursor = this.#cursors[sizeClass] ?? 0;
    while (cursor !== 0 && this.check[cursor] !== FREE_SLOT) cursor = this.#previous[cursor] ?? 0;
    this.#cursors[sizeClass] = cursor;
    return cursor;
  }

  /** Finds a base that no state has, with a free slot at each of the first `count` labels. Labels ascend. */
  findBase(labels: Uint16Array, count: number): number {
    const lowest = labels[0] ?? 0;
    const highest = labels[count - 1] ?? 0;
    const sizeClass = Math.min(count - 1, 35 - Math.clz32(count));
    let misses = 0;
    let slot = this.#next[this.#resolveCursor(sizeClass)] ?? 0;
    for (; ; slot = this.#next[slot] ?? 0) {
      if (slot === 0 || slot - lowest + highest >= this.check.length) {
        const wanted = Math.max(this.check.length * 2, (slot || this.check.length) + highest + 1);
        const resumeAt = slot === 0 ? this.#last : (this.#previous[slot] ?? 0);
        this.grow(wanted);
        slot = resumeAt;
        continue;
      }
      const base = slot - lowest;
      if (base > 0 && this.#usedBases[base] === 0 && this.#fits(base, labels, count)) {
        this.#usedBases[base] = 1;
        if (misses > PATIENCE) this.#cursors[sizeClass] = this.#previous[slot] ?? 0;
        return base;
      }
      misses++;
    }
  }

  #fits(base: number, labels: Uint16Array, count: number): boolean {
    for (let at = 1; at < count; at++) {
      if (this.check[base + (labels[at] ?? 0)] !== FREE_SLOT) return false;
    }
    return true;
  }
}
