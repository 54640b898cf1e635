import type { JSX } from 'preact';
import { Name } from '@/components/popover/NameList';
import { SourceList } from '@/components/popover/SourceList';
import { declaredLanguage, groupNames, tagDefinition, tagText } from '@/components/popover/sense-texts';
import type { Concept, GlossaryHeader } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';

export interface ConceptEntryProps {
  concept: Concept;
  categories: GlossaryHeader['categories'];
  definitionLanguage: DefinitionLanguage;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** One concept of a glossary as a printed one sets it: names hang on the left, what it is on the right. */
export function ConceptEntry(props: ConceptEntryProps): JSX.Element {
  const { concept, categories, t, uiLanguage } = props;
  const head = concept.terms[0];
  const definition = tagDefinition(concept, props.definitionLanguage, uiLanguage);
  const category = concept.category === undefined ? undefined : categories[concept.category];
  const kind = category === undefined ? undefined : tagText(category, uiLanguage);
  return (
    <li class="concept">
      <div class="concept-names">
        <h3 lang={declaredLanguage(head.language)}>{head.text}</h3>
        <ul>
          {groupNames(concept, [head.text]).flatMap(({ lang, terms }) =>
            terms.map((term) => (
              <li key={term.text}>
                <Name term={term} lang={lang} t={t} />
              </li>
            )),
          )}
        </ul>
      </div>
      <div class="concept-text">
        <p lang={definition.lang}>{definition.text}</p>
        <div class="concept-foot">
          {kind !== undefined && (
            <span class="seal" lang={kind.lang}>
              {kind.text}
            </span>
          )}
          {concept.sources.length > 0 && (
            <details>
              <summary>{t('card.sources', { count: concept.sources.length })}</summary>
              <SourceList sources={concept.sources} t={t} uiLanguage={uiLanguage} />
            </details>
          )}
        </div>
      </div>
    </li>
  );
}
