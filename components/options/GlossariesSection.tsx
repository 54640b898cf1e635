import { BookMarked, TriangleAlert } from 'lucide';
import type { JSX } from 'preact';
import { Notice } from '@/components/controls/Notice';
import type { GlossaryId } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { ConceptBrowser } from './ConceptBrowser';
import { GlossaryRow } from './GlossaryRow';
import type { ConceptQuery, GlossarySummary, Loaded, OpenGlossary } from './glossary-view';

export interface GlossariesSectionProps {
  glossaries: Loaded<readonly GlossarySummary[]>;
  open: OpenGlossary | undefined;
  onEnabled(id: GlossaryId, enabled: boolean): void;
  onQuery(query: ConceptQuery): void;
  onRetry(): void;
  definitionLanguage: DefinitionLanguage;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** All glossaries with their switches, and the concepts of the one that is open. */
export function GlossariesSection(props: GlossariesSectionProps): JSX.Element {
  const { glossaries, open, t, uiLanguage } = props;
  if (glossaries.kind === 'loading') return <p class="intro">{t('options.loading')}</p>;
  if (glossaries.kind === 'failed') {
    return (
      <Notice icon={TriangleAlert} title={t('options.storeFailed')} urgent>
        <p>{t('options.storeFailedHint', { reason: glossaries.reason })}</p>
        <p class="notice-action">
          <button type="button" class="button" onClick={props.onRetry}>
            {t('options.retry')}
          </button>
        </p>
      </Notice>
    );
  }
  if (glossaries.value.length === 0) {
    return (
      <Notice icon={BookMarked} title={t('glossaries.none')}>
        {t('glossaries.noneHint')}
      </Notice>
    );
  }
  return (
    <>
      <p class="intro">{t('glossaries.intro')}</p>
      <ul class="ruled">
        {glossaries.value.map((glossary) => (
          <GlossaryRow
            key={glossary.id}
            glossary={glossary}
            open={open?.glossary.id === glossary.id}
            onEnabled={(enabled) => props.onEnabled(glossary.id, enabled)}
            {...{ t, uiLanguage }}
          />
        ))}
      </ul>
      {open !== undefined && (
        <ConceptBrowser
          key={open.glossary.id}
          open={open}
          onQuery={props.onQuery}
          definitionLanguage={props.definitionLanguage}
          {...{ t, uiLanguage }}
        />
      )}
    </>
  );
}
