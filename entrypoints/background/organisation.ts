import { browser } from 'wxt/browser';
import { loadPolicy, watchPolicy } from '@/lib/storage/policy-store';
import { readAddress } from '@/lib/subscriptions/address';
import type { SubscriptionUpdater } from './subscription-updater';

/**
 * Sets up the subscriptions of the reader's organisation: when the browser starts, when the extension is installed or
 * updated, and when the policy changes meanwhile.
 */
export function followPolicy(updater: SubscriptionUpdater): void {
  const follow = async (): Promise<void> => {
    const { subscriptions } = await loadPolicy();
    await updater.preset(
      subscriptions.flatMap(({ address, mode }) => {
        const read = readAddress(address);
        if (read.ok) return [{ ...read.value, mode }];
        console.warn(
          `The policy names an address that cannot be subscribed to (${read.problem}): ${address}`,
        );
        return [];
      }),
    );
  };
  const run = (): void => {
    follow().catch((error: unknown) => console.error('The policy is not followed:', error));
  };
  browser.runtime.onStartup.addListener(run);
  browser.runtime.onInstalled.addListener(run);
  watchPolicy(run);
}
