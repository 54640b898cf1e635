/**
 * Whether a number format shows dates or times: 14 to 22 and 45 to 47 (ECMA-376, 18.8.30), in East Asian versions of Excel
 * also 27 to 36 and 50 to 58, of which 31 is 2024年1月5日; own formats say so by d, m, y, h.
 *
 * @param code - of an own format
 */
export function isDateFormat(id: number, code?: string): boolean {
  if (code !== undefined) return /[dmyh]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  return BUILT_IN.some(([first, last]) => id >= first && id <= last);
}

const BUILT_IN = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

const DAY_MS = 86_400_000;

/** Day 0 of the calendar of spreadsheets, which has a 29 February 1900. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/** How far behind the other calendar is, in days: old Excel on a Macintosh counted from 1904. */
const DAYS_TO_1904 = 1462;

/** The date of a day as spreadsheets count them, in ISO 8601; empty if there is none. */
export function isoDate(day: number, { from1904 }: { from1904: boolean }): string {
  const date = new Date(DAY_ZERO_MS + (Math.floor(day) + (from1904 ? DAYS_TO_1904 : 0)) * DAY_MS);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
