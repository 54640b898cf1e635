import { X } from 'lucide';
import type { JSX } from 'preact';
import { Icon } from '@/components/controls/Icon';
import type { Translate } from '@/lib/i18n/translator';

/** What was just done, and how to take it back. */
export interface ToastMessage {
  text: string;
  trouble?: boolean;
  onUndo?: () => void;
}

/** Tells of an act until it is dismissed or another one follows: nobody has to hurry to undo. */
export function Toast(props: {
  message: ToastMessage | undefined;
  onDismiss(): void;
  t: Translate;
}): JSX.Element {
  const { message, onDismiss, t } = props;
  return (
    <div class="toast" role="status">
      {message !== undefined && (
        <div class="toast-box" data-trouble={message.trouble ? '' : undefined}>
          <span>{message.text}</span>
          {message.onUndo !== undefined && (
            <button type="button" class="link" onClick={message.onUndo}>
              {t('options.undo')}
            </button>
          )}
          <button type="button" class="quiet" aria-label={t('options.dismiss')} onClick={onDismiss}>
            <Icon node={X} size={15} />
          </button>
        </div>
      )}
    </div>
  );
}
