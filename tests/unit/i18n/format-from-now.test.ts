import { describe, expect, it } from 'vitest';
import { formatFromNow } from '@/lib/i18n/format-from-now';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatFromNow', () => {
  it.each([
    [0, 'now'],
    [-30_000, 'now'],
    [MINUTE, 'in 1 minute'],
    [-59 * MINUTE, '59 minutes ago'],
    [HOUR, 'in 1 hour'],
    [-2.5 * HOUR, '2 hours ago'],
    [DAY, 'tomorrow'],
    [-DAY, 'yesterday'],
    [30 * DAY, 'in 30 days'],
  ])('writes %i ms from now as %s', (distance, text) => {
    expect(formatFromNow({ atMs: 1e12 + distance, nowMs: 1e12 }, 'en')).toBe(text);
  });

  it('speaks the language of the interface', () => {
    const when = { atMs: 0, nowMs: 2 * HOUR };
    expect([formatFromNow(when, 'zh-CN'), formatFromNow(when, 'zh-TW')]).toEqual(['2小时前', '2 小時前']);
  });
});
