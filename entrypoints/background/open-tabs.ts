import { browser } from 'wxt/browser';

/**
 * Puts the content script into the tabs that were open before the extension was installed or updated:
 * browsers inject it only into pages that load afterwards.
 */
export async function annotateOpenTabs(): Promise<void> {
  const [declared] = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({
    url: ['http://*/*', 'https://*/*', 'file:///*'],
    discarded: false,
  });
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : annotateTab(tab.id, declared))));
}

async function annotateTab(
  tabId: number,
  declared: { js?: string[] | undefined; css?: string[] | undefined } | undefined,
): Promise<void> {
  const target = { tabId, allFrames: true };
  const rooted = (files: string[] = []): string[] => files.map((file) => `/${file.replace(/^\//, '')}`);
  try {
    await browser.scripting.insertCSS({ target, files: rooted(declared?.css) });
    await browser.scripting.executeScript({ target, files: rooted(declared?.js) as never });
  } catch (error) {
    // The store's own pages and tabs that are closing or not yet loaded can't be reached, and need not be.
    console.warn(`Tab ${tabId} is not annotated:`, error);
  }
}
