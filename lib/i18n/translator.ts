import en from '@/assets/locales/en.json';
import zhCN from '@/assets/locales/zh-CN.json';
import zhTW from '@/assets/locales/zh-TW.json';
import type { UiLanguage } from '@/lib/settings/languages';
import { type Message, type Translate, translateWith } from './translate';

export type { MessageKey, Translate } from './translate';

/** Texts by language and key. */
export type TextTables = Readonly<Record<UiLanguage, Readonly<Record<string, Message>>>>;

const TABLES: TextTables = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/** All texts of one language. */
export function textsOf(language: UiLanguage): Readonly<Record<string, Message>> {
  return TABLES[language];
}

/**
 * Makes the function that gives the texts of one language.
 *
 * @param more texts that not every surface has
 * @throws {RangeError} from the function, if there is no such text here, or it has a placeholder that got no value
 * @example
 * createTranslator('en')('popup.count', { count: 1 })  // → '1 term on this page'
 */
export function createTranslator(language: UiLanguage, more?: TextTables): Translate {
  return translateWith({ ...TABLES[language], ...more?.[language] }, language);
}
