import { ChevronDown, ChevronUp } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceGroup } from '@/components/controls/ChoiceGroup';
import { IconButton } from '@/components/controls/IconButton';
import { SearchField } from '@/components/controls/SearchField';
import { tagText } from '@/components/popover/sense-texts';
import { filterTerms, groupTerms, type TermGroup } from '@/lib/page-list/arrange';
import type { ListedTerm } from '@/lib/page-list/page-view';
import { PAGE_LIST_ORDERS, type PageListOrder } from '@/lib/settings/page-list-order';
import { ExportBox, type ExportBoxProps } from './ExportBox';
import { RejectedTerms, type RejectedTermsProps } from './RejectedTerms';
import { TermItem, type TermItemProps } from './TermItem';

export interface FoundTermsProps<T extends ListedTerm>
  extends Pick<TermItemProps<T>, 't' | 'uiLanguage' | 'card' | 'onJump' | 'onToggle'>,
    Pick<ExportBoxProps, 'exported'>,
    Pick<RejectedTermsProps, 'rejected' | 'onRejected'> {
  terms: readonly T[];
  order: PageListOrder;
  onOrder(order: PageListOrder): void;
  /** Key of the term that the page was last taken to, and to which of its places. */
  shown: { key: string; place: number } | undefined;
  /** The terms whose card is open. */
  open: ReadonlySet<string>;
  /** Letters that count as one, for the filter. */
  fold(text: string): string;
  /** Takes the page to its next term, or the one before, as the keys do. */
  onStep(back: boolean): void;
  /** Copies or saves the terms that the list has now, as it has them. */
  onExport(groups: readonly TermGroup<T>[], ...how: Parameters<ExportBoxProps['onExport']>): void;
}

/** The terms of a page that has some: narrowed down, arranged, exported. */
export function FoundTerms<T extends ListedTerm>(props: FoundTermsProps<T>): JSX.Element {
  const { terms, order, shown, t, uiLanguage } = props;
  const [filter, setFilter] = useState('');
  const groups = groupTerms(filterTerms(terms, filter, props.fold), order);
  return (
    <>
      <div class="list-tools">
        <div class="list-search">
          <SearchField label={t('popup.filter')} value={filter} onInput={setFilter} />
          <IconButton icon={ChevronUp} label={t('list.stepBack')} onClick={() => props.onStep(true)} />
          <IconButton icon={ChevronDown} label={t('list.step')} onClick={() => props.onStep(false)} />
        </div>
        <ChoiceGroup
          label={t('list.order')}
          choices={PAGE_LIST_ORDERS.map((value) => ({ value, label: t(`list.order.${value}`) }))}
          value={order}
          onChange={props.onOrder}
          layout="row"
        />
        {groups.length > 0 && (
          <ExportBox
            t={t}
            exported={props.exported}
            onExport={(format, way) => props.onExport(groups, format, way)}
          />
        )}
      </div>
      {groups.length === 0 && (
        <p class="nothing" role="status">
          {t('popup.noMatch', { text: filter.trim() })}
        </p>
      )}
      {groups.map(({ category, terms: members }) => {
        const name = category === undefined ? undefined : tagText(category, uiLanguage);
        return (
          <section class="term-group" key={JSON.stringify(category)}>
            {order === 'category' && (
              <h3 lang={name?.lang}>
                {name?.text ?? t('list.noCategory')} <small>{members.length}</small>
              </h3>
            )}
            <ul>
              {members.map((term) => (
                <TermItem
                  key={term.key}
                  term={term}
                  kindShown={order !== 'category'}
                  place={term.key === shown?.key ? shown.place : undefined}
                  isOpen={props.open.has(term.key)}
                  card={props.card}
                  onJump={props.onJump}
                  onToggle={props.onToggle}
                  t={t}
                  uiLanguage={uiLanguage}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <RejectedTerms rejected={props.rejected} onRejected={props.onRejected} t={t} />
    </>
  );
}
