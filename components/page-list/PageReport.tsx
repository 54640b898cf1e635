import { BookX, CirclePause, FileLock, Inbox, LoaderCircle, Power, TriangleAlert } from 'lucide';
import type { ComponentChildren, JSX } from 'preact';
import { Notice } from '@/components/controls/Notice';
import type { MessageKey, Translate } from '@/lib/i18n/translator';
import type { ListedTerm, PageView, UnreadableReason } from '@/lib/page-list/page-view';

const REASONS: Readonly<Record<UnreadableReason, MessageKey>> = {
  browser: 'popup.unreadableBrowser',
  store: 'popup.unreadableStore',
  pdf: 'popup.unreadablePdf',
  file: 'popup.unreadableFile',
  other: 'popup.unreadableOther',
};

export interface PageReportProps<T extends ListedTerm> {
  view: PageView<T>;
  /** Pangzhu is on everywhere, and on this site. */
  enabled: boolean;
  siteActive: boolean;
  /** What can be done where Pangzhu is off everywhere, or paused on this site. */
  offHint: ComponentChildren;
  pausedHint: ComponentChildren;
  onOpenOptions(): void;
  /** The terms, of which there is at least one; below the heading that counts them. */
  list(view: PageView<T> & { kind: 'listed' }): JSX.Element;
  t: Translate;
}

/** What there is to say about the page: its terms, or why there are none. */
export function PageReport<T extends ListedTerm>(props: PageReportProps<T>): JSX.Element {
  const { view, enabled, siteActive, t } = props;
  if (!enabled) {
    return (
      <Notice icon={Power} title={t('popup.off')}>
        {props.offHint}
      </Notice>
    );
  }
  if (!siteActive) {
    return (
      <Notice icon={CirclePause} title={t('popup.paused')}>
        {props.pausedHint}
      </Notice>
    );
  }
  switch (view.kind) {
    case 'loading':
      return <Notice icon={LoaderCircle} title={t('popup.loading')} />;
    case 'failed':
      return (
        <Notice icon={TriangleAlert} title={t('popup.failed')} urgent>
          {t('popup.failedHint')}
        </Notice>
      );
    case 'unreadable':
      return (
        <Notice icon={FileLock} title={t('popup.unreadable')}>
          {t(REASONS[view.reason])}
        </Notice>
      );
    case 'listed':
      if (view.allOff) {
        return (
          <Notice icon={BookX} title={t('popup.allOff')}>
            <p>{t('popup.allOffHint')}</p>
            <button type="button" class="button" onClick={props.onOpenOptions}>
              {t('welcome.openOptions')}
            </button>
          </Notice>
        );
      }
      return view.terms.length === 0 && view.drawn ? (
        <Notice icon={FileLock} title={t('popup.unreadable')}>
          {t('popup.drawn')}
        </Notice>
      ) : view.terms.length === 0 ? (
        <Notice icon={Inbox} title={t('popup.none')}>
          {t('popup.noneHint')}
        </Notice>
      ) : (
        <section aria-labelledby="page-count">
          <h2 class="page-count" id="page-count">
            {t('popup.count', { count: view.terms.length })}
            <span>{t('popup.places', { count: view.total })}</span>
          </h2>
          {view.drawn && <p class="drawn-hint">{t('popup.drawn')}</p>}
          {props.list(view)}
        </section>
      );
  }
}
