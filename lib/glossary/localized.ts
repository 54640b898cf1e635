import type { LanguageTag, LocalizedText } from '@/lib/glossary/model';

/**
 * The text in the language that suits a reader best: the tag itself, then the same
 * language in any script or region, then English, then whatever there is first.
 *
 * @example
 * pickText({ zh: '果园港', en: 'Guoyuan Port' }, 'zh-TW')  // → '果园港'
 */
export function pickText(text: LocalizedText, wanted: LanguageTag): string {
  const tag = pickLanguage(text, wanted);
  return tag === undefined ? '' : (text[tag] ?? '');
}

/** The key under which `pickText` finds its text, or `undefined` if there is no text at all. */
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
