import en from '@/assets/locales/en.json';
import zhCN from '@/assets/locales/zh-CN.json';
import zhTW from '@/assets/locales/zh-TW.json';
import type { UiLanguage } from '@/lib/settings/languages';

/** Every text of the interface has one; `assets/locales/en.json` lists them. */
export type MessageKey = keyof typeof en;

/** A text, or its forms by plural category; `{count}` then decides. */
type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Values for the `{placeholders}` of a text. Numbers are written the language's way. */
type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the text of a key in one language. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

const TABLES: Readonly<Record<UiLanguage, Readonly<Record<MessageKey, Message>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/**
 * Makes the function that gives the texts of one language.
 *
 * @throws {RangeError} from the function, if a text has a placeholder that got no value
 * @example
 * createTranslator('en')('popup.count', { count: 1 })  // → '1 term on this page'
 */
export function createTranslator(language: UiLanguage): Translate {
  const table = TABLES[language];
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, params = {}) => {
    const message = table[key];
    const text =
      typeof message === 'string'
        ? message
        : (message[plurals.select(Number(params.count ?? 0))] ?? message.other ?? '');
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new RangeError(`Text ${key} needs a value for ${name}`);
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
