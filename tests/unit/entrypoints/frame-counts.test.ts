import { beforeEach, expect, it, vi } from 'vitest';
import { createHandlers, type StoreCare } from '@/entrypoints/background/handlers';
import type { IndexProvider } from '@/entrypoints/background/index-provider';
import type { SubscriptionUpdater } from '@/entrypoints/background/subscription-updater';
import { answer } from '@/lib/messaging/messenger';
import type { ContentToBackground } from '@/lib/messaging/protocol';
import { readCounts } from '@/lib/storage/page-counts';

type Listener = (message: object, from: object, respond: (envelope: object) => void) => void;

const fake = await vi.hoisted(async () => {
  const { fakeStorage } = await import('../../support/fake-browser');
  const heard: { listener?: Listener; badge: string } = { badge: '' };
  return {
    storage: fakeStorage(),
    heard,
    runtime: {
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      onMessage: {
        addListener: (listener: Listener) => {
          heard.listener = listener;
        },
        removeListener: () => undefined,
      },
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        heard.badge = text;
      },
      setBadgeBackgroundColor: async () => undefined,
    },
  };
});

vi.mock('wxt/browser', () => ({ browser: fake }));

/** A frame of a tab tells how many terms it has marked. */
const report = (count: number, frameId: number, documentLifecycle?: string): Promise<object> =>
  new Promise((resolve) => {
    const from = {
      tab: { id: 7 },
      frameId,
      url: 'https://a.example/',
      ...(documentLifecycle && { documentLifecycle }),
    };
    fake.heard.listener?.({ name: 'reportCount', request: { count } }, from, resolve);
  });

beforeEach(() => {
  const handlers = createHandlers({} as IndexProvider, {} as StoreCare, {} as SubscriptionUpdater);
  answer<ContentToBackground>(handlers, () => undefined);
});

it('counts the terms of all frames of a tab', async () => {
  await report(7, 0, 'active');
  // Firefox says nothing of it.
  await report(2, 4);
  expect(fake.heard.badge).toBe('9');
  await report(0, 4, 'pending_deletion');
  expect(fake.heard.badge).toBe('7');
  expect(await readCounts(7)).toEqual({ 0: 7 });
});

it('does not take a page that has been left for a second frame of its tab', async () => {
  await report(0, 0, 'active');
  for (const count of [7, 0]) {
    await report(count, 5, 'cached');
    expect(fake.heard.badge).toBe('');
    expect(await readCounts(7)).toEqual({ 0: 0 });
  }
  await report(7, 0, 'active');
  expect(fake.heard.badge).toBe('7');
});
