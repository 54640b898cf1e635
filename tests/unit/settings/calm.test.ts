import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePlaces, DEFAULT_CALM, type Place, parseCalm, REPEATS, SPACINGS } from '@/lib/settings/calm';

/** Places from a line such as `1:港 1:江 2:港`: section and term, each in a block of its own unless `+` stands before. */
function places(line: string): Place[] {
  let block = 0;
  let start = 0;
  return line.split(' ').map((each) => {
    const [section = '', text = ''] = each.replace('+', '').split(':');
    if (!each.startsWith('+')) {
      block++;
      start = 0;
    } else start += 40;
    return { concept: text, section: Number(section), block: `block ${block}`, start, text };
  });
}

const chosen = (line: string, how: Parameters<typeof choosePlaces>[1]): string => {
  const all = places(line);
  const kept = choosePlaces(all, how);
  return all.map((place) => (kept.has(place) ? 'x' : '-')).join('');
};

describe('choosePlaces', () => {
  it.each([
    ['everything', '1:港 1:港 +1:江 2:港', { repeats: 'all', spacing: 0 }, 'xxxx'],
    ['the first on the page', '1:港 1:港 1:江 2:港', { repeats: 'page', spacing: 0 }, 'x-x-'],
    ['the first in each section', '1:港 1:港 1:江 2:港', { repeats: 'section', spacing: 0 }, 'x-xx'],
    ['what is far enough from the last', '1:港 +1:江 +1:河 +1:湖', { repeats: 'all', spacing: 120 }, 'x---'],
    ['all that is far enough', '1:港 +1:江 +1:河', { repeats: 'all', spacing: 30 }, 'xxx'],
    ['each paragraph for itself', '1:港 1:江', { repeats: 'all', spacing: 120 }, 'xx'],
    [
      'a term that was too close where it stands next',
      '1:港 +1:江 2:江',
      { repeats: 'page', spacing: 120 },
      'x-x',
    ],
  ] as const)('keeps %s', (_name, line, how, kept) => {
    expect(chosen(line, how)).toBe(kept);
  });

  it('takes a paragraph that reads as the one before for another one', () => {
    const place = { concept: 1, section: 0, block: '果园港', start: 0, text: '果园港' };
    expect(choosePlaces([place, { ...place }], { repeats: 'all', spacing: 120 }).size).toBe(2);
  });

  it('marks every term at least once while only repeats are left out', () => {
    const place = fc.record({
      concept: fc.nat(4),
      section: fc.nat(2),
      block: fc.constantFrom('a', 'b'),
      start: fc.nat(100),
      text: fc.constant('港'),
    });
    fc.assert(
      fc.property(fc.array(place), fc.constantFrom('page' as const, 'section' as const), (all, repeats) => {
        const kept = [...choosePlaces(all, { repeats, spacing: 0 })];
        const concepts = (some: Place[]): Set<unknown> => new Set(some.map(({ concept }) => concept));
        expect(concepts(kept)).toEqual(concepts(all));
        if (repeats === 'page') expect(kept).toHaveLength(concepts(all).size);
      }),
    );
  });
});

describe('parseCalm', () => {
  it.each([
    undefined,
    null,
    'calm',
    7,
    [],
    { repeats: 'never', spacing: 31, minLength: 99 },
    { minLength: 1.5 },
  ])('makes the defaults of %j', (stored) => {
    expect(parseCalm(stored)).toEqual(DEFAULT_CALM);
  });

  it('keeps what is of its kind', () => {
    for (const repeats of REPEATS) {
      for (const spacing of SPACINGS) {
        const calm = { repeats, spacing, minLength: 3, skippedCategories: { a: ['port'] } };
        expect(parseCalm(JSON.parse(JSON.stringify(calm)))).toEqual(calm);
      }
    }
    expect(parseCalm({ skippedCategories: { a: ['x', 1], b: 'y', c: [] } }).skippedCategories).toEqual({
      a: ['x'],
    });
  });
});
