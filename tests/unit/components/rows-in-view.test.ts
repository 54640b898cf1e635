import { describe, expect, it } from 'vitest';
import { keyStep, rowsInView } from '@/components/options/rows-in-view';

describe('rowsInView', () => {
  it('draws a few dozen of a hundred thousand rows, those in view among them', () => {
    const rows = rowsInView({ top: 2_500_000, height: 600, rowPx: 50, count: 100_000, always: 50_003 });
    expect(rows.length).toBeLessThan(40);
    for (let at = 50_000; at < 50_012; at++) expect(rows).toContain(at);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  it.each([0, 99_999])('keeps row %s, where the keyboard is, though it is out of view', (always) => {
    const rows = rowsInView({ top: 2_500_000, height: 600, rowPx: 50, count: 100_000, always });
    expect(rows).toContain(always);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each([
    { count: 0, rows: [] },
    { count: 2, rows: [0, 1] },
  ])('draws no more than the $count there are', ({ count, rows }) => {
    expect(rowsInView({ top: 900, height: 600, rowPx: 50, count: 0, always: -1 })).toEqual([]);
    expect(rowsInView({ top: 0, height: 600, rowPx: 50, count, always: 0 })).toEqual(rows);
  });
});

describe('keyStep', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 8],
    ['PageUp', 5, 2],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['a', 5, undefined],
  ])('%s leads from %s to %s', (key, at, next) => {
    expect(keyStep(key, { at, last: 9, page: 3 })).toBe(next);
  });
});
