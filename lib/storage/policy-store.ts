import { browser } from 'wxt/browser';
import { NO_POLICY, type Policy, parsePolicy } from '@/lib/settings/policy';
import { watchStorage } from './watch-storage';

/** What the reader's organisation has set; nothing where there is none. */
export async function loadPolicy(): Promise<Policy> {
  try {
    return parsePolicy(await browser.storage.managed.get(null));
  } catch {
    // Firefox rejects where no policy names this extension, which is to say nearly always.
    return NO_POLICY;
  }
}

/** Calls back when the policy changes while the browser runs; returns a function that stops it. */
export function watchPolicy(onChange: () => void): () => void {
  return watchStorage((_changes, area) => {
    if (area === 'managed') onChange();
  });
}
