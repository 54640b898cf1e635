import { X } from 'lucide';
import type { JSX } from 'preact';
import { IconButton } from '@/components/controls/IconButton';
import type { Translate } from '@/lib/i18n/translate';
import type { UiLanguage } from '@/lib/settings/languages';

export interface UndoCardProps {
  /** What has just been done. */
  text: string;
  /** Missing where there is nothing to take back. */
  onUndo?: (() => void) | undefined;
  onClose(): void;
  /** What just went wrong, in the reader's language. */
  trouble: string | undefined;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** Stands in place of the card of a term that is no longer marked. */
export function UndoCard({ text, onUndo, onClose, trouble, t, uiLanguage }: UndoCardProps): JSX.Element {
  return (
    <article class="card undo-card" lang={uiLanguage}>
      <p>{text}</p>
      <p class="card-trouble" role="alert">
        {trouble}
      </p>
      <div class="actions">
        {onUndo !== undefined && (
          <button type="button" class="more" onClick={onUndo}>
            {t('card.undo')}
          </button>
        )}
        <IconButton icon={X} iconSize={15} label={t('card.close')} onClick={onClose} />
      </div>
    </article>
  );
}
