import { canonicalTag } from '@/lib/glossary/formats/language-tags';
import type { LanguageTag } from '@/lib/glossary/model';
import { foldText } from '@/lib/text/fold-text';

/** What languages are called in tables, in Chinese and English, folded; codes of countries that stand for one among them. */
export const LANGUAGE_NAMES: readonly [LanguageTag, readonly string[]][] = [
  [
    'zh-Hant',
    '繁体中文 正体中文 中文繁体 繁体 正体 繁中 traditionalchinese chinesetraditional traditional tw cht'.split(
      ' ',
    ),
  ],
  ['zh-Hans', '简体中文 中文简体 简体 简中 simplifiedchinese chinesesimplified simplified cn chs'.split(' ')],
  ['yue', ['粤语', '广东话', 'cantonese', 'yue']],
  ['zh', ['中文', '汉语', '中', 'chinese', 'mandarin']],
  ['en', ['英文', '英语', '英译', '英', 'english']],
  ['ja', ['日文', '日语', '日', 'japanese', 'jp']],
  ['ko', ['韩文', '韩语', '朝鲜语', 'korean', 'kr']],
  ['fr', ['法文', '法语', 'french']],
  ['de', ['德文', '德语', 'german']],
  ['es', ['西班牙文', '西班牙语', '西语', 'spanish']],
  ['ru', ['俄文', '俄语', 'russian']],
  ['pt', ['葡萄牙文', '葡萄牙语', '葡语', 'portuguese']],
  ['it', ['意大利文', '意大利语', 'italian']],
  ['ar', ['阿拉伯文', '阿拉伯语', 'arabic']],
  ['vi', ['越南文', '越南语', 'vietnamese']],
];

/** Folded as a search is: 術語 and 术语, Ｔｅｒｍ and term are one; blanks, dashes, underscores and full stops don't count. */
export const foldName = (text: string): string => foldText(text).replace(/[\s_·\-:：/（）()[\]]+/g, '');

const TAGS = new Map(LANGUAGE_NAMES.flatMap(([tag, names]) => names.map((name) => [name, tag] as const)));

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** `English (US)` → `en-US`, 中文（TW） → `zh-Hant`; `undefined` for anything else. */
export function readRegionalName(written: string): LanguageTag | undefined {
  const [, name = '', region = ''] = /^(.+?)[(（]([A-Za-z]{2})[)）]$/.exec(written.trim()) ?? [];
  const tag = TAGS.get(foldName(name));
  if (tag === undefined || regionNames.of(region.toUpperCase()) === undefined) return undefined;
  return canonicalTag(`${tag.split('-')[0]}-${region}`);
}

/** The tag of a language that is named as people do, by a name, a code or a tag: 英文, CN, chi, zh_TW, English (US). */
export function readLanguageName(written: string): LanguageTag | undefined {
  return TAGS.get(foldName(written)) ?? readRegionalName(written) ?? canonicalTag(written);
}
