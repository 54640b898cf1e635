import { SlidersHorizontal, SquarePen } from 'lucide';
import type { JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import { IconButton } from '@/components/controls/IconButton';
import { DraftButton } from '@/components/draft/DraftButton';
import type { ListedTerm, PageView } from '@/lib/page-list/page-view';
import { FoundTerms, type FoundTermsProps } from './FoundTerms';
import { PageReport } from './PageReport';

export interface PageListProps<T extends ListedTerm> extends Omit<FoundTermsProps<T>, 'terms'> {
  view: PageView<T>;
  /** Pangzhu is on everywhere, and on this site. */
  enabled: boolean;
  siteActive: boolean;
  /** What just went wrong, in the reader's language. */
  trouble: string | undefined;
  onEnable(): void;
  onResume(): void;
  /** Opens the form for a term of the reader's own. */
  onAdd(): void;
  onOpenOptions(): void;
  /** Begins a glossary from the article in the tab. */
  onDraft(): void;
}

/** The side panel: every term of the page in front. */
export function PageList<T extends ListedTerm>(props: PageListProps<T>): JSX.Element {
  const { t } = props;
  return (
    <div class="panel">
      <header class="panel-head">
        <h1>
          <Brand name={t('product.name')} size={22} />
        </h1>
        <IconButton icon={SquarePen} label={t('popup.add')} onClick={props.onAdd} />
        <IconButton icon={SlidersHorizontal} label={t('popup.options')} onClick={props.onOpenOptions} />
      </header>
      <main class="panel-page">
        <p class="trouble" role="alert">
          {props.trouble}
        </p>
        <PageReport
          view={props.view}
          enabled={props.enabled}
          siteActive={props.siteActive}
          offHint={
            <>
              <p>{t('popup.offHint')}</p>
              <button type="button" class="button" onClick={props.onEnable}>
                {t('list.enable')}
              </button>
            </>
          }
          pausedHint={
            <>
              <p>{t('list.pausedHint')}</p>
              <button type="button" class="button" onClick={props.onResume}>
                {t('list.resume')}
              </button>
            </>
          }
          onOpenOptions={props.onOpenOptions}
          t={t}
          list={({ terms }) => <FoundTerms {...props} terms={terms} />}
        />
      </main>
      {props.view.kind !== 'unreadable' && <DraftButton t={t} onDraft={props.onDraft} />}
    </div>
  );
}
