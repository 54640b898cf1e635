import { TriangleAlert } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from '@/components/controls/Dialog';
import { Notice } from '@/components/controls/Notice';
import type { Translate } from '@/lib/i18n/translator';

export interface StoreFailureProps {
  /** What the browser said. */
  reason: string;
  onRetry(): void;
  /** Deletes what is stored; asked for twice. */
  onStartAfresh(): void;
  t: Translate;
}

/** Says that the store can't be read, and what can be done about it. */
export function StoreFailure({ reason, onRetry, onStartAfresh, t }: StoreFailureProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Notice icon={TriangleAlert} title={t('options.storeFailed')} urgent>
        <p>{t('options.storeFailedHint', { reason })}</p>
        <p class="notice-action">
          <button type="button" class="button" onClick={onRetry}>
            {t('options.retry')}
          </button>{' '}
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t('options.startAfresh')}
          </button>
        </p>
      </Notice>
      {asking && (
        <Dialog title={t('options.startAfresh')} onCancel={() => setAsking(false)}>
          <p>{t('options.startAfreshHint')}</p>
          <div class="form-foot">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                setAsking(false);
                onStartAfresh();
              }}
            >
              {t('options.startAfreshNow')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {t('options.cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
