import { browser } from 'wxt/browser';

/**
 * Opens the page that draws a glossary from the article in a tab. If it is open, that article is added to those it
 * has, and its window comes to the front.
 */
export async function openDraft(tabId: number): Promise<void> {
  const page = browser.runtime.getURL('/draft.html');
  const url = `${page}?tab=${tabId}`;
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { url, active: true });
  // Phones have no windows, and no API for them.
  await browser.windows?.update(open.windowId, { focused: true });
}
