import type { Glossary } from '@/lib/glossary/model';
import type { Handlers } from '@/lib/messaging/messenger';
import type { SubscriptionMessages } from '@/lib/messaging/subscription-protocol';
import { announceRevision } from '@/lib/storage/revision-signal';
import { announceSubscriptions } from '@/lib/storage/subscription-signal';
import type { Failure } from '@/lib/updates/failure';
import type { GlossaryOffer } from '@/lib/updates/glossary-offer';
import { readInWorker } from './file-reading';
import { keepAlive } from './subscription-schedule';
import { SubscriptionUpdater } from './subscription-updater';

/** The updater of this background, joined to the browser. */
export function createUpdater(): SubscriptionUpdater {
  return new SubscriptionUpdater({
    moment: () => ({ nowMs: Date.now(), random: Math.random() }),
    announceRevision,
    readFile: readInWorker,
    announceChange: () => announceSubscriptions(Date.now()),
  });
}

/** One function for each message about subscriptions. */
export function createSubscriptionHandlers(updater: SubscriptionUpdater): Handlers<SubscriptionMessages> {
  return {
    async previewSubscription({ wanted }) {
      const preview = await keepAlive(() => updater.preview(wanted));
      if (!preview.ok) return { failure: preview.failure };
      const { glossary, signed, skipped } = preview;
      return { offer: { ...describe(glossary), signed, skipped } };
    },
    async subscribe({ wanted, mode }) {
      return outcome(await keepAlive(() => updater.subscribe(wanted, mode)));
    },
    async checkSubscription({ address, anew }) {
      return outcome((await keepAlive(() => updater.check(address, anew)))?.lastFailure);
    },
    async setUpdateMode({ address, mode }) {
      await updater.setMode(address, mode);
      return {};
    },
    async decideUpdate({ address, take }) {
      await (take ? updater.apply(address) : updater.decline(address));
      return {};
    },
    async restoreEdition({ address, number }) {
      await updater.restore(address, number);
      return {};
    },
    async unsubscribe({ address, keep }) {
      await updater.unsubscribe(address, { keep });
      return {};
    },
    async resumeSubscription({ subscription }) {
      await updater.resume(subscription);
      return {};
    },
  };
}

function outcome(failure: Failure | undefined): { failure?: Failure } {
  return failure === undefined ? {} : { failure };
}

function describe({
  concepts,
  categories: _,
  ...header
}: Glossary): Omit<GlossaryOffer, 'signed' | 'skipped'> {
  return { ...header, conceptCount: concepts.length };
}
