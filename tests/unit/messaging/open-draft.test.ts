import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openDraft } from '@/lib/messaging/open-draft';

const fake = vi.hoisted(() => ({
  open: [] as { id: number; windowId: number }[],
  done: [] as unknown[],
  browser: {
    runtime: { getURL: (path: string) => `extension:/${path}` },
    tabs: {
      query: async () => fake.open,
      create: async (of: object) => void fake.done.push(['create', of]),
      update: async (id: number, of: object) => void fake.done.push(['update', id, of]),
    },
    windows: {} as object | undefined,
  },
}));

vi.mock('wxt/browser', () => ({ browser: fake.browser }));

const url = 'extension://draft.html?tab=7';

beforeEach(() => {
  fake.done = [];
  fake.browser.windows = {
    update: async (id: number, of: object) => void fake.done.push(['raise', id, of]),
  };
});

describe('openDraft', () => {
  it('opens a tab where there is none', async () => {
    fake.open = [];
    await openDraft(7);
    expect(fake.done).toEqual([['create', { url }]]);
  });

  it('brings the tab that is open to the front, and its window', async () => {
    fake.open = [{ id: 3, windowId: 12 }];
    await openDraft(7);
    expect(fake.done).toEqual([
      ['update', 3, { url, active: true }],
      ['raise', 12, { focused: true }],
    ]);
  });

  it('does without windows where the browser has none', async () => {
    fake.open = [{ id: 3, windowId: -1 }];
    fake.browser.windows = undefined;
    await openDraft(7);
    expect(fake.done).toEqual([['update', 3, { url, active: true }]]);
  });
});
