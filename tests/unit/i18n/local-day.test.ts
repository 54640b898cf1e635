import { afterEach, describe, expect, it, vi } from 'vitest';
import { localDay } from '@/lib/i18n/local-day';

afterEach(() => vi.unstubAllEnvs());

describe('localDay', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-27'],
    ['UTC', '2026-11-26'],
    ['America/New_York', '2026-11-26'],
  ])('is the day in %s', (zone, day) => {
    vi.stubEnv('TZ', zone);
    expect(localDay(Date.parse('2026-11-26T23:30:00Z'))).toBe(day);
  });
});
