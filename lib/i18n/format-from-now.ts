import type { UiLanguage } from '@/lib/settings/languages';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * How far a time is from now, in the largest unit that fills: in 3 hours, yesterday. Less than a minute is "now".
 *
 * @example
 * formatFromNow({ atMs: 0, nowMs: 7_200_000 }, 'zh-CN')  // → '2小时前'
 */
export function formatFromNow(
  { atMs, nowMs }: { atMs: number; nowMs: number },
  language: UiLanguage,
): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const distance = atMs - nowMs;
  const [unit, unitMs] = UNITS.find(([, each]) => Math.abs(distance) >= each) ?? ['second', Infinity];
  return format.format(Math.trunc(distance / unitMs), unit);
}
