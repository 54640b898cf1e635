import { PanelRight, SlidersHorizontal, SquarePen } from 'lucide';
import type { JSX } from 'preact';
import { Brand } from '@/components/controls/Brand';
import { IconButton } from '@/components/controls/IconButton';
import { Switch } from '@/components/controls/Switch';
import { DraftButton } from '@/components/draft/DraftButton';
import { FoundTerms, type FoundTermsProps } from '@/components/page-list/FoundTerms';
import { PageReport } from '@/components/page-list/PageReport';
import type { ListedTerm, PageView } from '@/lib/page-list/page-view';

export interface PopupProps<T extends ListedTerm> extends Omit<FoundTermsProps<T>, 'terms'> {
  view: PageView<T>;
  /** Pangzhu is on everywhere, and on this site. */
  enabled: boolean;
  siteActive: boolean;
  /** Host name of the tab; without one there is nothing to switch. */
  site: string | undefined;
  /** What just went wrong, in the reader's language. */
  trouble: string | undefined;
  onEnabled(enabled: boolean): void;
  onSiteActive(active: boolean): void;
  /** Opens the form for a term of the reader's own. */
  onAdd(): void;
  onOpenOptions(): void;
  /** Begins a glossary from the article in the tab. */
  onDraft(): void;
  /** Without it, this browser has no side panel. */
  onOpenPanel: (() => void) | undefined;
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
          <IconButton icon={SquarePen} label={t('popup.add')} onClick={props.onAdd} />
          {props.onOpenPanel !== undefined && (
            <IconButton icon={PanelRight} label={t('popup.panel')} onClick={props.onOpenPanel} />
          )}
          <IconButton icon={SlidersHorizontal} label={t('popup.options')} onClick={props.onOpenOptions} />
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
        <PageReport
          view={props.view}
          enabled={props.enabled}
          siteActive={props.siteActive}
          offHint={t('popup.offHint')}
          pausedHint={t('popup.pausedHint')}
          onOpenOptions={props.onOpenOptions}
          t={t}
          list={({ terms }) => <FoundTerms {...props} terms={terms} />}
        />
      </main>
      {props.view.kind !== 'unreadable' && <DraftButton t={t} onDraft={props.onDraft} />}
    </div>
  );
}
