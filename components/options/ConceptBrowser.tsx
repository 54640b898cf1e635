import { Plus, SearchX, TriangleAlert } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import { Notice } from '@/components/controls/Notice';
import { SearchField } from '@/components/controls/SearchField';
import { tagText } from '@/components/popover/sense-texts';
import { LINT_CODES } from '@/lib/glossary/lint';
import type { ConceptId } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { ConceptTable } from './ConceptTable';
import type { ConceptQuery, OpenGlossary, ProblemFilter } from './glossary-view';

export interface ConceptBrowserProps {
  open: OpenGlossary;
  onQuery(query: ConceptQuery): void;
  onOpen(id: ConceptId): void;
  onNew(): void;
  onDelete(id: ConceptId): void;
  definitionLanguage: DefinitionLanguage;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** The concepts of a glossary, to search, to narrow down and to open. */
export function ConceptBrowser(props: ConceptBrowserProps): JSX.Element {
  const { open, onQuery, t, uiLanguage } = props;
  const { glossary, query, found } = open;
  return (
    <div class="browser">
      <div class="browser-tools">
        <SearchField
          label={t('glossaries.searchLabel')}
          value={query.text}
          onInput={(text) => onQuery({ ...query, text })}
        />
        {Object.keys(glossary.categories).length > 1 && (
          <select
            class="field"
            aria-label={t('glossaries.category')}
            value={query.category}
            onChange={(event) => onQuery({ ...query, category: event.currentTarget.value })}
          >
            <option value="">{t('glossaries.allCategories')}</option>
            {Object.entries(glossary.categories).map(([key, name]) => {
              const { text, lang } = tagText(name, uiLanguage);
              return (
                <option key={key} value={key} lang={lang}>
                  {text}
                </option>
              );
            })}
          </select>
        )}
        <select
          class="field"
          aria-label={t('glossaries.problem')}
          value={query.problem}
          onChange={(event) => onQuery({ ...query, problem: event.currentTarget.value as ProblemFilter })}
        >
          <option value="">{t('glossaries.allConcepts')}</option>
          {glossary.origin !== 'own' && <option value="edited">{t('glossaries.edited')}</option>}
          <option value="ambiguous">{t('glossaries.ambiguous')}</option>
          {LINT_CODES.map((code) => (
            <option key={code} value={code}>
              {t(`lint.${code}`)}
            </option>
          ))}
        </select>
        <button type="button" class="button" onClick={props.onNew}>
          <Icon node={Plus} size={15} />
          {t('glossaries.newConcept')}
        </button>
      </div>
      <Found {...props} />
      {found.kind === 'loading' && <p class="browser-count">{t('options.loading')}</p>}
      {found.kind === 'failed' && (
        <Notice icon={TriangleAlert} title={t('options.storeFailed')} urgent>
          {t('options.storeFailedHint', { reason: found.reason })}
        </Notice>
      )}
    </div>
  );
}

function Found(props: ConceptBrowserProps): JSX.Element | null {
  const { open, t, uiLanguage } = props;
  const { glossary, found, reading, concept } = open;
  if (found.kind !== 'ready') return null;
  const { length } = found.value;
  const count = reading ? glossary.conceptCount : length;
  if (length === 0) {
    return glossary.conceptCount === 0 ? (
      <Notice icon={Plus} title={t('glossaries.empty')}>
        {t('glossaries.emptyHint')}
      </Notice>
    ) : (
      <Notice icon={SearchX} title={t('glossaries.nothing')}>
        {t('glossaries.nothingHint')}
      </Notice>
    );
  }
  return (
    <>
      <p class="browser-count" role="status">
        {count === glossary.conceptCount
          ? t('glossaries.concepts', { count })
          : t('glossaries.foundOf', { count, total: glossary.conceptCount })}
      </p>
      <ConceptTable
        label={tagText(glossary.name, uiLanguage).text}
        concepts={found.value}
        count={count}
        categories={glossary.categories}
        openId={concept === undefined || concept.isNew ? undefined : (concept.draft.id as ConceptId)}
        editing={concept !== undefined}
        onOpen={props.onOpen}
        onDelete={props.onDelete}
        definitionLanguage={props.definitionLanguage}
        {...{ t, uiLanguage }}
      />
    </>
  );
}
