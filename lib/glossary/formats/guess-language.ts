import type { LanguageTag } from '@/lib/glossary/model';

/** Languages that are told by their script, the most telling first. */
const SCRIPTS: readonly [RegExp, LanguageTag][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh-Hans'],
  [/\p{Script=Bopomofo}/u, 'zh-Hant'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
];

/** Languages that are written, in part at least, with Chinese characters. */
const HAN_LANGUAGES = new Set(['zh', 'ja', 'ko', 'yue', 'lzh', 'nan']);

const primary = (tag: LanguageTag): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** Whether any text in a language would be in another script than this language's. */
const isLatin = (tag: LanguageTag): boolean =>
  !HAN_LANGUAGES.has(primary(tag)) && !SCRIPTS.some(([, each]) => each === primary(tag));

/**
 * The language of a text that nobody named: from its script, and where a script serves several languages,
 * the main one if that can be it. Latin letters are English unless the main language has them too.
 */
export function guessLanguage(text: string, main?: LanguageTag): LanguageTag {
  const found = SCRIPTS.find(([script]) => script.test(text))?.[1];
  if (found === undefined) return main !== undefined && isLatin(main) ? main : 'en';
  if (main === undefined || main === found) return found;
  if (found === 'zh-Hans' && HAN_LANGUAGES.has(primary(main))) return main;
  return primary(main) === primary(found) ? main : found;
}

/** As `guessLanguage`, for texts that are read in any script of their language: `zh` for Chinese. */
export function guessProseLanguage(text: string, main?: LanguageTag): LanguageTag {
  return primary(guessLanguage(text, main));
}
