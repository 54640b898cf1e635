import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SlotAllocator } from '@/lib/matching/slot-allocator';
import { FREE_SLOT } from '@/lib/matching/trie';

/** Labels of the children of some states, ascending. */
const children = (highest: number, mostStates: number) =>
  fc.array(
    fc
      .uniqueArray(fc.integer({ min: 1, max: highest }), { minLength: 1 })
      .map((labels) => labels.sort((a, b) => a - b)),
    { minLength: 1, maxLength: mostStates },
  );

/** Places states one after another, as a trie is built. */
function place(size: number, states: readonly (readonly number[])[]) {
  const slots = new SlotAllocator(size);
  slots.take(0, FREE_SLOT - 2);
  const bases = states.map((labels) => {
    const base = slots.findBase(Uint16Array.from(labels), labels.length);
    for (const label of labels) slots.take(base + label, label);
    return base;
  });
  return { slots, bases };
}

describe('SlotAllocator', () => {
  it('gives each state a base of its own and each child a slot, however little room there was', () => {
    fc.assert(
      fc.property(children(60, 40), fc.integer({ min: 1, max: 200 }), (states, size) => {
        const { slots, bases } = place(size, states);
        expect(new Set(bases).size).toBe(states.length);
        expect(Math.min(...bases)).toBeGreaterThan(0);
        const taken = new Map(
          states.flatMap((labels, at) => labels.map((label) => [(bases[at] ?? 0) + label, label] as const)),
        );
        expect(taken.size).toBe(states.flat().length);
        expect(slots.used).toBe(Math.max(...taken.keys()) + 1);
        expect(slots.check.length).toBeLessThanOrEqual(Math.max(size, 2 * (slots.used + 100)));
        expect(slots.base).toHaveLength(slots.check.length);
        const wrong = [...slots.check.entries()].filter(
          ([slot, check]) => slot > 0 && check !== (taken.get(slot) ?? FREE_SLOT),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes the first place that fits', () => {
    fc.assert(
      fc.property(children(7, 8), fc.integer({ min: 1, max: 70 }), (states, size) => {
        const taken = new Set<number>();
        const used = new Set<number>();
        const wanted = states.map((labels) => {
          let base = 1;
          while (used.has(base) || labels.some((label) => taken.has(base + label))) base++;
          used.add(base);
          for (const label of labels) taken.add(base + label);
          return base;
        });
        expect(place(size, states).bases).toEqual(wanted);
      }),
    );
  });

  it('leaves few slots free where there are many states', () => {
    const states = Array.from({ length: 3000 }, (_, at) =>
      Array.from({ length: at % 7 === 0 ? 12 : 1 + (at % 3) }, (_each, child) => 1 + child * 9 + (at % 9)),
    );
    const { slots } = place(64, states);
    expect(slots.used / states.flat().length).toBeLessThan(1.1);
  });
});
