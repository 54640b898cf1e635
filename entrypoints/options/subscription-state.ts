import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { Loaded } from '@/components/options/glossary-view';
import type { SubscriptionView } from '@/components/options/subscriptions/SubscriptionRow';
import { reasonOf } from '@/lib/i18n/reason-of';
import { ask } from '@/lib/messaging/messenger';
import type { PageToBackground } from '@/lib/messaging/protocol';
import type { SubscriptionMessages } from '@/lib/messaging/subscription-protocol';
import { OutdatedError } from '@/lib/storage/glossary-change';
import { deleteGlossary } from '@/lib/storage/glossary-store';
import { announceRevision } from '@/lib/storage/revision-signal';
import { watchSubscriptions } from '@/lib/storage/subscription-signal';
import { listSubscriptions, readCopyNumbers } from '@/lib/storage/subscription-store';
import { doUndoably, undoAct } from '@/lib/storage/undo';
import { createShareLink } from '@/lib/subscriptions/address';
import type { Failure } from '@/lib/updates/failure';
import type { Subscription, UpdateMode, WantedGlossary } from '@/lib/updates/subscription';

type Asked = Parameters<SubscriptionMessages[keyof SubscriptionMessages]>[0];

/** The subscriptions, and what the options page does with them. The background does all that needs a request. */
export function createSubscriptionState() {
  const subscriptions = signal<Loaded<readonly SubscriptionView[]>>({ kind: 'loading' });
  /** What was done last: its words are the section's. */
  const done = signal<
    | { kind: 'kept' | 'removed'; subscription: Subscription; undo?: () => void }
    | { kind: 'failed'; reason: string }
    | undefined
  >(undefined);

  /** Addresses of the subscriptions that are being ended. */
  const ending = new Set<string>();

  async function load(): Promise<void> {
    try {
      const all = await listSubscriptions();
      const views = await Promise.all(
        all.map(async (subscription) => ({
          subscription,
          copies: new Set(await readCopyNumbers(subscription.address)),
        })),
      );
      subscriptions.value = { kind: 'ready', value: views };
    } catch (error) {
      console.error(error);
      subscriptions.value = { kind: 'failed', reason: reasonOf(error) };
    }
  }

  /** Does something and tells of a failure; never rejects. */
  async function telling(act: () => Promise<unknown>): Promise<void> {
    done.value = undefined;
    try {
      await act();
    } catch (error) {
      console.error(error);
      done.value = { kind: 'failed', reason: reasonOf(error) };
    }
    await load();
  }

  const asking = (name: keyof SubscriptionMessages, request: Asked): Promise<void> =>
    telling(() => ask<PageToBackground, typeof name>(name, request as never));

  /** Ends a subscription together with its glossary; both come back with undo. */
  async function remove(subscription: Subscription): Promise<void> {
    const { address, glossaryId } = subscription;
    await ask<PageToBackground, 'unsubscribe'>('unsubscribe', { address, keep: false });
    if (glossaryId === undefined) return;
    const deleted = await doUndoably([glossaryId], () => deleteGlossary(glossaryId)).catch((error) => {
      // It had been deleted in the list: that is what was wished for.
      if (error instanceof OutdatedError && error.current === undefined) return undefined;
      throw error;
    });
    if (deleted === undefined) {
      done.value = { kind: 'removed', subscription };
      return;
    }
    const { revision, undo } = deleted;
    await announceRevision(revision);
    done.value = {
      kind: 'removed',
      subscription,
      undo: () =>
        void telling(async () => {
          await announceRevision(await undoAct(undo));
          await ask<PageToBackground, 'resumeSubscription'>('resumeSubscription', { subscription });
        }),
    };
  }

  return {
    subscriptions,
    done,
    load,
    preview: (wanted: WantedGlossary) =>
      ask<PageToBackground, 'previewSubscription'>('previewSubscription', { wanted }),
    async subscribe(wanted: WantedGlossary, mode: UpdateMode): Promise<{ failure?: Failure }> {
      const outcome = await ask<PageToBackground, 'subscribe'>('subscribe', { wanted, mode });
      await load();
      return outcome;
    },
    check: ({ address }: Subscription, anew: boolean) => asking('checkSubscription', { address, anew }),
    setMode: ({ address }: Subscription, mode: UpdateMode) => asking('setUpdateMode', { address, mode }),
    decide: ({ address }: Subscription, take: boolean) => asking('decideUpdate', { address, take }),
    restore: ({ address }: Subscription, number: number) => asking('restoreEdition', { address, number }),
    async end(subscription: Subscription, keep: boolean): Promise<void> {
      const { address } = subscription;
      // A double click is one wish: the second would find nothing that could be taken back.
      if (ending.has(address)) return;
      ending.add(address);
      await telling(async () => {
        if (!keep) return remove(subscription);
        await ask<PageToBackground, 'unsubscribe'>('unsubscribe', { address, keep });
        done.value = { kind: 'kept', subscription };
      });
      ending.delete(address);
    },
    async copyLink(subscription: Subscription): Promise<boolean> {
      try {
        await navigator.clipboard.writeText(
          createShareLink(browser.runtime.getURL('/options.html'), subscription),
        );
        return true;
      } catch (error) {
        // The page lost the focus, or the browser keeps its clipboard to itself.
        console.warn(error);
        return false;
      }
    },
    watch: () => watchSubscriptions(() => void load()),
  };
}

export type SubscriptionState = ReturnType<typeof createSubscriptionState>;
