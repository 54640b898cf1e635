import en from '@/assets/locales/en.json';
import zhCN from '@/assets/locales/zh-CN.json';
import zhTW from '@/assets/locales/zh-TW.json';
import type { UiLanguage } from '@/lib/settings/languages';
import { CARD_TEXTS } from './card-texts';
import { type TextTables, type Translate, translateWith } from './translate';

export type { MessageKey, Translate } from './translate';

const TABLES: TextTables = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/**
 * Makes the function that gives the texts of one language, those of the card among them.
 *
 * @param more texts that not every surface has
 * @throws {RangeError} from the function, if there is no such text here, or it has a placeholder that got no value
 * @example
 * createTranslator('en')('popup.count', { count: 1 })  // → '1 term on this page'
 */
export function createTranslator(language: UiLanguage, more?: TextTables): Translate {
  return translateWith({ ...CARD_TEXTS[language], ...TABLES[language], ...more?.[language] }, language);
}
