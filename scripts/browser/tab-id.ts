import type { Driver, Tab } from './driver.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: { tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> } };

/** What the browser's extensions know a tab by; of several at one address any. */
export async function tabIdOf(driver: Driver, tab: Tab): Promise<number> {
  const address = tab.page.url();
  const id = await driver.evaluateInExtension(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id,
    address,
  );
  if (id === undefined) throw new Error(`No tab is at ${address}`);
  return id;
}
