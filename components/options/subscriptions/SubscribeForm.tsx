import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { AddressField } from '@/components/options/AddressField';
import { reasonOf } from '@/lib/i18n/reason-of';
import type { Translate } from '@/lib/i18n/translator';
import type { UiLanguage } from '@/lib/settings/languages';
import { formatAddress, readAddress } from '@/lib/subscriptions/address';
import type { Failure } from '@/lib/updates/failure';
import type { GlossaryOffer } from '@/lib/updates/glossary-offer';
import type { UpdateMode, WantedGlossary } from '@/lib/updates/subscription';
import { failureText } from './failure-text';
import { Offer } from './Offer';

export interface SubscribeFormProps {
  /** From a share link; empty if the page was opened otherwise. */
  shared: string;
  /** Addresses that are subscribed to. */
  subscribed: ReadonlySet<string>;
  onPreview(wanted: WantedGlossary): Promise<{ offer?: GlossaryOffer; failure?: Failure }>;
  /** Resolves without a failure once the glossary is there. */
  onSubscribe(wanted: WantedGlossary, mode: UpdateMode): Promise<{ failure?: Failure }>;
  t: Translate;
  uiLanguage: UiLanguage;
}

type Stage =
  | { kind: 'typing'; problem: string }
  | { kind: 'looking' }
  | { kind: 'offered'; wanted: WantedGlossary; offer: GlossaryOffer; subscribing: boolean };

/** Where a glossary is asked for by its address, looked at, and subscribed to. */
export function SubscribeForm(props: SubscribeFormProps): JSX.Element {
  const { shared, subscribed, t, uiLanguage } = props;
  const [typed, setTyped] = useState(shared);
  const [stage, setStage] = useState<Stage>({ kind: 'typing', problem: '' });

  const fail = (problem: string): void => setStage({ kind: 'typing', problem });

  const look = async (event: Event): Promise<void> => {
    event.preventDefault();
    const read = readAddress(typed);
    if (!read.ok) return fail(t(`subscriptions.problem.${read.problem}`));
    if (subscribed.has(read.value.address)) return fail(t('subscriptions.already'));
    setTyped(formatAddress(read.value));
    setStage({ kind: 'looking' });
    await reporting(async () => {
      const { offer, failure } = await props.onPreview(read.value);
      if (failure !== undefined) fail(failureText(failure, t));
      else if (offer !== undefined)
        setStage({ kind: 'offered', wanted: read.value, offer, subscribing: false });
    });
  };

  const subscribe = async (from: Stage & { kind: 'offered' }, mode: UpdateMode): Promise<void> => {
    setStage({ ...from, subscribing: true });
    await reporting(async () => {
      const { failure } = await props.onSubscribe(from.wanted, mode);
      if (failure !== undefined) return fail(failureText(failure, t));
      setTyped('');
      fail('');
    });
  };

  /** The background may be gone, or the store full: that is said where the reader looks. */
  const reporting = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      console.error(error);
      fail(t('subscriptions.actFailed', { reason: reasonOf(error) }));
    }
  };

  const problem = stage.kind === 'typing' ? stage.problem : '';
  return (
    <div class="subscribe">
      <form class="site-form" onSubmit={(event) => void look(event)} noValidate>
        <AddressField
          id="subscription-address"
          label={t('subscriptions.address')}
          placeholder="https://example.com/glossary.json"
          value={typed}
          action={t(stage.kind === 'looking' ? 'subscriptions.looking' : 'subscriptions.look')}
          busy={stage.kind === 'looking'}
          onInput={(value) => {
            setTyped(value);
            fail('');
          }}
          problem={problem}
        />
        {shared !== '' && typed === shared && problem === '' && stage.kind === 'typing' && (
          <p class="hint" role="status">
            {t('subscriptions.shared')}
          </p>
        )}
      </form>
      {stage.kind === 'offered' && (
        <Offer
          offer={stage.offer}
          host={new URL(stage.wanted.address).host}
          busy={stage.subscribing}
          onSubscribe={(mode) => void subscribe(stage, mode)}
          onCancel={() => fail('')}
          {...{ t, uiLanguage }}
        />
      )}
    </div>
  );
}
