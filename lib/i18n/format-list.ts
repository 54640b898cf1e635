import type { UiLanguage } from '@/lib/settings/languages';

/** Not those of `Intl.ListFormat`: Chinese lists without an “and” have none at all there. */
const MARKS: Readonly<Record<UiLanguage, string>> = { en: ', ', 'zh-CN': '、', 'zh-TW': '、' };

/**
 * Entries as one text, with the marks between them that the language has.
 *
 * @example
 * formatList(['a.com', 'b.com'], 'zh-CN')  // → 'a.com、b.com'
 */
export function formatList(entries: readonly string[], language: UiLanguage): string {
  return entries.join(MARKS[language]);
}
