import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';

/** Regions that write Chinese in Traditional characters unless the tag says otherwise. */
const TRADITIONAL_REGIONS = new Set(['TW', 'HK', 'MO']);

function languageOf(tag: string): UiLanguage | undefined {
  const [language, ...rest] = tag.replaceAll('_', '-').split('-');
  const subtags = rest.map((subtag) => subtag.toLowerCase());
  if (language?.toLowerCase() === 'en') return 'en';
  if (language?.toLowerCase() !== 'zh') return undefined;
  if (subtags.includes('hans')) return 'zh-CN';
  if (subtags.includes('hant')) return 'zh-TW';
  return subtags.some((subtag) => TRADITIONAL_REGIONS.has(subtag.toUpperCase())) ? 'zh-TW' : 'zh-CN';
}

/**
 * The language of the interface: the one that was set, or with `auto` the first of the browser's
 * languages that we speak, or English.
 *
 * @example
 * resolveUiLanguage('auto', ['ja', 'zh-HK', 'en'])  // → 'zh-TW'
 */
export function resolveUiLanguage(
  setting: UiLanguage | 'auto',
  browserLanguages: readonly string[],
): UiLanguage {
  if (setting !== 'auto') return setting;
  for (const tag of browserLanguages) {
    const language = languageOf(tag);
    if (language !== undefined) return language;
  }
  return 'en';
}

/** The language of definitions: the one that was set, or with `auto` that of the interface, in whatever script. */
export function resolveDefinitionLanguage(
  setting: DefinitionLanguage | 'auto',
  uiLanguage: UiLanguage,
): DefinitionLanguage {
  if (setting !== 'auto') return setting;
  return uiLanguage === 'en' ? 'en' : 'zh';
}
