import type { LanguageTag, LocalizedText } from '@/lib/glossary/model';

/**
 * The language of a text that suits a reader best: the tag itself, then the same language in any script or
 * region, then English, then whatever there is first; `undefined` if there is no text at all.
 *
 * @example
 * pickLanguage({ zh: '果园港', en: 'Guoyuan Port' }, 'zh-TW')  // → 'zh'
 */
export function pickLanguage(text: LocalizedText, wanted: LanguageTag): LanguageTag | undefined {
  const tags = Object.keys(text);
  const language = wanted.split('-')[0];
  return (
    tags.find((tag) => tag === wanted) ??
    tags.find((tag) => tag.split('-')[0] === language) ??
    tags.find((tag) => tag.split('-')[0] === 'en') ??
    tags[0]
  );
}

/** `zh-Hant` and `zh-Hans` share a language, `zh` and `en` do not. */
export function shareLanguage(a: LanguageTag, b: LanguageTag): boolean {
  const [first, second] = [a, b].map((tag) => tag.toLowerCase().split('-')[0]);
  return first === second;
}
