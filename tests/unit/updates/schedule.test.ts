import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseInterval,
  LONGEST_RETRY_MS,
  LONGEST_WISH_MS,
  nextAfterAnswer,
  nextAfterFailure,
  parseExpires,
} from '@/lib/updates/schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('chooseInterval', () => {
  it.each([
    { name: 'nothing said', from: {}, interval: DAY },
    { name: 'the file’s hours', from: { expires: '12 hours' }, interval: 12 * HOUR },
    { name: 'the file’s day', from: { expires: '1 day' }, interval: DAY },
    {
      name: 'the file before the headers',
      from: { expires: '2 hours', maxAgeMs: 9 * DAY },
      interval: 2 * HOUR,
    },
    { name: 'a year', from: { expires: '365 days' }, interval: 30 * DAY },
    { name: 'a cache of five minutes', from: { maxAgeMs: 5 * MINUTE }, interval: DAY },
    { name: 'a cache of a week', from: { maxAgeMs: 7 * DAY }, interval: 7 * DAY },
    { name: 'a cache of a year', from: { maxAgeMs: 365 * DAY }, interval: 30 * DAY },
  ])('with $name', ({ from, interval }) => {
    expect(chooseInterval(from)).toBe(interval);
  });
});

describe('parseExpires', () => {
  it('reads one hour and several days', () => {
    expect(['1 hour', '36 hours', '1 day', '4 days'].map(parseExpires)).toEqual([
      HOUR,
      36 * HOUR,
      DAY,
      4 * DAY,
    ]);
  });
});

const random = fc.double({ min: 0, max: 1, noNaN: true });

describe('nextAfterAnswer', () => {
  it('is never sooner than the interval, nor more than a tenth of it later', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: HOUR, max: 30 * DAY }), (random, intervalMs) => {
        const wait = nextAfterAnswer({ nowMs: 1000, intervalMs, random }) - 1000;
        expect(wait).toBeGreaterThanOrEqual(intervalMs);
        expect(wait).toBeLessThanOrEqual(intervalMs * 1.1 + 1);
      }),
    );
  });
});

describe('nextAfterFailure', () => {
  const waits = (random: number): number[] =>
    [1, 2, 3, 4, 12, 1000].map((failures) => nextAfterFailure({ nowMs: 0, failures, random }));

  it('doubles with each failure in a row, up to a day', () => {
    expect(waits(1)).toEqual([5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE, DAY, DAY]);
    expect(waits(0)).toEqual(waits(1).map((wait) => wait / 2));
  });

  it('waits as long as the server wishes, but no more than a week', () => {
    const next = (wishMs: number): number => nextAfterFailure({ nowMs: 0, failures: 1, random: 1, wishMs });
    expect(next(HOUR)).toBe(HOUR);
    expect(next(1000)).toBe(5 * MINUTE);
    expect(next(100 * DAY)).toBe(LONGEST_WISH_MS);
  });

  it('always waits, and never for ever', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1 }), (random, failures) => {
        const wait = nextAfterFailure({ nowMs: 0, failures, random });
        expect(wait).toBeGreaterThanOrEqual(2.5 * MINUTE);
        expect(wait).toBeLessThanOrEqual(LONGEST_RETRY_MS);
      }),
    );
  });
});
