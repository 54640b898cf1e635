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

/** Places states breadth first, so that the first steps of all searches lie together. */
function placeStates(
  { count, labelCount, labels, from, to }: SortedPatterns,
  values: Int32Array,
): { check: Uint16Array; base: Int32Array } {
  const slots = new SlotAllocator(labels.length + labelCount);
  let [level, nextLevel] = [makeLevel(count), makeLevel(count)];
  if (count > 0) level.end[level.size++] = count;
  // Of the children of a state: their labels, 0 for the value of a pattern that ends here; and their first pattern.
  const childLabels = new Uint16Array(labelCount);
  const childFirsts = new Int32Array(labelCount + 1);

  for (let depth = 0; level.size > 0; depth++) {
    nextLevel.size = 0;
    for (let node = 0; node < level.size; node++) {
      const state = level.state[node] ?? 0;
      const end = level.end[node] ?? 0;
      let children = 0;
      let before = -1;
      for (let pattern = level.first[node] ?? 0; pattern < end; pattern++) {
        const at = (from[pattern] ?? 0) + depth;
        const label = at === to[pattern] ? 0 : (labels[at] ?? 0);
        if (label === before) continue;
        before = label;
        childLabels[children] = label;
        childFirsts[children++] = pattern;
      }
      childFirsts[children] = end;
      const base = depth === 0 ? 0 : slots.findBase(childLabels, children);
      const hasValue = childLabels[0] === 0;
      slots.base[state] = base * 2 + (hasValue ? 1 : 0);
      for (let child = 0; child < children; child++) {
        const label = childLabels[child] ?? 0;
        const slot = base + label;
        const first = childFirsts[child] ?? 0;
        const childEnd = childFirsts[child + 1] ?? 0;
        slots.take(slot, label === 0 ? VALUE_SLOT : label);
        if (label === 0) slots.base[slot] = values[first] ?? 0;
        else if (childEnd - first === 1 && (from[first] ?? 0) + depth + 1 === to[first]) {
          slots.base[slot] = ~(values[first] ?? 0);
        } else {
          nextLevel.first[nextLevel.size] = first;
          nextLevel.end[nextLevel.size] = childEnd;
          nextLevel.state[nextLevel.size++] = slot;
        }
      }
    }
    [level, nextLevel] = [nextLevel, level];
  }
  // The search reads at base + code for any code without asking: keep that inside the arrays.
  const size = slots.used + labelCount;
  if (size > slots.check.length) slots.grow(size);
  return { check: slots.check.slice(0, size), base: slots.base.slice(0, size) };
}
