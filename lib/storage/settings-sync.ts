import { browser } from 'wxt/browser';
import { parseSettings } from '@/lib/settings/settings';
import { SETTINGS_KEY } from './settings-signal';
import { CHANGED_MS_KEY } from './settings-store';
import { watchStorage } from './watch-storage';

/**
 * Carries the settings between `storage.local`, which every context reads and watches, and `storage.sync`, by which the
 * browsers of one reader share them. Sync may be missing, switched off or full: the settings then stay on this machine.
 * The newer ones win. Glossaries are never in sync: they are far too large for it.
 */

type Items = Record<string, unknown>;

function changedMsOf(items: Items): number {
  const changedMs = items[CHANGED_MS_KEY];
  return typeof changedMs === 'number' ? changedMs : 0;
}

function isSame(a: Items, b: Items): boolean {
  return JSON.stringify(a[SETTINGS_KEY]) === JSON.stringify(b[SETTINGS_KEY]);
}

async function push(local: Items): Promise<void> {
  try {
    await browser.storage.sync.set({
      [SETTINGS_KEY]: local[SETTINGS_KEY],
      [CHANGED_MS_KEY]: changedMsOf(local),
    });
  } catch (error) {
    // Full (a long list of sites), or not there in this browser.
    console.warn('The settings stay on this machine:', error);
  }
}

/** Brings both sides to the newer settings. */
export async function syncSettings(): Promise<void> {
  const keys = [SETTINGS_KEY, CHANGED_MS_KEY];
  const local: Items = await browser.storage.local.get(keys);
  let synced: Items;
  try {
    synced = await browser.storage.sync.get(keys);
  } catch (error) {
    console.warn('There are no synced settings:', error);
    return;
  }
  if (isSame(local, synced)) return;
  const aheadMs = changedMsOf(synced) - changedMsOf(local);
  // The same change, as two versions of the extension write it: each leaves the other its own.
  if (aheadMs === 0 && synced[SETTINGS_KEY] !== undefined && local[SETTINGS_KEY] !== undefined) return;
  if (synced[SETTINGS_KEY] !== undefined && (aheadMs > 0 || local[SETTINGS_KEY] === undefined)) {
    const settings = parseSettings(synced[SETTINGS_KEY]);
    await browser.storage.local.set({ [SETTINGS_KEY]: settings, [CHANGED_MS_KEY]: changedMsOf(synced) });
  } else await push(local);
}

/** Goes on doing so with each change on either side; returns a function that stops it. */
export function watchSync(): () => void {
  return watchStorage((changes, area) => {
    const change = changes[SETTINGS_KEY];
    if (change === undefined || (area !== 'local' && area !== 'sync')) return;
    // Taken out here on purpose: they are not to come back from there.
    const gone = area === 'local' && change.newValue === undefined;
    void (gone ? browser.storage.sync.remove([SETTINGS_KEY, CHANGED_MS_KEY]) : syncSettings()).catch(
      (error: unknown) => console.warn('The settings stay on this machine:', error),
    );
  });
}
