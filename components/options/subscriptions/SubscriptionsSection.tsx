import { Rss, TriangleAlert } from 'lucide';
import type { JSX } from 'preact';
import { Notice } from '@/components/controls/Notice';
import type { Loaded } from '@/components/options/glossary-view';
import { SubscribeForm, type SubscribeFormProps } from './SubscribeForm';
import { type SubscriptionActs, SubscriptionRow, type SubscriptionView } from './SubscriptionRow';

export interface SubscriptionsSectionProps
  extends SubscriptionActs,
    Pick<SubscribeFormProps, 'shared' | 'onPreview' | 'onSubscribe' | 't' | 'uiLanguage'> {
  subscriptions: Loaded<readonly SubscriptionView[]>;
  /** What was just done, and how it can be taken back. */
  report: SubscriptionReport | undefined;
  nowMs: number;
}

/** Tells of an act. */
export interface SubscriptionReport {
  text: string;
  trouble: boolean;
  onUndo?: () => void;
}

/** Glossaries that follow an address. */
export function SubscriptionsSection(props: SubscriptionsSectionProps): JSX.Element {
  const { subscriptions, shared, report, t, uiLanguage } = props;
  const views = subscriptions.kind === 'ready' ? subscriptions.value : [];
  return (
    <>
      <p class="intro">{t('subscriptions.intro')}</p>
      <SubscribeForm
        key={shared}
        subscribed={new Set(views.map(({ subscription }) => subscription.address))}
        onPreview={props.onPreview}
        onSubscribe={props.onSubscribe}
        {...{ shared, t, uiLanguage }}
      />
      <div class="report" role="status">
        {report !== undefined && (
          <p class={report.trouble ? 'trouble' : undefined}>
            {report.text}{' '}
            {report.onUndo !== undefined && (
              <button type="button" class="button" onClick={report.onUndo}>
                {t('subscriptions.undo')}
              </button>
            )}
          </p>
        )}
      </div>
      <h2 class="unseen">{t('subscriptions.list')}</h2>
      {subscriptions.kind === 'loading' && <p class="hint">{t('options.loading')}</p>}
      {subscriptions.kind === 'failed' && (
        <Notice icon={TriangleAlert} title={t('options.storeFailed')} urgent>
          {t('options.storeFailedHint', { reason: subscriptions.reason })}
        </Notice>
      )}
      {subscriptions.kind === 'ready' && views.length === 0 && (
        <Notice icon={Rss} title={t('subscriptions.none')}>
          {t('subscriptions.noneHint')}
        </Notice>
      )}
      {views.length > 0 && (
        <ul class="ruled">
          {views.map((view) => (
            <SubscriptionRow key={view.subscription.address} {...props} view={view} />
          ))}
        </ul>
      )}
    </>
  );
}
