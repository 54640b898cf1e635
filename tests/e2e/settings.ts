import type { Driver } from '../../scripts/browser/driver.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** Stores settings, those left out as they are by default; every page hears of it. */
export const storeSettings = (driver: Driver, settings: object): Promise<void> =>
  driver.evaluateInExtension((value) => chrome.storage.local.set({ settings: value }), settings);
