import type { UiLanguage } from '@/lib/settings/languages';
import type { Message } from './translate';
import { textsOf } from './translator';

/** The texts of the card alone: a page should not have to load those of all the extension's pages. */
export type CardTexts = Readonly<Record<string, Message>>;

export function cardTexts(language: UiLanguage): CardTexts {
  return Object.fromEntries(Object.entries(textsOf(language)).filter(([key]) => key.startsWith('card.')));
}
