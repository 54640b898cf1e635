import { ArrowLeft } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import { tagText } from '@/components/popover/sense-texts';
import type { ConceptId } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { ConceptBrowser } from './ConceptBrowser';
import { type ConceptActions, ConceptForm } from './ConceptForm';
import { type DetailsActions, DetailsForm } from './DetailsForm';
import { type ConceptQuery, GLOSSARY_VIEWS, type OnRemedy, type OpenGlossary } from './glossary-view';
import { ProblemList } from './ProblemList';
import { glossaryHref } from './sections';
import { TryOutPane } from './TryOutPane';

export interface GlossaryPageProps {
  open: OpenGlossary;
  onQuery(query: ConceptQuery): void;
  onOpen(id: ConceptId): void;
  onNew(): void;
  onDelete(id: ConceptId): void;
  concept: ConceptActions;
  onRemedy: OnRemedy;
  onTryOut(text: string): void;
  onTryAddress(address: string): void;
  onTakePage(): void;
  details: DetailsActions;
  hrefOf(id: ConceptId): string;
  definitionLanguage: DefinitionLanguage;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** One glossary: its concepts, what is amiss with them, a text to try it on, and what is written about it. */
export function GlossaryPage(props: GlossaryPageProps): JSX.Element {
  const { open, t, uiLanguage } = props;
  const { glossary, view } = open;
  const name = tagText(glossary.name, uiLanguage);
  const base = glossaryHref(glossary.id);
  return (
    <div class="glossary-page">
      <a class="back" href="#glossaries">
        <Icon node={ArrowLeft} size={15} />
        {t('options.glossaries')}
      </a>
      <h1 lang={name.lang}>{name.text}</h1>
      <nav class="tabs" aria-label={name.text}>
        {GLOSSARY_VIEWS.map((each) => (
          <a key={each} href={`${base}/${each}`} aria-current={each === view ? 'page' : undefined}>
            {t(`glossary.${each}`)}
          </a>
        ))}
      </nav>
      <View {...props} />
    </div>
  );
}

function View(props: GlossaryPageProps): JSX.Element | null {
  const { open, t, uiLanguage } = props;
  const tryOut = (
    <TryOutPane
      tryOut={open.tryOut}
      onText={props.onTryOut}
      onAddress={props.onTryAddress}
      onTakePage={props.onTakePage}
      t={t}
    />
  );
  switch (open.view) {
    case 'concepts':
      return (
        <div class="split" data-editing={open.concept === undefined ? undefined : ''}>
          <ConceptBrowser {...props} />
          {open.concept !== undefined && (
            <ConceptForm
              key={open.concept.form}
              glossary={open.glossary}
              concept={open.concept}
              nameOf={open.nameOf}
              actions={props.concept}
              {...{ t, uiLanguage }}
            >
              <details class="rules">
                <summary>{t('try.title')}</summary>
                {tryOut}
              </details>
            </ConceptForm>
          )}
        </div>
      );
    case 'problems':
      return (
        <ProblemList
          findings={open.findings}
          nameOf={open.nameOf}
          hrefOf={props.hrefOf}
          onRemedy={props.onRemedy}
          {...{ t, uiLanguage }}
        />
      );
    case 'try':
      return tryOut;
    case 'details':
      if (open.details === undefined) return null;
      return (
        <DetailsForm
          glossary={open.glossary}
          details={open.details}
          actions={props.details}
          {...{ t, uiLanguage }}
        />
      );
  }
}
