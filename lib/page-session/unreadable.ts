import type { UnreadableReason } from '@/lib/page-list/page-view';

/** Hosts, or hosts with the start of a path, into which browsers let no extension. */
const STORES = [
  'chromewebstore.google.com/',
  'chrome.google.com/webstore',
  'microsoftedge.microsoft.com/addons',
  'addons.mozilla.org/',
];

/**
 * Why no content script answers in a tab, as far as its address tells. Browsers hide the addresses of
 * their own pages from us, so no address means such a page.
 */
export function unreadableReason(address: string | undefined): UnreadableReason {
  if (address === undefined || !URL.canParse(address)) return 'browser';
  const { protocol, host, pathname } = new URL(address);
  if (pathname.toLowerCase().endsWith('.pdf')) return 'pdf';
  if (protocol === 'file:') return 'file';
  if (protocol !== 'http:' && protocol !== 'https:') return 'browser';
  return STORES.some((store) => `${host}${pathname}`.startsWith(store)) ? 'store' : 'other';
}
