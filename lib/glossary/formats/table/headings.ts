import { canonicalTag } from '@/lib/glossary/formats/language-tags';
import type { LanguageTag } from '@/lib/glossary/model';
import { foldName, LANGUAGE_NAMES, readRegionalName } from './language-names';
import { type ColumnRole, LOCALIZED_ROLES, PLAIN_ROLES, type PlainRole } from './roles';

/** What people write above the columns of a glossary, in Chinese and English, folded. */
const ALIASES: Readonly<Partial<Record<PlainRole, readonly string[]>>> = {
  term: 'term terms word entry headword expression lemma name phrase vocabulary sourceterm 术语 源术语 术语名称 词条 词语 词汇 名称 名词 条目 词 单词 用语 关键词 概念 concept preferredterm preferredlabel preflabel 首选词 正式名称'.split(
    ' ',
  ),
  names:
    'names othernames alias aliases synonym synonyms variant variants altlabel abbreviation abbreviations acronym abbr alsoknownas aka shortform 别名 别称 又称 又名 同义词 近义词 简称 缩写 其他名称 异名 变体'.split(
      ' ',
    ),
  definition:
    'definition definitions meaning description explanation gloss desc def 释义 定义 解释 说明 含义 意思 描述 词义 注释 简介'.split(
      ' ',
    ),
  translation: ['target', 'targetterm', 'translation', '译文', '译名', '翻译', '目标', '目标术语'],
  'translation.language': ['tgtlng', 'tgtlang', 'targetlang', 'targetlanguage', '目标语言', '译文语言'],
  id: 'id conceptid entryid termid identifier key uuid notation 编号 编码 标识 标识符'.split(' '),
  language: 'language lang lng locale sourcelanguage sourcelang 语言 语种 源语言'.split(' '),
  status: ['status', 'termstatus', '状态', '术语状态'],
  category:
    'category categories type kind subject subjectfield field domain topic group 类别 分类 类型 领域 学科 主题 门类'.split(
      ' ',
    ),
  related: ['related', 'relatedterms', 'seealso', 'see', '相关', '相关术语', '相关词', '参见', '另见'],
  'source.title':
    'source sources sourcetitle sourcename reference citation 来源 出处 来源标题 资料来源 文献 参考'.split(
      ' ',
    ),
  'source.url':
    'url link href sourceurl sourcelink website web 链接 网址 来源链接 来源网址 出处链接 网页'.split(' '),
  'source.publisher': ['publisher', 'sourcepublisher', '出版者', '发布者', '发布单位', '媒体', '发布机构'],
  'source.date': ['date', 'sourcedate', 'published', '日期', '发布日期', '来源日期', '发表日期'],
  'source.quote': ['quote', 'sourcequote', 'quotation', '引文', '原文', '原句'],
  before: ['before'],
};

const ROLES = new Map<string, PlainRole>([
  ...PLAIN_ROLES.map((role) => [foldName(role), role] as const),
  ...Object.entries(ALIASES).flatMap(([role, names]) =>
    names.map((name) => [foldName(name), role as PlainRole] as const),
  ),
]);

const isLocalized = (role: PlainRole | undefined): role is (typeof LOCALIZED_ROLES)[number] =>
  (LOCALIZED_ROLES as readonly (PlainRole | undefined)[]).includes(role);

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Tags that mean something else above a column: number, serial number, Taiwan (not Twi). */
const NO_LANGUAGES = new Set(['no', 'nr', 'sn', 'id', 'tw']);

/**
 * The language that a part of a heading is the tag of. Of tags there are more than of short words: POS, Ref and Num have
 * the form of one and are none, New and Vol are languages that nobody means.
 *
 * @param options.alone - nothing else stands in the heading
 */
function languageOf(written: string, { alone }: { alone: boolean }): LanguageTag | undefined {
  const tag = canonicalTag(written);
  if (tag === undefined || NO_LANGUAGES.has(tag)) return undefined;
  const [language = ''] = tag.split('-');
  if (alone && tag.length > 2 && tag === language) return undefined;
  return languageNames.of(language) === undefined ? undefined : tag;
}

/** A name and a tag, with something between them (definition_zh) or, tried next, perhaps nothing (释义zh, zh). */
const TAGGED = [/[\s._:\-/（([]+/, /[\s._:\-/（([]*/].map(
  ({ source }) => new RegExp(`^(.*?)${source}([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)[)\\]）]?$`),
);

function readTagged(heading: string): ColumnRole {
  for (const pattern of TAGGED) {
    const [, name = '', written = ''] = pattern.exec(heading.trim()) ?? [];
    const base = foldName(name);
    const tag = languageOf(written, { alone: base === '' });
    const role = base === '' ? 'term' : ROLES.get(base);
    if (tag !== undefined && isLocalized(role)) return `${role}:${tag}`;
  }
  return '';
}

function readNamed(folded: string): ColumnRole {
  for (const [language, names] of LANGUAGE_NAMES) {
    for (const name of names) {
      if (!folded.startsWith(name) && !folded.endsWith(name)) continue;
      const rest = folded.startsWith(name) ? folded.slice(name.length) : folded.slice(0, -name.length);
      const role = rest === '' || rest === '名' ? 'term' : ROLES.get(rest);
      if (isLocalized(role)) return `${role}:${role === 'definition' ? language.split('-')[0] : language}`;
      if (role === 'translation') return `term:${language}`;
    }
  }
  return '';
}

/** A heading that says the same in Chinese and in another language: 术语 Term, Definition（释义）. */
function readTwice(heading: string): ColumnRole {
  const parts = (heading.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []).filter(
    (part) => foldName(part) !== '',
  );
  if (parts.length !== 2) return '';
  const [one = '', other = ''] = parts.map(readHeading);
  if (one === other || one.startsWith(`${other}:`)) return one;
  return other.startsWith(`${one}:`) ? other : '';
}

/**
 * What a heading says about its column; empty if it says nothing to us.
 *
 * @example
 * readHeading('英文释义')  // → 'definition:en'
 */
export function readHeading(heading: string): ColumnRole {
  const own = /^(term|names|definition):([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)$/.exec(heading.trim());
  if (own !== null) return own[0] as ColumnRole;
  const folded = foldName(heading);
  if (folded === '') return '';
  const regional = readRegionalName(heading);
  return (
    ROLES.get(folded) ||
    (regional === undefined ? '' : `term:${regional}`) ||
    readTagged(heading) ||
    readNamed(folded) ||
    readTwice(heading)
  );
}
