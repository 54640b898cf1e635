import type { UiLanguage } from '@/lib/settings/languages';

/**
 * A language by its name in another. A tag of which nothing is known comes back as it is: glossaries may have some
 * that are no language anywhere (`zh-Hans-1`).
 *
 * @example
 * languageName('zh-Hant', 'en')  // → 'Traditional Chinese'
 */
export function languageName(tag: string, language: UiLanguage): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
