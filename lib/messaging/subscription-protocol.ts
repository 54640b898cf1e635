import * as v from 'valibot';
import type { Failure } from '@/lib/updates/failure';
import type { GlossaryOffer } from '@/lib/updates/glossary-offer';
import { parseSubscription } from '@/lib/updates/stored-subscription';
import type { Subscription, UpdateMode, WantedGlossary } from '@/lib/updates/subscription';

/** Why a request came to nothing; nothing if all went well. */
interface Outcome {
  failure?: Failure;
}

/** What the options page may ask of the background about subscriptions. */
export interface SubscriptionMessages {
  /** Downloads a glossary to show it. Stores nothing. */
  previewSubscription(request: { wanted: WantedGlossary }): Outcome & { offer?: GlossaryOffer };
  /** Subscribes, and takes the first edition. */
  subscribe(request: { wanted: WantedGlossary; mode: UpdateMode }): Outcome;
  /** Looks for a newer edition now; `anew`: one that the reader declined is offered again. */
  checkSubscription(request: { address: string; anew: boolean }): Outcome;
  setUpdateMode(request: { address: string; mode: UpdateMode }): Outcome;
  /** Takes the edition that waits for the reader's word, or does without it. */
  decideUpdate(request: { address: string; take: boolean }): Outcome;
  /** Puts the edition of a history entry into the store again. */
  restoreEdition(request: { address: string; number: number }): Outcome;
  /** Ends a subscription; `keep`: its glossary becomes the reader's own. It is not deleted here. */
  unsubscribe(request: { address: string; keep: boolean }): Outcome;
  /** Takes up again what was just ended. */
  resumeSubscription(request: { subscription: Subscription }): Outcome;
}

const address = v.pipe(v.string(), v.url());
const mode = v.picklist(['auto', 'ask']);
const wanted = v.object({
  address,
  publicKey: v.exactOptional(v.string()),
  sha256: v.exactOptional(v.string()),
});

/** Run-time checks of these messages. */
export const subscriptionRequests = {
  previewSubscription: v.object({ wanted }),
  subscribe: v.object({ wanted, mode }),
  checkSubscription: v.object({ address, anew: v.boolean() }),
  setUpdateMode: v.object({ address, mode }),
  decideUpdate: v.object({ address, take: v.boolean() }),
  restoreEdition: v.object({ address, number: v.pipe(v.number(), v.integer()) }),
  unsubscribe: v.object({ address, keep: v.boolean() }),
  resumeSubscription: v.object({
    subscription: v.custom<Subscription>((value) => parseSubscription(value) !== undefined),
  }),
} satisfies Record<keyof SubscriptionMessages, v.GenericSchema>;
