import { tagDefinition, tagText } from '@/components/popover/sense-texts';
import type { SenseDescription } from '@/lib/glossary/sense-description';
import type { Translate } from '@/lib/i18n/translator';
import type { TermGroup } from '@/lib/page-list/arrange';
import type { StudyGroup, StudyLabels, StudyTerm } from '@/lib/page-list/export';
import type { ListedTerm } from '@/lib/page-list/page-view';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';

interface Languages {
  uiLanguage: UiLanguage;
  definitionLanguage: DefinitionLanguage;
}

/** The groups of the list as they are exported; `senses` are those of the terms, in their order. */
export function describeGroups<T extends ListedTerm>(
  groups: readonly TermGroup<T>[],
  senses: readonly (readonly SenseDescription[])[],
  languages: Languages,
): StudyGroup[] {
  const rest = senses.values();
  return groups.map(({ category, terms }) => ({
    heading: category === undefined ? '' : tagText(category, languages.uiLanguage).text,
    terms: terms.flatMap((term) => describeTerm(term, rest.next().value?.[0], languages) ?? []),
  }));
}

function describeTerm(
  { headword, count, sentence }: ListedTerm,
  sense: SenseDescription | undefined,
  { uiLanguage, definitionLanguage }: Languages,
): StudyTerm | undefined {
  if (sense === undefined) return undefined;
  const { concept, category, glossary } = sense;
  const names = new Set(concept.terms.map(({ text }) => text));
  names.delete(headword);
  return {
    headword,
    names: [...names],
    category: category === undefined ? '' : tagText(category, uiLanguage).text,
    definition: tagDefinition(concept, definitionLanguage, uiLanguage).text,
    sentence,
    count,
    sources: concept.sources.map(({ title, url }) => ({ title, url })),
    glossary: tagText(glossary.name, uiLanguage).text,
  };
}

/** The headings of an export in the reader's language. */
export function studyLabels(t: Translate): StudyLabels {
  return {
    term: t('list.column.term'),
    names: t('list.column.names'),
    category: t('list.column.category'),
    definition: t('list.column.definition'),
    sentence: t('list.column.sentence'),
    count: t('list.column.count'),
    sources: t('list.column.sources'),
    glossary: t('list.column.glossary'),
    page: t('list.column.page'),
  };
}
