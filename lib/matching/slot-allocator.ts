import { enlarge } from './enlarge';
import { FREE_SLOT } from './trie';

/**
 * If more words than this did not fit, the next search for as many labels begins where a place was found. What is left
 * behind is filled by states with fewer children. Measured: with 512 there are a twentieth fewer slots, found in half as
 * much time again.
 */
const PATIENCE = 16;
/** One to seven labels, each number by itself; 8 to 15, 16 to 31 … 32,768 and more. */
const SIZE_CLASSES = 20;
/** Bits of a word. */
const BITS = 32;

/** The 32 bits from an offset on. */
function bitsAt(words: Int32Array, offset: number): number {
  const word = offset >>> 5;
  const shift = offset & 31;
  return ((words[word] ?? 0) >>> shift) | (((words[word + 1] ?? 0) << 1) << (31 - shift));
}

function setBit(words: Int32Array, offset: number): void {
  words[offset >>> 5] = (words[offset >>> 5] ?? 0) | (1 << (offset & 31));
}

/**
 * The growing arrays of a double array (J. Aoe, 1989). Which slots are taken is a bit each, so that 32 places are tried at
 * once; searches begin where earlier ones gave up, which keeps them near linear in practice.
 */
export class SlotAllocator {
  check = new Uint16Array(0);
  base = new Int32Array(0);
  /** A bit a slot. */
  #taken = new Int32Array(0);
  /** A bit for each base that some state has, from base −32 on: there is none below 1. */
  #usedBases = new Int32Array([-1, 1]);
  /**
   * The word where the search for places begins, by how many labels there are: few fill the holes that many leave. All
   * from 16 on together took a quarter more slots, and longer.
   */
  readonly #cursors = new Int32Array(SIZE_CLASSES);
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
    this.#taken = enlarge(this.#taken, (size >>> 5) + 2);
    this.#usedBases = enlarge(this.#usedBases, (size >>> 5) + 3);
  }

  /** Takes a free slot. */
  take(slot: number, check: number): void {
    setBit(this.#taken, slot);
    this.check[slot] = check;
    if (slot >= this.used) this.used = slot + 1;
  }

  /** Finds a base that no state has, with a free slot at each of the first `count` labels. Labels ascend. */
  findBase(labels: Uint16Array, count: number): number {
    const lowest = labels[0] ?? 0;
    const highest = labels[count - 1] ?? 0;
    const sizeClass = Math.min(count - 1, 35 - Math.clz32(count));
    let misses = 0;
    for (let word = Math.max(this.#cursors[sizeClass] ?? 0, lowest >>> 5); ; word++) {
      // The bases for which the lowest label has the slots of this word.
      const from = word * BITS - lowest;
      const end = from + BITS + highest;
      if (end > this.check.length) this.grow(Math.max(end, 2 * this.check.length));
      const free = ~(this.#taken[word] ?? 0);
      let fits = free & ~bitsAt(this.#usedBases, from + BITS);
      for (let at = 1; fits !== 0 && at < count; at++) {
        fits &= ~bitsAt(this.#taken, from + (labels[at] ?? 0));
      }
      if (fits !== 0) {
        const base = from + 31 - Math.clz32(fits & -fits);
        setBit(this.#usedBases, base + BITS);
        if (misses > PATIENCE) this.#cursors[sizeClass] = word;
        return base;
      }
      if (free === 0 && misses === 0) this.#cursors[sizeClass] = word;
      else misses++;
    }
  }
}
