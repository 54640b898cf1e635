import { browser } from 'wxt/browser';
import { openDraft } from '@/lib/messaging/open-draft';

const MENU_ITEM = 'glossary-from-article';

/** Puts "Glossary from this article" into the menu of pages, in the browser's language. Once: the browser keeps it. */
export async function createDraftMenu(): Promise<void> {
  // An update finds it there; nothing else is the matter with a missing one.
  await browser.contextMenus.remove(MENU_ITEM).catch(() => undefined);
  browser.contextMenus.create({
    id: MENU_ITEM,
    title: browser.i18n.getMessage('menuGlossaryFromArticle' as never),
    contexts: ['page'],
  });
}

/** Opens the draft page when the item is chosen. */
export function listenForDraftMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU_ITEM && tab?.id !== undefined) void openDraft(tab.id);
  });
}
