import type { GlossaryId } from '@/lib/glossary/model';
import { listGlossaries } from '@/lib/storage/glossary-store';
import { listSubscriptions } from '@/lib/storage/subscription-store';
import type { FetchedGlossary, Objection } from '@/lib/subscriptions/fetch-glossary';
import { type Edition, judgeEdition } from '@/lib/updates/edition';
import type { Subscription } from '@/lib/updates/subscription';

/** By what editions of a glossary are told apart. */
export const editionOf = ({ glossary, hash }: FetchedGlossary): Edition => ({
  version: glossary.version,
  updated: glossary.updated,
  hash,
});

/**
 * Says what speaks against a glossary that arrived for a subscription, by what is stored now: that it is another one
 * than before, older than what is held, or has the id of one that does not come from there.
 */
export async function objectionsTo(
  subscription: Subscription,
): Promise<(fetched: FetchedGlossary) => Objection | undefined> {
  const [subscriptions, glossaries] = await Promise.all([listSubscriptions(), listGlossaries()]);
  const others = subscriptions.filter(({ address }) => address !== subscription.address);
  const claimed = new Set(others.map(({ glossaryId }) => glossaryId));
  const taken = new Set<GlossaryId>(
    // A subscribed one that no subscription claims came back by an undo after its subscription had ended.
    glossaries.filter(({ id, origin }) => origin !== 'subscribed' || claimed.has(id)).map(({ id }) => id),
  );
  return (fetched) => {
    const { glossary } = fetched;
    const verdict = judgeEdition(subscription, glossary.id, editionOf(fetched));
    if (verdict === 'other-glossary') return { code: 'other-glossary', params: { found: glossary.id } };
    if (verdict === 'downgrade') {
      const { newest } = subscription;
      // What decided: the version of a table is always 1.
      const by = newest?.updated === glossary.updated ? 'version' : 'updated';
      return { code: 'downgrade', params: { found: glossary[by], newest: newest?.[by] ?? '' } };
    }
    if (taken.has(glossary.id)) {
      return { code: 'id-taken', params: { found: glossary.id } };
    }
    return undefined;
  };
}
