import { browser } from 'wxt/browser';

/** The badge has room for three digits. */
const MOST_SHOWN = 999;

/** Shows on the toolbar icon how many terms a tab has marked; nothing for none. */
export async function showCount(tabId: number, total: number): Promise<void> {
  const text = total === 0 ? '' : total > MOST_SHOWN ? `${MOST_SHOWN}+` : String(total);
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#35506b' });
  } catch (error) {
    // The tab was closed meanwhile; its badge went with it.
    if (!/tab/i.test(String(error))) throw error;
  }
}
