import type { JSX } from 'preact';
import {
  type SubscriptionReport,
  SubscriptionsSection,
} from '@/components/options/subscriptions/SubscriptionsSection';
import { tagText } from '@/components/popover/sense-texts';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { SubscriptionState } from './subscription-state';

export interface SubscriptionsViewProps {
  state: SubscriptionState;
  /** From a share link. */
  shared: string;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** The section of subscriptions, joined to its state. */
export function SubscriptionsView({ state, shared, t, uiLanguage }: SubscriptionsViewProps): JSX.Element {
  return (
    <SubscriptionsSection
      subscriptions={state.subscriptions.value}
      report={reportOf(state, t, uiLanguage)}
      nowMs={Date.now()}
      onPreview={state.preview}
      onSubscribe={state.subscribe}
      onCheck={state.check}
      onMode={state.setMode}
      onDecide={state.decide}
      onRestore={state.restore}
      onEnd={state.end}
      onCopyLink={state.copyLink}
      {...{ shared, t, uiLanguage }}
    />
  );
}

function reportOf(
  { done }: SubscriptionState,
  t: Translate,
  uiLanguage: UiLanguage,
): SubscriptionReport | undefined {
  const act = done.value;
  if (act === undefined) return undefined;
  if (act.kind === 'failed') {
    return { text: t('subscriptions.actFailed', { reason: act.reason }), trouble: true };
  }
  const { name: localized, address } = act.subscription;
  const name = localized === undefined ? address : tagText(localized, uiLanguage).text;
  const text = t(act.kind === 'kept' ? 'subscriptions.endedKept' : 'subscriptions.endedRemoved', { name });
  return { text, trouble: false, ...(act.undo === undefined ? {} : { onUndo: act.undo }) };
}
