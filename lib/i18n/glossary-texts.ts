import en from '@/assets/locales/glossaries/en.json';
import zhCN from '@/assets/locales/glossaries/zh-CN.json';
import zhTW from '@/assets/locales/glossaries/zh-TW.json';
import type { TextTables } from './translate';

/** The texts of making and keeping glossaries: the options page's, and what the form of a note says is wrong. */
export const GLOSSARY_TEXTS: TextTables = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };
