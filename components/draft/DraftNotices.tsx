import { Check, FileWarning, RefreshCw } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import { Notice } from '@/components/controls/Notice';
import { type Marking, savedText } from '@/components/controls/target-texts';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';

/** Why nothing was drawn from a page. */
export type DraftTrouble = 'none' | 'short' | 'foreign' | 'unreadable' | 'failed';

export interface DraftNoticesProps {
  troubles: readonly { title: string; trouble: DraftTrouble }[];
  /** Titles of articles whose page has changed since. */
  changed: readonly string[];
  saved: { count: number; name: string; into: Marking } | undefined;
  failure: 'save' | 'undo' | 'keep' | undefined;
  /** It is being taken back. */
  acting: boolean;
  t: Translate;
  uiLanguage: UiLanguage;
  onReadAgain(): void;
  onUnsave(): void;
  onShowPage(): void;
}

/** What the reader should know: what went wrong, what has changed, what was saved. */
export function DraftNotices(props: DraftNoticesProps): JSX.Element {
  const { troubles, changed, saved, failure, t } = props;
  return (
    <div class="draft-notices">
      {troubles.map(({ title, trouble }) => (
        <Notice key={title + trouble} icon={FileWarning} title={t(`draft.trouble.${trouble}`)} urgent>
          {title !== '' && <p class="trouble-page">{title}</p>}
          <p>{t(`draft.troubleHint.${trouble}`)}</p>
        </Notice>
      ))}
      {changed.length > 0 && (
        <Notice icon={RefreshCw} title={t('draft.changed')}>
          <p class="trouble-page">{changed.join(' · ')}</p>
          <button type="button" class="button" onClick={props.onReadAgain}>
            {t('draft.readAgain')}
          </button>
        </Notice>
      )}
      {failure !== undefined && (
        <p class="trouble" role="alert">
          {t(`draft.failure.${failure}`)}
        </p>
      )}
      {saved !== undefined && (
        <div class="saved" role="status">
          <Icon node={Check} size={18} />
          <p>
            {savedText(
              'draft.saved',
              saved.into,
              { count: saved.count, name: saved.name },
              t,
              props.uiLanguage,
            )}
          </p>
          <button type="button" class="button" disabled={props.acting} onClick={props.onUnsave}>
            {t('draft.unsave')}
          </button>
          <button type="button" class="button" onClick={props.onShowPage}>
            {t('draft.showPage')}
          </button>
        </div>
      )}
    </div>
  );
}
