import { browser } from 'wxt/browser';
import { watchStorage } from './watch-storage';

/** Tells all contexts through `storage.local` that something about the subscriptions has changed. */

const KEY = 'subscriptionsChanged';

export async function announceSubscriptions(nowMs: number): Promise<void> {
  // Two changes in one millisecond are two changes.
  await browser.storage.local.set({ [KEY]: [nowMs, Math.random()] });
}

/** Calls back with each change; returns a function that stops it. */
export function watchSubscriptions(onChange: () => void): () => void {
  return watchStorage((changes, area) => {
    if (area === 'local' && KEY in changes) onChange();
  });
}
