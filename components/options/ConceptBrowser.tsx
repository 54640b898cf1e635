import { SearchX, TriangleAlert } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Notice } from '@/components/controls/Notice';
import { SearchField } from '@/components/controls/SearchField';
import { tagText } from '@/components/popover/sense-texts';
import type { Concept } from '@/lib/glossary/model';
import type { Translate } from '@/lib/i18n/translator';
import type { DefinitionLanguage, UiLanguage } from '@/lib/settings/languages';
import { ConceptEntry } from './ConceptEntry';
import type { ConceptQuery, OpenGlossary } from './glossary-view';

/** Enough to read on, and drawn within a frame or two whatever the size of the glossary. */
const PAGE = 50;

export interface ConceptBrowserProps {
  open: OpenGlossary;
  onQuery(query: ConceptQuery): void;
  definitionLanguage: DefinitionLanguage;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** The concepts of a glossary, to search and to leaf through. */
export function ConceptBrowser(props: ConceptBrowserProps): JSX.Element {
  const { open, onQuery, t, uiLanguage } = props;
  const { glossary, query, found } = open;
  const categories = Object.entries(glossary.categories).map(([key, name]) => ({
    key,
    ...tagText(name, uiLanguage),
  }));
  return (
    <section class="browser" aria-label={tagText(glossary.name, uiLanguage).text}>
      <div class="browser-tools">
        <SearchField
          label={t('glossaries.searchLabel')}
          value={query.text}
          onInput={(text) => onQuery({ ...query, text })}
        />
        {categories.length > 1 && (
          <select
            class="field"
            aria-label={t('glossaries.category')}
            value={query.category}
            onChange={(event) => onQuery({ ...query, category: event.currentTarget.value })}
          >
            <option value="">{t('glossaries.allCategories')}</option>
            {categories.map(({ key, text, lang }) => (
              <option key={key} value={key} lang={lang}>
                {text}
              </option>
            ))}
          </select>
        )}
      </div>
      {found.kind === 'loading' && <p class="browser-count">{t('options.loading')}</p>}
      {found.kind === 'failed' && (
        <Notice icon={TriangleAlert} title={t('options.storeFailed')} urgent>
          {t('options.storeFailedHint', { reason: found.reason })}
        </Notice>
      )}
      {found.kind === 'ready' && <Found {...props} key={JSON.stringify(query)} found={found.value} />}
    </section>
  );
}

function Found(props: ConceptBrowserProps & { found: readonly Concept[] }): JSX.Element {
  const { open, found, definitionLanguage, t, uiLanguage } = props;
  const [limit, setLimit] = useState(PAGE);
  const { glossary } = open;
  if (found.length === 0) {
    return (
      <Notice icon={SearchX} title={t('glossaries.nothing')}>
        {t('glossaries.nothingHint')}
      </Notice>
    );
  }
  const hidden = found.length - limit;
  return (
    <>
      <p class="browser-count" role="status">
        {found.length === glossary.conceptCount
          ? t('glossaries.concepts', { count: found.length })
          : t('glossaries.foundOf', { count: found.length, total: glossary.conceptCount })}
      </p>
      <ul class="concepts">
        {found.slice(0, limit).map((concept) => (
          <ConceptEntry
            key={concept.id}
            concept={concept}
            categories={glossary.categories}
            {...{ definitionLanguage, t, uiLanguage }}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="button" onClick={() => setLimit(limit + 2 * PAGE)}>
          {t('glossaries.more', { count: Math.min(hidden, 2 * PAGE) })}
        </button>
      )}
    </>
  );
}
