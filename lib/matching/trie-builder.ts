import { characterClasses, FIRST_SPECIAL } from '@/lib/text/script';
import { type Alphabet, createAlphabet, labelOf } from './alphabet';
import type { PatternTree } from './pattern-tree';
import { SlotAllocator } from './slot-allocator';
import { FREE_SLOT, type Trie, VALUE_SLOT } from './trie';

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

/**
 * Builds the trie of the patterns of a tree, which is done with afterwards. Time linear in their code units
 * but for the search for free slots, which is bounded per state.
 *
 * @param values by number of the pattern, from 0 to 2³⁰ − 1
 */
export function buildTrie(tree: PatternTree, values: Int32Array): Trie {
  const alphabet = buildAlphabet(tree);
  const labels = new Uint16Array(0x10000);
  for (let at = 0; at < alphabet.units.length; at++) {
    const unit = alphabet.units.charCodeAt(at);
    labels[unit] = labelOf(alphabet, unit);
  }
  tree.linkChildren(labels, alphabet.units.length + 3);
  return {
    alphabet,
    longest: tree.longest,
    ...placeStates(tree, { labelCount: alphabet.units.length + 3, labels, values }),
  };
}

/** Places states breadth first, so that the first steps of all searches lie together. */
function placeStates(
  { count, units, firstChild, nextSibling, patterns }: PatternTree,
  { labelCount, labels, values }: { labelCount: number; labels: Uint16Array; values: Int32Array },
): { check: Uint16Array; base: Int32Array } {
  const slots = new SlotAllocator(Math.max(count * 1.25, labelCount + 16) | 0);
  const stateOf = new Int32Array(count);
  const queue = new Int32Array(count);
  let queued = 1;
  const childLabels: number[] = [];
  const nodeOf = new Int32Array(labelCount);
  for (let head = 0; head < queued; head++) {
    const node = queue[head] ?? 0;
    const state = stateOf[node] ?? 0;
    const pattern = patterns[node] ?? 0;
    const first = firstChild[node] ?? 0;
    if (first === 0) {
      slots.base[state] = ~(values[pattern - 1] ?? 0);
      continue;
    }
    childLabels.length = 0;
    if (pattern !== 0) childLabels.push(0);
    for (let child = first; child !== 0; child = nextSibling[child] ?? 0) {
      const label = labels[units[child] ?? 0] ?? 0;
      nodeOf[label] = child;
      childLabels.push(label);
    }
    const base = node === 0 ? 0 : slots.findBase(childLabels);
    for (const label of childLabels) {
      slots.take(base + label, label === 0 ? VALUE_SLOT : label);
      if (label === 0) continue;
      const child = nodeOf[label] ?? 0;
      stateOf[child] = base + label;
      queue[queued++] = child;
    }
    if (pattern !== 0) slots.base[base] = values[pattern - 1] ?? 0;
    slots.base[state] = base * 2 + (pattern !== 0 ? 1 : 0);
  }
  // The search reads at base + code for any code without asking: keep that inside the arrays.
  const size = slots.used + labelCount;
  const check = new Uint16Array(size).fill(FREE_SLOT);
  check.set(slots.check.subarray(0, slots.used));
  const base = new Int32Array(size);
  base.set(slots.base.subarray(0, slots.used));
  return { check, base };
}
