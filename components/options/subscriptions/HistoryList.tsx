import type { JSX } from 'preact';
import { formatDate } from '@/lib/i18n/format-date';
import { localDay } from '@/lib/i18n/local-day';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { HistoryEntry } from '@/lib/updates/subscription';
import { ChangeList } from './ChangeList';

export interface HistoryListProps {
  /** Newest first. */
  history: readonly HistoryEntry[];
  /** Hash of the edition in use. */
  held: string | undefined;
  /** Numbers of the entries whose content is kept. */
  copies: ReadonlySet<number>;
  onRestore(number: number): void;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** What was put into the store when, what it changed, and the way back. */
export function HistoryList(props: HistoryListProps): JSX.Element | null {
  const { history, held, copies, onRestore, t, uiLanguage } = props;
  if (history.length === 0) return null;
  return (
    <details class="history">
      <summary>{t('subscriptions.history')}</summary>
      <ol>
        {history.map(({ number, atMs, kind, edition, changes }) => {
          const version = {
            version: edition.version,
            date: formatDate(edition.updated, uiLanguage),
          };
          return (
            <li key={number}>
              <p>
                <b>{t(`subscriptions.entry.${kind}`)}</b>{' '}
                <time dateTime={new Date(atMs).toISOString()}>{formatDate(localDay(atMs), uiLanguage)}</time>
                {' · '}
                {t('subscriptions.version', version)}
                {edition.hash === held && <small> {t('subscriptions.current')}</small>}
              </p>
              {changes !== undefined && <ChangeList changes={changes} t={t} />}
              {edition.hash !== held && copies.has(number) && (
                <button
                  type="button"
                  class="button"
                  aria-label={t('subscriptions.restoreNamed', version)}
                  onClick={() => onRestore(number)}
                >
                  {t('subscriptions.restore')}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
