import { type Browser, browser } from 'wxt/browser';

/** What changed in an area of the browser's storage, by key. */
export type StorageChanges = Record<string, Browser.storage.StorageChange>;

/** Calls back with each change that any context makes in the browser's storage; returns a function that stops it. */
export function watchStorage(onChange: (changes: StorageChanges, area: string) => void): () => void {
  browser.storage.onChanged.addListener(onChange);
  return () => browser.storage.onChanged.removeListener(onChange);
}
