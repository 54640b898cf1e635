import { pickLanguage } from '@/lib/glossary/localized';
import type { Concept, LanguageTag, LocalizedText, Source, Term } from '@/lib/glossary/model';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';

/** A text and the language to declare for it. */
export interface TaggedText {
  text: string;
  lang: LanguageTag;
}

/** Terms of one concept in one language, for one line of the card. */
export interface NameGroup {
  lang: LanguageTag;
  terms: Term[];
}

/** A bare `zh` means Simplified in glossaries of ours; fonts need it said. */
export function declaredLanguage(tag: LanguageTag): LanguageTag {
  return tag === 'zh' ? 'zh-Hans' : tag;
}

/** The characters that each language of the interface is written in, as glossaries name them. */
const SCRIPTS: Readonly<Record<LanguageTag, LanguageTag>> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

/** The language in which a reader gets a localized text; `undefined` if there is none. */
function tagFor(text: LocalizedText, wanted: LanguageTag): LanguageTag | undefined {
  const script = SCRIPTS[wanted];
  return script !== undefined && script in text ? script : pickLanguage(text, wanted);
}

function tagged(text: LocalizedText, tag: LanguageTag | undefined, wanted: LanguageTag): TaggedText {
  return tag === undefined
    ? { text: '', lang: wanted }
    : { text: text[tag] ?? '', lang: declaredLanguage(tag) };
}

/** A localized text as a reader of the given language gets it. */
export function tagText(text: LocalizedText, wanted: LanguageTag): TaggedText {
  return tagged(text, tagFor(text, wanted), wanted);
}

/**
 * The definition's language among those of its concept, by the one that was chosen; Chinese in the characters of the
 * interface where there are both.
 */
export function definitionTag(
  { definitions }: Concept,
  language: DefinitionLanguage,
  uiLanguage: UiLanguage,
): LanguageTag | undefined {
  if (language === 'en') return tagFor(definitions, 'en');
  const own = uiLanguage === 'zh-TW' ? 'zh-Hant' : 'zh-Hans';
  return tagFor(definitions, own in definitions ? own : 'zh');
}

/** The tag under which a reader writes a definition in a language: that of the one they read, if it is in that language. */
export function writtenDefinitionTag(
  concept: Concept,
  language: DefinitionLanguage,
  uiLanguage: UiLanguage,
): LanguageTag {
  const read = definitionTag(concept, language, uiLanguage);
  return read?.split('-')[0] === language ? read : language;
}

/** The definition in the language of `definitionTag`. */
export function tagDefinition(
  concept: Concept,
  language: DefinitionLanguage,
  uiLanguage: UiLanguage,
): TaggedText {
  return tagged(concept.definitions, definitionTag(concept, language, uiLanguage), language);
}

/** Of a definition, so many code points stand for it on a tab. */
const TAB_LENGTH = 24;

/**
 * What tells each sense of a term from the others: its category or else its glossary; where another has the same name
 * and the same of these, how its definition begins.
 */
export function tabKinds(
  senses: readonly SenseDescription[],
  language: DefinitionLanguage,
  uiLanguage: UiLanguage,
): TaggedText[] {
  const kinds = senses.map(({ category, glossary }) => tagText(category ?? glossary.name, uiLanguage));
  const keys = senses.map(({ concept }, at) => `${concept.terms[0].text}\n${kinds[at]?.text}`);
  return senses.map(({ concept }, at) => {
    const kind = kinds[at] as TaggedText;
    const { text, lang } = tagDefinition(concept, language, uiLanguage);
    const isAlone = keys.indexOf(keys[at] ?? '') === keys.lastIndexOf(keys[at] ?? '');
    return isAlone || text === '' ? kind : { text: [...text].slice(0, TAB_LENGTH).join(''), lang };
  });
}

/** The languages a concept is defined in, of those that the reader can choose between. */
export function definitionLanguages({ definitions }: Concept): DefinitionLanguage[] {
  const languages = new Set(Object.keys(definitions).map((tag) => tag.split('-')[0]));
  return (['zh', 'en'] as const).filter((language) => languages.has(language));
}

/** The other names of a concept by language, in the order of the concept; without the terms given. */
export function groupNames(concept: Concept, without: readonly string[]): NameGroup[] {
  const groups = new Map<LanguageTag, Term[]>();
  const seen = new Set(without);
  for (const term of concept.terms) {
    if (seen.has(term.text)) continue;
    seen.add(term.text);
    const lang = declaredLanguage(term.language);
    groups.set(lang, [...(groups.get(lang) ?? []), term]);
  }
  return [...groups].map(([lang, terms]) => ({ lang, terms }));
}

/** The address of a source, at the quoted phrase where there is one. */
export function sourceHref({ url, quote }: Source): string {
  if (quote === undefined || url.includes(':~:')) return url;
  const fragment = url.includes('#') ? '' : '#';
  return `${url}${fragment}:~:text=${encodeURIComponent(quote).replaceAll('-', '%2D')}`;
}
