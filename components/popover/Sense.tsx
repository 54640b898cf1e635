import { ArrowLeft } from 'lucide';
import type { ComponentChildren, JSX } from 'preact';
import { IconButton } from '@/components/controls/IconButton';
import type { ContainedTerm, RelatedConcept, SenseDescription } from '@/lib/glossary/sense-description';
import { formatDate } from '@/lib/i18n/format-date';
import type { Translate } from '@/lib/i18n/translate';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { CardBody } from './CardBody';
import { Definition } from './Definition';
import { DefinitionSwitch } from './DefinitionSwitch';
import { Name, NameList } from './NameList';
import { SourceList } from './SourceList';
import {
  declaredLanguage,
  definitionLanguages,
  definitionTag,
  groupNames,
  tagDefinition,
  tagText,
} from './sense-texts';

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
  onOpenRelated(concept: RelatedConcept): void;
  /** With it, a button before the headword goes back to the term before. */
  onBack: (() => void) | undefined;
  /** What stands below the sense: the buttons of the card. */
  children?: ComponentChildren;
}

/** One meaning of a term, from headword to glossary. */
export function Sense(props: SenseProps): JSX.Element {
  const { sense, headId, panel, t, uiLanguage, definitionLanguage } = props;
  const { concept, glossary, category, term } = sense;
  const head = concept.terms[0];
  const headLang = declaredLanguage(head.language);
  const { reading, inDefinitions = {}, related = [] } = sense.details ?? {};
  const groups = groupNames(concept, [head.text, term.text]);
  const definition = tagDefinition(concept, definitionLanguage, uiLanguage);
  const kind = category === undefined ? undefined : tagText(category, uiLanguage);
  const glossaryName = tagText(glossary.name, uiLanguage);
  const panelRole =
    panel === undefined ? {} : { role: 'tabpanel' as const, id: panel.id, 'aria-labelledby': panel.tabId };

  return (
    <div class="sense" {...panelRole}>
      <header class="card-head">
        {props.onBack !== undefined && (
          <IconButton
            icon={ArrowLeft}
            iconSize={15}
            class="quiet back"
            label={t('card.back')}
            onClick={props.onBack}
          />
        )}
        <div class="title">
          <h2 class="headword" id={headId} lang={headLang} dir="auto">
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
      <CardBody headId={headId}>
        {reading !== undefined && (
          <p class="reading" lang="zh-Latn-pinyin">
            {reading}
          </p>
        )}
        {definition.text !== '' && (
          <Definition
            key={definition.lang}
            definition={definition}
            terms={inDefinitions[definitionTag(concept, definitionLanguage, uiLanguage) ?? ''] ?? []}
            onOpen={props.onOpen}
            t={t}
          />
        )}
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
          {related.length > 0 && (
            <div class="row">
              <dt>{t('card.related')}</dt>
              <dd class="names">
                {related.map((each) => (
                  <button
                    type="button"
                    class="inner-term"
                    key={each.id}
                    lang={declaredLanguage(each.language)}
                    onClick={() => props.onOpenRelated(each)}
                  >
                    {each.text}
                  </button>
                ))}
              </dd>
            </div>
          )}
        </dl>
      </CardBody>
      <footer class="card-foot">
        {concept.sources.length > 0 && <SourceList sources={concept.sources} t={t} uiLanguage={uiLanguage} />}
        <p>
          <cite lang={glossaryName.lang}>{glossaryName.text}</cite>
          <span>{t('card.updated', { date: formatDate(glossary.updated, uiLanguage) })}</span>
        </p>
      </footer>
      {props.children}
    </div>
  );
}
