import { browser } from 'wxt/browser';
import { openDraft } from '@/lib/messaging/open-draft';

const MENU_ITEM = 'glossary-from-article';

/** Puts "Glossary from this article" into the menu of pages, in the browser's language: after `createMenu`, which empties it. */
export function createDraftMenu(): void {
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
