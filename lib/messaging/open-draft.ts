import { browser } from 'wxt/browser';

/**
 * Opens the page that draws a glossary from the article in a tab. If it is open, that article is added to those it
 * has.
 */
export async function openDraft(tabId: number): Promise<void> {
  const page = browser.runtime.getURL('/draft.html');
  const url = `${page}?tab=${tabId}`;
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { url, active: true });
}
