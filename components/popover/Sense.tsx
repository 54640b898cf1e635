import type { ComponentChildren, JSX } from 'preact';
import type { ContainedTerm, SenseDescription } from '@/lib/glossary/sense-description';
import { formatDate } from '@/lib/i18n/format-date';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { DefinitionSwitch } from './DefinitionSwitch';
import { Name, NameList } from './NameList';
import { SourceList } from './SourceList';
import { declaredLanguage, definitionLanguages, groupNames, tagDefinition, tagText } from './sense-texts';

export interface SenseProps {
  sense: SenseDescription;
  headId: string;
  /** Where the card has tabs: the ids that tie this panel to its tab. */
  panel: { id: string; tabId: string } | undefined;
  t: Translate;
  uiLanguage: UiLanguage;
  definitionLanguage: DefinitionLanguage;
  onDefinitionLanguage(language: DefinitionLanguage): void;
  /** Terms that stand inside this one. */
  contains: readonly ContainedTerm[];
  onOpen(term: ContainedTerm): void;
  /** Buttons of the card, at the end of its last line. */
  actions: ComponentChildren;
}

/** One meaning of a term, from headword to glossary. */
export function Sense(props: SenseProps): JSX.Element {
  const { sense, headId, panel, t, uiLanguage, definitionLanguage } = props;
  const { concept, glossary, category, term } = sense;
  const head = concept.terms[0];
  const headLang = declaredLanguage(head.language);
  const groups = groupNames(concept, [head.text, term.text]);
  const definition = tagDefinition(concept, definitionLanguage, uiLanguage);
  const kind = category === undefined ? undefined : tagText(category, uiLanguage);
  const glossaryName = tagText(glossary.name, uiLanguage);
  const panelRole =
    panel === undefined ? {} : { role: 'tabpanel' as const, id: panel.id, 'aria-labelledby': panel.tabId };

  return (
    <div class="sense" {...panelRole}>
      <header class="card-head">
        <div class="title">
          <h2 class="headword" id={headId} lang={headLang}>
            {head.text}
          </h2>
          {kind !== undefined && (
            <span class="seal" lang={kind.lang}>
              {kind.text}
            </span>
          )}
        </div>
        {definitionLanguages(concept).length > 1 && (
          <DefinitionSwitch t={t} language={definitionLanguage} onChange={props.onDefinitionLanguage} />
        )}
      </header>
      <div class="card-body">
        <p class="definition" lang={definition.lang}>
          {definition.text}
        </p>
        <dl class="margin-list">
          {term.text !== head.text && (
            <div class="row">
              <dt>{t('card.here')}</dt>
              <dd class="names">
                <Name term={term} lang={declaredLanguage(term.language)} t={t} />
              </dd>
            </div>
          )}
          <NameList groups={groups} headLang={headLang} t={t} uiLanguage={uiLanguage} />
          {props.contains.length > 0 && (
            <div class="row">
              <dt>{t('card.contains')}</dt>
              <dd class="names">
                {props.contains.map((each) => (
                  <button type="button" class="inner-term" key={each.form} onClick={() => props.onOpen(each)}>
                    {each.text}
                  </button>
                ))}
              </dd>
            </div>
          )}
          {concept.sources.length > 0 && (
            <div class="row">
              <dt>{t('card.sources', { count: concept.sources.length })}</dt>
              <dd class="source-cell">
                <SourceList sources={concept.sources} t={t} uiLanguage={uiLanguage} />
              </dd>
            </div>
          )}
        </dl>
      </div>
      <footer class="card-foot">
        <p>
          <cite lang={glossaryName.lang}>{glossaryName.text}</cite>
          <span>{t('card.updated', { date: formatDate(glossary.updated, uiLanguage) })}</span>
        </p>
        {props.actions}
      </footer>
    </div>
  );
}
