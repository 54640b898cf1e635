import { browser } from 'wxt/browser';

/** A tab that an article could be in. */
export interface OpenTab {
  id: number;
  title: string;
  url: string;
}

/** The tabs with a web page or a file, those used last first. */
export async function listOpenTabs(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  return tabs
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id, title, url }) =>
      id === undefined || url === undefined ? [] : [{ id, title: title || url, url }],
    );
}

/**
 * The markup of a tab's page as it is now, and its address. The page is only read, and can't notice.
 *
 * @returns `undefined` where the browser lets no extension in, or the tab has gone
 */
export async function copyPage(tabId: number): Promise<{ html: string; url: string } | undefined> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => ({ html: document.documentElement.outerHTML, url: location.href }),
    });
    return frame?.result ?? undefined;
  } catch (error) {
    console.warn(`Tab ${tabId} can't be read:`, error);
    return undefined;
  }
}
