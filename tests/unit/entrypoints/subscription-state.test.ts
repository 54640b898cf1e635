import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createSubscriptionState } from '@/entrypoints/options/subscription-state';
import { listGlossaries, replaceGlossary } from '@/lib/storage/glossary-store';
import { createSubscription } from '@/lib/updates/subscription';
import { plainGlossary } from '../../support/stored-glossary';
import { waitUntil } from '../../support/wait';

vi.mock('wxt/browser', () => ({ browser: { storage: { local: { set: async () => undefined } } } }));
vi.mock('@/lib/messaging/messenger', () => ({ ask: async () => ({}) }));

it('ends a subscription once, however often that is asked for, and can take it back', async () => {
  const glossary = plainGlossary(['甲']);
  await replaceGlossary(glossary, { origin: 'subscribed' });
  const wanted = { address: 'https://example.org/a.json', mode: 'auto', managed: false } as const;
  const subscription = { ...createSubscription(wanted, 0), glossaryId: glossary.id };
  const state = createSubscriptionState();
  await Promise.all([state.end(subscription, false), state.end(subscription, false)]);
  expect(await listGlossaries()).toEqual([]);
  const { value } = state.done;
  if (value?.kind !== 'removed') throw new Error('not removed');
  value.undo?.();
  await waitUntil(async () => (await listGlossaries()).length === 1);
});
