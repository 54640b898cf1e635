import type { Glossary, GlossaryId } from '@/lib/glossary/model';
import { reasonOf } from '@/lib/i18n/reason-of';
import { OutdatedError } from '@/lib/storage/glossary-change';
import { listGlossaries, makeOwn } from '@/lib/storage/glossary-store';
import { createQueue } from '@/lib/storage/queue';
import {
  type CopyName,
  forgetStrayCopies,
  keepCopies,
  listSubscriptions,
  readCopy,
  readSubscription,
  removeSubscription,
  saveSubscription,
} from '@/lib/storage/subscription-store';
import type { DownloadLimits } from '@/lib/subscriptions/download';
import { type Fetched, type FetchSteps, fetchGlossary } from '@/lib/subscriptions/fetch-glossary';
import type { Failure } from '@/lib/updates/failure';
import {
  afterAnswer,
  afterFailure,
  askingAgain,
  createSubscription,
  keptCopies,
  type Subscription,
  type UpdateMode,
  type WantedGlossary,
  withoutDeclined,
  withoutPending,
} from '@/lib/updates/subscription';
import { isSameWanted, startAfresh, underPolicy } from '@/lib/updates/wanted';
import { EditionKeeper, type KeeperWorld } from './edition-keeper';
import { objectionsTo } from './subscription-objections';

/** What the updater needs of the world. */
export interface UpdaterWorld extends KeeperWorld {
  /** Something about the subscriptions has changed. */
  announceChange(): Promise<void>;
  readFile: FetchSteps['read'];
  limits?: DownloadLimits;
}

/** A glossary that could be subscribed to, or why not. */
export type Preview =
  | { ok: true; glossary: Glossary; signed: boolean; skipped: number }
  | { ok: false; failure: Failure };

/**
 * Keeps subscribed glossaries up to date. One thing at a time; every step is stored before the next begins, so that
 * the browser may stop the background at any moment: what was not finished is due again. Whatever goes wrong,
 * the glossary stays as it was.
 */
export class SubscriptionUpdater {
  readonly #world: UpdaterWorld;
  readonly #editions: EditionKeeper;
  readonly #inTurn = createQueue();
  /** The last preview: who subscribes a moment later need not download it again. */
  #previewed: { wanted: WantedGlossary; answer: Fetched } | undefined;

  constructor(world: UpdaterWorld) {
    this.#world = world;
    this.#editions = new EditionKeeper(world);
  }

