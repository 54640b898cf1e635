import { TriangleAlert } from 'lucide';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/controls/Icon';
import { tagText } from '@/components/popover/sense-texts';
import { formatDate } from '@/lib/i18n/format-date';
import { formatFromNow } from '@/lib/i18n/format-from-now';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import type { Subscription, UpdateMode } from '@/lib/updates/subscription';
import { ChangeList } from './ChangeList';
import { failureText } from './failure-text';
import { HistoryList } from './HistoryList';
import { ModeChoice } from './Offer';

/** As long as "0 minutes ago" would be. */
const JUST_NOW_MS = 60_000;

/** A subscription, and the numbers of the history entries that can be gone back to. */
export interface SubscriptionView {
  subscription: Subscription;
  copies: ReadonlySet<number>;
}

/** What can be done with a subscription. Each resolves when it is done, or has failed and been told of. */
export interface SubscriptionActs {
  /** `anew`: what was declined is offered again. */
  onCheck(subscription: Subscription, anew: boolean): Promise<void>;
  onMode(subscription: Subscription, mode: UpdateMode): Promise<void>;
  onDecide(subscription: Subscription, take: boolean): Promise<void>;
  onRestore(subscription: Subscription, number: number): Promise<void>;
  onEnd(subscription: Subscription, keep: boolean): Promise<void>;
  /** Whether the link was copied. */
  onCopyLink(subscription: Subscription): Promise<boolean>;
}

export interface SubscriptionRowProps extends SubscriptionActs {
  view: SubscriptionView;
  nowMs: number;
  t: Translate;
  uiLanguage: UiLanguage;
}

/** One subscription: what it is, how it stands, what waits for the reader, and what can be done. */
export function SubscriptionRow(props: SubscriptionRowProps): JSX.Element {
  const { view, t, uiLanguage, onDecide } = props;
  const { subscription } = view;
  const { host } = new URL(subscription.address);
  const name = subscription.name && tagText(subscription.name, uiLanguage);
  const { held, pending } = subscription;
  return (
    <li class="subscription">
      <h3 lang={name?.lang}>{name?.text ?? host}</h3>
      <ul class="facts">
        <li title={subscription.address}>{t('subscriptions.from', { host })}</li>
        {held !== undefined && (
          <li>
            {t('subscriptions.version', {
              version: held.version,
              date: formatDate(held.updated, uiLanguage),
            })}
          </li>
        )}
        {subscription.managed && <li>{t('options.managed')}</li>}
      </ul>
      <State {...props} />
      {pending !== undefined && (
        <div class="pending" role="status">
          <p class="notice-title">{t('subscriptions.pending', { version: pending.edition.version })}</p>
          <ChangeList changes={pending.changes} t={t} />
          <div class="actions">
            <button type="button" class="button primary" onClick={() => void onDecide(subscription, true)}>
              {t('subscriptions.apply')}
            </button>
            <button type="button" class="button" onClick={() => void onDecide(subscription, false)}>
              {t('subscriptions.decline')}
            </button>
          </div>
        </div>
      )}
      <Acts {...props} />
    </li>
  );
}

/** When it was checked, how that went, and what happens next. */
function State({ view: { subscription }, nowMs, onCheck, t, uiLanguage }: SubscriptionRowProps): JSX.Element {
  const { lastFailure, lastCheckMs, nextCheckMs, held } = subscription;
  const next = formatFromNow({ atMs: Math.max(nowMs, nextCheckMs), nowMs }, uiLanguage);
  const checkedText = (atMs: number): string =>
    nowMs - atMs < JUST_NOW_MS
      ? t('subscriptions.checkedNow')
      : t('subscriptions.checked', { when: formatFromNow({ atMs, nowMs }, uiLanguage) });
  if (lastFailure !== undefined) {
    return (
      <div class="subscription-failure">
        <Icon node={TriangleAlert} />
        <p>
          {failureText(lastFailure, t)}{' '}
          {t(held === undefined ? 'subscriptions.nothingYet' : 'subscriptions.lastGood', { when: next })}
        </p>
      </div>
    );
  }
  return (
    <p class="hint">
      {lastCheckMs === undefined ? t('subscriptions.never') : checkedText(lastCheckMs)}
      {' · '}
      {t('subscriptions.next', { when: next })}
      <Declined subscription={subscription} onOffer={() => onCheck(subscription, true)} t={t} />
    </p>
  );
}

/** An edition that the reader did not want: skipped, or had and went back from. */
function Declined(props: {
  subscription: Subscription;
  onOffer(): Promise<void>;
  t: Translate;
}): JSX.Element | null {
  const { subscription, onOffer, t } = props;
  const { newest, declinedHash, history } = subscription;
  const [asking, setAsking] = useState(false);
  if (newest === undefined || declinedHash !== newest.hash) return null;
  const { version } = newest;
  if (history.some(({ edition }) => edition.hash === declinedHash)) {
    return (
      <>
        <br />
        {t('subscriptions.wentBack', { version })}
      </>
    );
  }
  const offer = async (): Promise<void> => {
    setAsking(true);
    await onOffer();
    setAsking(false);
  };
  return (
    <>
      <br />
      {t('subscriptions.skipped', { version })}{' '}
      <button type="button" class="link" disabled={asking} onClick={() => void offer()}>
        {t('subscriptions.offerAgain')}
      </button>
    </>
  );
}

function Acts(props: SubscriptionRowProps): JSX.Element {
  const { view, t, uiLanguage } = props;
  const { subscription, copies } = view;
  const [checking, setChecking] = useState(false);
  const [copied, setCopied] = useState<boolean>();
  const [ending, setEnding] = useState(false);
  const name = subscription.name && tagText(subscription.name, uiLanguage).text;

  const check = async (): Promise<void> => {
    setChecking(true);
    await props.onCheck(subscription, false);
    setChecking(false);
  };

  if (ending) {
    return (
      <fieldset class="ending">
        <legend>{t('subscriptions.endNamed', { name: name ?? subscription.address })}</legend>
        <div class="actions">
          <button type="button" class="button" onClick={() => setEnding(false)}>
            {t('subscriptions.stay')}
          </button>
          <button type="button" class="button" onClick={() => void props.onEnd(subscription, true)}>
            {t('subscriptions.endKeep')}
          </button>
          <button type="button" class="button danger" onClick={() => void props.onEnd(subscription, false)}>
            {t('subscriptions.endRemove')}
          </button>
        </div>
      </fieldset>
    );
  }
  return (
    <>
      {!subscription.managed && (
        <ModeChoice
          mode={subscription.mode}
          onChange={(mode) => void props.onMode(subscription, mode)}
          t={t}
        />
      )}
      <div class="actions">
        <button type="button" class="button" disabled={checking} onClick={() => void check()}>
          {t(checking ? 'subscriptions.checking' : 'subscriptions.check')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => void props.onCopyLink(subscription).then(setCopied)}
        >
          {t('subscriptions.copyLink')}
        </button>
        {!subscription.managed && (
          <button type="button" class="button" onClick={() => setEnding(true)}>
            {t('subscriptions.end')}
          </button>
        )}
        <span class="hint" role="status">
          {copied !== undefined && t(copied ? 'subscriptions.copied' : 'subscriptions.copyFailed')}
        </span>
      </div>
      <HistoryList
        history={subscription.history}
        held={subscription.held?.hash}
        copies={copies}
        onRestore={(number) => void props.onRestore(subscription, number)}
        {...{ t, uiLanguage }}
      />
    </>
  );
}
