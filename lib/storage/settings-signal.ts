import { type Browser, browser } from 'wxt/browser';

/** Under which the settings are stored. */
export const SETTINGS_KEY = 'settings';

/**
 * Calls back with what is stored each time any context changes the settings; returns a function that stops it.
 * Apart from the store, because a content script needs the signal only: the background tells it what is set.
 */
export function onSettingsStored(onChange: (stored: unknown) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    if (area === 'local' && SETTINGS_KEY in changes) onChange(changes[SETTINGS_KEY]?.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