  /** Downloads a glossary to show what one would subscribe to. Stores nothing. */
  preview(wanted: WantedGlossary): Promise<Preview> {
    return this.#inTurn(async () => {
      const subscription = createSubscription({ ...wanted, mode: 'auto', managed: false }, 0);
      const answer = await this.#fetch(subscription);
      if (answer.kind === 'failed') return { ok: false, failure: answer.failure };
      if (answer.kind === 'not-modified') throw new Error(`304 for ${wanted.address} without a condition`);
      this.#previewed = { wanted, answer };
      const { glossary, publicKey, skipped } = answer.fetched;
      return { ok: true, glossary, signed: publicKey !== undefined, skipped };
    });
  }

  /** Subscribes, and takes the first edition. What fails then is not kept. */
  subscribe(wanted: WantedGlossary, mode: UpdateMode): Promise<Failure | undefined> {
    return this.#inTurn(async () => {
      if ((await readSubscription(wanted.address)) !== undefined) return undefined;
      const fresh = createSubscription({ ...wanted, mode, managed: false }, this.#world.moment().nowMs);
      const checked = await this.#check({ ...fresh, mode: 'auto' });
      if (checked.held === undefined) {
        await removeSubscription(wanted.address);
        await this.#world.announceChange();
        return checked.lastFailure;
      }
      await this.#save({ ...checked, mode });
      return undefined;
    });
  }

  /** Looks for a newer edition now, which may be the one that was declined; the state afterwards. */
  check(address: string, anew = false): Promise<Subscription | undefined> {
    return this.#inTurn(async () => {
      const subscription = await readSubscription(address);
      return subscription && this.#check(anew ? withoutDeclined(subscription) : subscription);
    });
  }

  /** Looks for newer editions of everything that is due. */
  async checkDue(): Promise<void> {
    await this.#inTurn(forgetStrayCopies);
    for (const { address } of await listSubscriptions()) {
      await this.#inTurn(async () => {
        // It may have been checked, or ended, while it waited for its turn.
        const current = await readSubscription(address);
        if (current !== undefined && current.nextCheckMs <= this.#world.moment().nowMs) {
          await this.#check(current);
        }
      });
    }
  }

  /** Takes the edition that waits for the reader's word. */
  apply(address: string): Promise<void> {
    return this.#change(address, (subscription) => this.#editions.takePending(subscription));
  }

  /** Does without the edition that waits for the reader's word. */
  decline(address: string): Promise<void> {
    return this.#change(address, async (subscription) => withoutPending(subscription));
  }

  /** Goes back, or forward again, to the edition of a history entry whose copy is kept. */
  restore(address: string, number: number): Promise<void> {
    return this.#change(address, (subscription) => this.#editions.restore(subscription, number));
  }

  /** Without asking, what waits is taken at once. */
  setMode(address: string, mode: UpdateMode): Promise<void> {
    return this.#change(address, async (subscription) => {
      const next = { ...subscription, mode };
      return mode === 'auto' ? this.#editions.takePending(next) : next;
    });
  }

  /** Ends a subscription. Its glossary stays, as the reader's own if that is wished; else it is its caller's to delete. */
  unsubscribe(address: string, { keep }: { keep: boolean }): Promise<void> {
    return this.#inTurn(async () => {
      const subscription = await readSubscription(address);
      if (subscription === undefined || subscription.managed) return;
      if (keep && subscription.glossaryId !== undefined) await this.#makeOwn(subscription.glossaryId);
      await removeSubscription(address);
      await this.#world.announceChange();
    });
  }

  /** Takes up a subscription again that has just been ended; its glossary is put back by the caller. */
  resume(subscription: Subscription): Promise<void> {
    return this.#inTurn(async () => {
      // Its copies went with it.
      const copy = await readCopy(subscription.address, 'pending');
      const next = copy === undefined ? askingAgain(subscription, this.#world.moment().nowMs) : subscription;
      await this.#save(next);
    });
  }

  /**
   * Has just these subscriptions set up by the organisation: new ones are due at once, and ones that it no longer wants
   * become the reader's.
   */
  preset(wanted: readonly (WantedGlossary & { mode: UpdateMode })[]): Promise<void> {
    return this.#inTurn(async () => {
      const all = await listSubscriptions();
      for (const { mode, ...glossary } of wanted) {
        const known = all.find(({ address }) => address === glossary.address);
        const { nowMs } = this.#world.moment();
        const fresh = createSubscription({ ...glossary, mode, managed: true }, nowMs);
        const next = known === undefined ? fresh : underPolicy(known, fresh);
        if (next !== known) await this.#save(mode === 'auto' ? askingAgain(next, nowMs) : next);
      }
      const addresses = new Set(wanted.map(({ address }) => address));
      for (const subscription of all) {
        if (subscription.managed && !addresses.has(subscription.address)) {
          await this.#save({ ...subscription, managed: false });
        }
      }
    });
  }

  async #change(address: string, edit: (from: Subscription) => Promise<Subscription>): Promise<void> {
    await this.#inTurn(async () => {
      const subscription = await readSubscription(address);
      if (subscription === undefined) return;
      try {
        await this.#save(await edit(subscription));
      } catch (error) {
        if (!(error instanceof OutdatedError)) throw error;
        await this.#lost(subscription);
      }
    });
  }

  async #check(subscription: Subscription): Promise<Subscription> {
    if (subscription.held !== undefined && !(await this.#isThere(subscription))) {
      return this.#lost(subscription);
    }
    const previewed = this.#previewed;
    this.#previewed = undefined;
    const stored = JSON.stringify(await readSubscription(subscription.address));
    const answer =
      previewed !== undefined &&
      isSameWanted(subscription, previewed.wanted) &&
      subscription.held === undefined
        ? await this.#objectTo(subscription, previewed.answer)
        : await this.#fetch(subscription);
    const current = await readSubscription(subscription.address);
    // A backup was restored meanwhile: what arrived is an answer to what is no longer there.
    if (JSON.stringify(current) !== stored) return current ?? subscription;
    const moment = this.#world.moment();
    if (answer.kind === 'failed') {
      return this.#save(afterFailure(subscription, answer.failure, moment));
    }
    const answered = afterAnswer(subscription, answer.terms, moment);
    if (answer.kind === 'not-modified') return this.#save(answered);
    try {
      return await this.#save(await this.#editions.take(answered, answer.fetched));
    } catch (error) {
      if (error instanceof OutdatedError) {
        if (subscription.held !== undefined) return this.#lost(subscription);
        const { address } = subscription;
        const params = { found: answer.fetched.glossary.id };
        return this.#save(afterFailure(subscription, { code: 'id-taken', address, params }, moment));
      }
      console.error(error);
      const { address } = subscription;
      const failure: Failure = { code: 'not-stored', address, params: { reason: reasonOf(error) } };
      // Of the old state: the validators of what was not stored would have the next check find nothing new.
      return this.#save(afterFailure(subscription, failure, moment));
    }
  }

  async #save(subscription: Subscription): Promise<Subscription> {
    await saveSubscription(subscription);
    const names: CopyName[] = keptCopies(subscription);
    if (subscription.pending !== undefined) names.push('pending');
    await keepCopies(subscription.address, names);
    await this.#world.announceChange();
    return subscription;
  }

  async #fetch(subscription: Subscription): Promise<Fetched> {
    const object = await objectionsTo(subscription);
    return fetchGlossary(subscription, { object, read: this.#world.readFile }, this.#world.limits);
  }

  /** What was shown a while ago: another glossary may have taken its id since. */
  async #objectTo(subscription: Subscription, answer: Fetched): Promise<Fetched> {
    if (answer.kind !== 'glossary') return answer;
    const objection = (await objectionsTo(subscription))(answer.fetched);
    if (objection === undefined) return answer;
    return { kind: 'failed', failure: { ...objection, address: subscription.address } };
  }

  /** Still, and not another one that has its id. */
  async #isThere({ glossaryId }: Subscription): Promise<boolean> {
    return (await listGlossaries()).some(({ id, origin }) => id === glossaryId && origin === 'subscribed');
  }

  /** The reader has deleted the glossary: that ends the subscription, but for one that the organisation wants. */
  async #lost(subscription: Subscription): Promise<Subscription> {
    const { nowMs } = this.#world.moment();
    if (subscription.managed) return this.#check(startAfresh(subscription, nowMs));
    await removeSubscription(subscription.address);
    await this.#world.announceChange();
    return subscription;
  }

  async #makeOwn(id: GlossaryId): Promise<void> {
    try {
      await this.#world.announceRevision(await makeOwn(id));
    } catch (error) {
      if (!(error instanceof OutdatedError)) throw error;
      // It is gone, or somebody else's by now: there is nothing to keep.
    }
  }
}
