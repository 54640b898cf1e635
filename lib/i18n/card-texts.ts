import en from '@/assets/locales/card/en.json';
import zhCN from '@/assets/locales/card/zh-CN.json';
import zhTW from '@/assets/locales/card/zh-TW.json';
import type { Message, TextTables } from './translate';

/** The texts of the card, as the background sends them to the popover's script. */
export type CardTexts = Readonly<Record<string, Message>>;

/** The texts of the card alone: neither a page nor the background should have to load those of all our pages. */
export const CARD_TEXTS: TextTables = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };
