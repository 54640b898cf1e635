import { browser } from 'wxt/browser';
import { parseSettings, type Settings } from '@/lib/settings/settings';
import { createQueue } from './queue';
import { onSettingsStored, SETTINGS_KEY } from './settings-signal';

/** The reader's settings; defaults where nothing is stored. */
export async function loadSettings(): Promise<Settings> {
  return parseSettings((await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
}

/** In storage: when the settings were changed last, ms since 1970. */
export const CHANGED_MS_KEY = 'settingsChangedMs';

const inTurn = createQueue();

/**
 * Applies a change to the stored settings. Changes of one context run one after another, each on what
 * the one before it left, so that two quick clicks never undo each other.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return inTurn(async () => {
    const settings = change(await loadSettings());
    await browser.storage.local.set({ [SETTINGS_KEY]: settings, [CHANGED_MS_KEY]: Date.now() });
    return settings;
  });
}

/** Calls back with the settings each time any context changes them; returns a function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return onSettingsStored((stored) => onChange(parseSettings(stored)));
}
