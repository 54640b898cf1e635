import type { Driver, Tab } from '../browser/driver.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(id: number, message: object, options: object): Promise<unknown>;
  };
};

/** How many terms the extension has found on a page, its frames left out: of a long page not all are drawn. */
export async function countMarks(driver: Driver, tab: Tab): Promise<number> {
  return driver.evaluateInExtension(async (url) => {
    const id = (await chrome.tabs.query({})).find((one) => one.url === url)?.id;
    if (id === undefined) return 0;
    try {
      const question = { name: 'countMarks', request: {} };
      const answer = (await chrome.tabs.sendMessage(id, question, { frameId: 0 })) as
        | { ok: boolean; reply?: { count: number } }
        | undefined;
      return answer?.reply?.count ?? 0;
    } catch {
      // Its content script does not listen yet.
      return 0;
    }
  }, tab.page.url());
}
