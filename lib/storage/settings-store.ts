import { type Browser, browser } from 'wxt/browser';
import { parseSettings, type Settings } from '@/lib/settings/settings';
import { createQueue } from './queue';

const KEY = 'settings';

/** The reader's settings; defaults where nothing is stored. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(KEY))[KEY]);
}

const inTurn = createQueue();

/**
 * Applies a change to the stored settings. Changes of one context run one after another, each on what
 * the one before it left, so that two quick clicks never undo each other.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return inTurn(async () => {
    const settings = change(await loadSettings());
    await browser.storage.local.set({ [KEY]: settings });
    return settings;
  });
}

/** Calls back with the settings each time any context changes them; returns a function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, Browser.storage.StorageChange>, area: string): void => {
    if (area === 'local' && KEY in changes) onChange(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
