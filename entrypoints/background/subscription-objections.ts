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
  const own = subscriptions.find(({ address }) => address === subscription.address)?.glossaryId;
  const taken = new Set<GlossaryId>(
    // One that was deleted may have given its id to one of the reader's own.
    glossaries.filter(({ id, origin }) => id !== own || origin !== 'subscribed').map(({ id }) => id),
  );
  return (fetched) => {
    const { glossary } = fetched;
    const verdict = judgeEdition(subscription, glossary.id, editionOf(fetched));
    if (verdict === 'other-glossary') return { code: 'other-glossary', params: { found: glossary.id } };
    if (verdict === 'downgrade') {
      const newest = subscription.newest?.version ?? '';
      return { code: 'downgrade', params: { found: glossary.version, newest } };
    }
    if (taken.has(glossary.id)) {
      return { code: 'id-taken', params: { found: glossary.id } };
    }
    return undefined;
  };
}
