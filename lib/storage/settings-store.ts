import { browser } from 'wxt/browser';
import { applyPolicy, withoutPolicy } from '@/lib/settings/policy';
import { parseSettings, type Settings } from '@/lib/settings/settings';
import { loadPolicy } from './policy-store';
import { createQueue } from './queue';
import { onSettingsChange, SETTINGS_KEY } from './settings-signal';

async function readStored(): Promise<unknown> {
  return (await browser.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY];
}

/** The settings in force: the reader's, defaults where nothing is stored, and what the organisation has set. */
export async function loadSettings(): Promise<Settings> {
  const [stored, policy] = await Promise.all([readStored(), loadPolicy()]);
  return applyPolicy(stored, policy);
}

/** The reader's own settings, whatever an organisation has set over them. */
export async function loadOwnSettings(): Promise<Settings> {
  return parseSettings(await readStored());
}

/** In storage: when the settings were changed last, ms since 1970. */
export const CHANGED_MS_KEY = 'settingsChangedMs';

const inTurn = createQueue();

/**
 * Applies a change to the stored settings. Changes of one context run one after another, each on what
 * the one before it left, so that two quick clicks never undo each other. What the organisation has set stays.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  return inTurn(async () => {
    const [stored, policy] = await Promise.all([readStored(), loadPolicy()]);
    const settings = withoutPolicy(change(applyPolicy(stored, policy)), stored, policy);
    await browser.storage.local.set({ [SETTINGS_KEY]: settings, [CHANGED_MS_KEY]: await laterMs() });
    return applyPolicy(settings, policy);
  });
}

/** Now; but later than any change before: one made by a clock that was ahead would win for as long as that was. */
async function laterMs(): Promise<number> {
  const changedMs = (await browser.storage.local.get(CHANGED_MS_KEY))[CHANGED_MS_KEY];
  return Math.max(Date.now(), typeof changedMs === 'number' ? changedMs + 1 : 0);
}

/** Calls back with the settings each time any context or a policy changes them; returns a function that stops it. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return onSettingsChange(() => {
    loadSettings().then(onChange, (error: unknown) => console.warn('Settings are not read:', error));
  });
}
