import { SlidersHorizontal } from 'lucide';
import type { JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import { Icon } from '@/components/controls/Icon';
import { Switch } from '@/components/controls/Switch';
import { PageReport, type PageReportProps } from './PageReport';
import type { ListedTerm } from './page-view';

export interface PopupProps<T extends ListedTerm> extends PageReportProps<T> {
  /** Host name of the tab; without one there is nothing to switch. */
  site: string | undefined;
  /** What just went wrong, in the reader's language. */
  trouble: string | undefined;
  onEnabled(enabled: boolean): void;
  onSiteActive(active: boolean): void;
  onOpenOptions(): void;
}

/** The toolbar popup: on or off, and the terms of the page in the tab. */
export function Popup<T extends ListedTerm>(props: PopupProps<T>): JSX.Element {
  const { t, site } = props;
  return (
    <div class="popup">
      <header>
        <div class="popup-head">
          <h1>
            <Brand name={t('product.name')} size={22} />
          </h1>
          <button type="button" class="quiet" title={t('popup.options')} onClick={props.onOpenOptions}>
            <Icon node={SlidersHorizontal} />
            <span class="unseen">{t('popup.options')}</span>
          </button>
        </div>
        <div class="popup-switches">
          <Switch checked={props.enabled} onChange={props.onEnabled}>
            {t('popup.everywhere')} <small>{t('popup.everywhereHint')}</small>
          </Switch>
          {site !== undefined && props.enabled && (
            <Switch checked={props.siteActive} onChange={props.onSiteActive}>
              <bdi class="site">{site === 'file://' ? t('popup.localFiles') : site}</bdi>{' '}
              <small>{t('popup.onSite')}</small>
            </Switch>
          )}
        </div>
      </header>
      <main class="popup-page">
        <p class="trouble" role="alert">
          {props.trouble}
        </p>
        <PageReport {...props} />
      </main>
    </div>
  );
}
