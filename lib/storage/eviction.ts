import { browser } from 'wxt/browser';

/** In `storage.local`, which outlives IndexedDB: the browser has cleared the database, and the reader is to know. */
export const EVICTED = 'storeWasEvicted';

/** Whether the browser has cleared the store since the reader was last told. */
export async function wasEvicted(): Promise<boolean> {
  return (await browser.storage.local.get(EVICTED))[EVICTED] === true;
}

/** The reader knows. */
export async function forgetEviction(): Promise<void> {
  await browser.storage.local.remove(EVICTED);
}
