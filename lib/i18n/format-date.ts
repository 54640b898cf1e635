import type { UiLanguage } from '@/lib/settings/languages';

/**
 * An ISO 8601 date the way the language writes it, as exact as it was given: a year, a month or a day.
 * What is no such date comes back as it is.
 *
 * @example
 * formatDate('2021-10-20', 'zh-CN')  // → '2021年10月20日'
 */
export function formatDate(isoDate: string, language: UiLanguage): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(isoDate);
  if (parts === null) return isoDate;
  const [, year, month = '01', day = '01'] = parts;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDate;
  const format: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (parts[2] !== undefined) format.month = language === 'en' ? 'short' : 'long';
  if (parts[3] !== undefined) format.day = 'numeric';
  return new Intl.DateTimeFormat(language, format).format(date);
}
