import { diffConcepts } from '@/lib/glossary/diff';
import type { Glossary } from '@/lib/glossary/model';
import { readBaseConcepts, replaceGlossary } from '@/lib/storage/glossary-store';
import { readCopy, saveCopy } from '@/lib/storage/subscription-store';
import type { FetchedGlossary } from '@/lib/subscriptions/fetch-glossary';
import { type ChangeSummary, summarizeChanges } from '@/lib/updates/change-summary';
import { judgeEdition } from '@/lib/updates/edition';
import {
  askingAgain,
  type HistoryEntry,
  type Moment,
  type Subscription,
  withEdition,
  withPending,
} from '@/lib/updates/subscription';
import { editionOf } from './subscription-objections';

/** What keeping editions needs of the world. */
export interface KeeperWorld {
  moment(): Moment;
  /** The glossaries have changed. */
  announceRevision(revision: number): Promise<void>;
}

/**
 * Puts editions of subscribed glossaries into the store, each with a copy to come back to, or lets them wait for the
 * reader's word. Gives the subscription as it is afterwards, which is its caller's to keep.
 *
 * All of it throws an OutdatedError if the glossary that a subscription follows is gone, or another one has its id.
 */
export class EditionKeeper {
  readonly #world: KeeperWorld;

  constructor(world: KeeperWorld) {
    this.#world = world;
  }

  /** Does with an edition that arrived well what it is worth. */
  async take(subscription: Subscription, fetched: FetchedGlossary): Promise<Subscription> {
    const { glossary, publicKey } = fetched;
    const edition = editionOf(fetched);
    const known: Subscription = {
      ...subscription,
      glossaryId: glossary.id,
      name: glossary.name,
      ...(publicKey === undefined ? {} : { publicKey }),
    };
    if (judgeEdition(subscription, glossary.id, edition) !== 'new') return known;
    const changes = subscription.held && (await changesTo(glossary));
    if (changes !== undefined && subscription.mode === 'ask') {
      await saveCopy(known.address, 'pending', glossary);
      return withPending(known, { edition, changes, atMs: this.#world.moment().nowMs });
    }
    const kind = subscription.held === undefined ? 'subscribed' : 'updated';
    return this.#put(known, { glossary, kind, edition, ...(changes === undefined ? {} : { changes }) });
  }

  /** Takes what waits, if anything does; its copy is not there after a backup of another computer was restored. */
  async takePending(subscription: Subscription): Promise<Subscription> {
    const { address, pending } = subscription;
    if (pending === undefined) return subscription;
    const glossary = await readCopy(address, 'pending');
    if (glossary === undefined) return askingAgain(subscription, this.#world.moment().nowMs);
    return this.#put(subscription, { glossary, kind: 'updated', ...pending });
  }

  /**
   * Goes back, or forward again, to the edition of a history entry.
   *
   * @throws {RangeError} if there is no such entry, or its copy is not kept
   */
  async restore(subscription: Subscription, number: number): Promise<Subscription> {
    const { address, history } = subscription;
    const entry = history.find((each) => each.number === number);
    const glossary = entry && (await readCopy(address, entry.number));
    if (entry === undefined || glossary === undefined)
      throw new RangeError(`No copy ${number} of ${address}`);
    const changes = await changesTo(glossary);
    // What waits was compared with what is now replaced.
    const from = askingAgain(subscription, this.#world.moment().nowMs);
    return this.#put(from, { glossary, kind: 'restored', edition: entry.edition, changes });
  }

  async #put(
    subscription: Subscription,
    entry: { glossary: Glossary } & Pick<HistoryEntry, 'kind' | 'edition' | 'changes'>,
  ): Promise<Subscription> {
    const next = withEdition(subscription, entry, this.#world.moment().nowMs);
    const [newest] = next.history;
    if (newest !== undefined) await saveCopy(next.address, newest.number, entry.glossary);
    const isFirst = subscription.held === undefined;
    const revision = await replaceGlossary(entry.glossary, {
      origin: 'subscribed',
      mayReplace: (old) => (old === undefined ? isFirst : old.origin === 'subscribed'),
    });
    await this.#world.announceRevision(revision);
    return next;
  }
}

/** What a glossary would change in the one of its id, without the reader's own edits. */
async function changesTo(glossary: Glossary): Promise<ChangeSummary> {
  return summarizeChanges(diffConcepts(await readBaseConcepts(glossary.id), glossary.concepts));
}
