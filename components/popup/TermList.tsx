import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SearchField } from '@/components/controls/SearchField';
import { tagText } from '@/components/popover/sense-texts';
import type { Translate } from '@/lib/i18n/translator';
import { filterTerms } from '@/lib/page-list/arrange';
import type { ListedTerm } from '@/lib/page-list/page-view';
import type { UiLanguage } from '@/lib/settings/languages';

/** Up to here the whole list is in view, and a filter would only stand in the way. */
const FILTER_FROM = 9;

export interface TermListProps<T extends ListedTerm> {
  terms: readonly T[];
  /** Key of the term that the page was last taken to. */
  shown: string | undefined;
  onJump(term: T): void;
  /** Letters that count as one, for the filter. */
  fold(text: string): string;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** The terms of the page; each takes the reader to its next place. */
export function TermList<T extends ListedTerm>(props: TermListProps<T>): JSX.Element {
  const { terms, shown, onJump, fold, t, uiLanguage } = props;
  const [filter, setFilter] = useState('');
  const found = filterTerms(terms, filter, fold);
  return (
    <>
      {terms.length >= FILTER_FROM && (
        <SearchField label={t('popup.filter')} value={filter} onInput={setFilter} />
      )}
      <ul class="terms">
        {found.map((term) => (
          <li key={term.key}>
            <TermRow term={term} current={term.key === shown} {...{ onJump, t, uiLanguage }} />
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p class="nothing" role="status">
          {t('popup.noMatch', { text: filter.trim() })}
        </p>
      )}
    </>
  );
}

interface TermRowProps<T extends ListedTerm> {
  term: T;
  current: boolean;
  onJump(term: T): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

function TermRow<T extends ListedTerm>({
  term,
  current,
  onJump,
  t,
  uiLanguage,
}: TermRowProps<T>): JSX.Element {
  const kind = term.category === undefined ? undefined : tagText(term.category, uiLanguage);
  return (
    <button
      type="button"
      class="term-row"
      title={t('popup.jump', { term: term.headword })}
      aria-current={current ? 'location' : undefined}
      onClick={() => onJump(term)}
    >
      <span class="term-head" lang={term.language}>
        {term.headword}
      </span>
      <span class="term-kind">
        {term.senses > 1 ? (
          t('popup.meanings', { count: term.senses })
        ) : (
          <span lang={kind?.lang}>{kind?.text}</span>
        )}
      </span>
      <span class="term-count">
        <span aria-hidden="true">{term.count}</span>
        <span class="unseen">{t('popup.places', { count: term.count })}</span>
      </span>
    </button>
  );
}
