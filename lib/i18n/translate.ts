import type cardTexts from '@/assets/locales/card/en.json';
import type en from '@/assets/locales/en.json';
import type glossaryTexts from '@/assets/locales/glossaries/en.json';
import type { UiLanguage } from '@/lib/settings/languages';

/**
 * Every text of the interface has one. `assets/locales/en.json` lists those of all surfaces; those in
 * `assets/locales/glossaries/` are the options page's and the note form's, and those in `assets/locales/card/` go to
 * the popover's script too.
 */
export type MessageKey = keyof typeof cardTexts | keyof typeof en | keyof typeof glossaryTexts;

/** A text, or its forms by plural category; `{count}` then decides. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Texts by language and key. */
export type TextTables = Readonly<Record<UiLanguage, Readonly<Record<string, Message>>>>;

/** Values for the `{placeholders}` of a text. Numbers are written the language's way. */
type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the text of a key in one language. */
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/**
 * Makes the function that gives texts out of a table.
 *
 * @throws {RangeError} from the function, if there is no such text here, or it has a placeholder that got no value
 */
export function translateWith(table: Readonly<Record<string, Message>>, language: UiLanguage): Translate {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, params = {}) => {
    const message = table[key];
    if (message === undefined) throw new RangeError(`There is no text ${key} here`);
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
