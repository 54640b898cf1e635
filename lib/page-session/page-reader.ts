import { browser } from 'wxt/browser';
import { ask } from '@/lib/messaging/messenger';
import type { PageTerm, PageToBackground } from '@/lib/messaging/protocol';
import type { PageView } from '@/lib/page-list/page-view';
import { listGlossaries } from '@/lib/storage/glossary-store';
import { unreadableReason } from './unreadable';

/** A tab's page as it is now. */
export interface ReadPage {
  address: string | undefined;
  title: string;
  view: PageView<PageTerm>;
}

/**
 * Asks what there is in a tab: read anew each time, since the tab may have gone on to another page. `pending`: it is
 * still being looked up in changed glossaries, and terms are missing; or it is too busy to answer.
 */
export async function readPage(tabId: number): Promise<ReadPage & { pending: boolean }> {
  let address: string | undefined;
  let title = '';
  try {
    const tab = await browser.tabs.get(tabId);
    address = tab.url;
    title = tab.title ?? '';
    const page = await ask<PageToBackground, 'getPageTerms'>('getPageTerms', { tabId });
    const { reachable, silent, revision, total, terms, drawn, pdf, pending } = page;
    const reason = pdf ? 'pdf' : unreadableReason(address);
    const view: PageView<PageTerm> =
      reachable && !pdf
        ? { kind: 'listed', revision, total, terms, drawn, allOff: terms.length === 0 && (await areAllOff()) }
        : { kind: 'unreadable', reason };
    return { address, title, view, pending: pending || (silent && reason === 'other') };
  } catch (error) {
    console.error(error);
    return { address, title, view: { kind: 'failed' }, pending: false };
  }
}

/** Every glossary, of which there is one at least. */
async function areAllOff(): Promise<boolean> {
  const glossaries = await listGlossaries();
  return glossaries.length > 0 && glossaries.every(({ enabled }) => !enabled);
}
