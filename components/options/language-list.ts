/** Id of the list of languages that the forms of the options page suggest. */
export const LANGUAGE_LIST = 'languages';

/** BCP 47 tags that glossaries of Chinese terms are likely to need; any other can be typed. */
export const SUGGESTED_LANGUAGES = ['zh-Hans', 'zh-Hant', 'zh', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'ru'];

/** The first suggestion that is not taken yet. */
export function nextLanguage(taken: readonly string[]): string {
  const languages = new Set(taken.map((tag) => tag.split('-')[0]));
  return (
    ['zh', 'en'].find((tag) => !languages.has(tag)) ??
    SUGGESTED_LANGUAGES.find((tag) => !taken.includes(tag)) ??
    ''
  );
}
