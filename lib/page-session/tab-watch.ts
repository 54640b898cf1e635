import { browser } from 'wxt/browser';

/**
 * Calls back with the tab in front in this window, now and each time it is another one or goes to another page, for as
 * long as the page that asks is there. `?tab=<id>` keeps to one tab.
 */
export function watchTab(onTab: (tabId: number | undefined) => void): void {
  const given = Number(new URLSearchParams(location.search).get('tab'));
  const fixed = Number.isInteger(given) && given > 0 ? given : undefined;
  let current = fixed;
  const report = async (): Promise<void> => {
    if (fixed === undefined) {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      current = tab?.id;
    }
    onTab(current);
  };
  browser.tabs.onActivated.addListener(() => void report());
  browser.tabs.onUpdated.addListener((tabId) => {
    if (tabId === current) void report();
  });
  void report();
}
