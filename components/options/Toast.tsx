import { X } from 'lucide';
import type { JSX } from 'preact';
import { IconButton } from '@/components/controls/IconButton';
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
          <IconButton icon={X} iconSize={15} label={t('options.dismiss')} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
