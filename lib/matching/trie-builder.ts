import { SlotAllocator } from './slot-allocator';
import type { SortedPatterns } from './sorted-patterns';
import { type Trie, VALUE_SLOT } from './trie';

/**
 * Builds the trie of sorted patterns. Time linear in their code units but for the search for free slots, which is
 * bounded per state.
 *
 * @param values by place among the sorted patterns, from 0 to 2³⁰ − 1
 */
export function buildTrie(patterns: SortedPatterns, values: Int32Array): Trie {
  const { alphabet, longest } = patterns;
  return { alphabet, longest, ...placeStates(patterns, values) };
}

/** States with the same number of characters before them: the patterns that go through each, [first, end). */
interface Level {
  size: number;
  first: Int32Array;
  end: Int32Array;
  state: Int32Array;
}

function makeLevel(capacity: number): Level {
  return {
    size: 0,
    first: new Int32Array(capacity),
    end: new Int32Array(capacity),
    state: new Int32Array(capacity),
  };
}

/**
 * Places states breadth first, so that the first steps of all searches lie together. By functions that are called for each
 * state: those an engine soon compiles. One that is called once, with loops in loops, it hardly does before the work is done.
 */
function placeStates(
  { count, labelCount, labels, from, to }: SortedPatterns,
  values: Int32Array,
): { check: Uint16Array; base: Int32Array } {
  const slots = new SlotAllocator(labels.length + labelCount);
  let [level, nextLevel] = [makeLevel(count), makeLevel(count)];
  // Of the children of a state: their labels, 0 for the value of a pattern that ends here; and their first pattern.
  const childLabels = new Uint16Array(labelCount);
  const childFirsts = new Int32Array(labelCount + 1);

  /** Lists the children of a state with `depth` characters before them and the patterns [first, end). Gives their number. */
  function listChildren(first: number, end: number, depth: number): number {
    let children = 0;
    let before = -1;
    for (let pattern = first; pattern < end; pattern++) {
      const at = (from[pattern] ?? 0) + depth;
      const label = at === to[pattern] ? 0 : (labels[at] ?? 0);
      if (label === before) continue;
      before = label;
      childLabels[children] = label;
      childFirsts[children++] = pattern;
    }
    childFirsts[children] = end;
    return children;
  }

  /** Finds slots for the children of a state with `depth` characters before it and the patterns [first, end). */
  function placeChildren(state: number, first: number, end: number, depth: number): void {
    const children = listChildren(first, end, depth);
    const base = depth === 0 ? 0 : slots.findBase(childLabels, children);
    slots.base[state] = base * 2 + (childLabels[0] === 0 ? 1 : 0);
    for (let child = 0; child < children; child++) {
      const label = childLabels[child] ?? 0;
      const slot = base + label;
      const childFirst = childFirsts[child] ?? 0;
      const childEnd = childFirsts[child + 1] ?? 0;
      slots.take(slot, label === 0 ? VALUE_SLOT : label);
      if (label === 0) slots.base[slot] = values[childFirst] ?? 0;
      else if (childEnd - childFirst === 1 && (from[childFirst] ?? 0) + depth + 1 === to[childFirst]) {
        slots.base[slot] = ~(values[childFirst] ?? 0);
      } else {
        nextLevel.first[nextLevel.size] = childFirst;
        nextLevel.end[nextLevel.size] = childEnd;
        nextLevel.state[nextLevel.size++] = slot;
      }
    }
  }

  if (count > 0) placeChildren(0, 0, count, 0);
  for (let depth = 1; nextLevel.size > 0; depth++) {
    [level, nextLevel] = [nextLevel, level];
    nextLevel.size = 0;
    for (let node = 0; node < level.size; node++) {
      placeChildren(level.state[node] ?? 0, level.first[node] ?? 0, level.end[node] ?? 0, depth);
    }
  }
  // The search reads at base + code for any code without asking: keep that inside the arrays.
  const size = slots.used + labelCount;
  if (size > slots.check.length) slots.grow(size);
  return { check: slots.check.slice(0, size), base: slots.base.slice(0, size) };
}
