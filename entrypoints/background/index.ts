import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { checkRequest } from '@/lib/messaging/checks';
import { answer } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import type { ContentToBackground, PageToBackground } from '@/lib/messaging/protocol';
import { deleteDatabase } from '@/lib/storage/database';
import { forgetEviction } from '@/lib/storage/eviction';
import { forgetTab } from '@/lib/storage/page-counts';
import { announceRules, watchRevision } from '@/lib/storage/revision-signal';
import { syncSettings, watchSync } from '@/lib/storage/settings-sync';
import { announceSubscriptions } from '@/lib/storage/subscription-signal';
import { listenForCommands } from './commands';
import { createDraftMenu, listenForDraftMenu } from './draft-menu';
import { storeEmbeddedGlossary } from './embedded-glossary';
import { createHandlers } from './handlers';
import { IndexProvider } from './index-provider';
import { createMenu, listenForMenu } from './notes';
import { annotateOpenTabs } from './open-tabs';
import { followPolicy } from './organisation';
import { createUpdater } from './subscription-handlers';
import { checkWhenDue } from './subscription-schedule';

// Every listener is registered before the first await: the browser starts this script for an event, and
// delivers it only to what listens by then.
export default defineBackground(() => {
  const indexes = new IndexProvider();
  const updater = createUpdater();
  // A page may ask before the installation has stored the first glossary: it then waits for that.
  let stored: Promise<void> | undefined;
  const ready = (): Promise<void> => {
    stored ??= storeEmbeddedGlossary().catch((error: unknown) => {
      stored = undefined;
      throw error;
    });
    return stored;
  };
  const startAfresh = async (): Promise<void> => {
    await deleteDatabase();
    stored = undefined;
    await ready();
    // Nobody has cleared it but the reader; and what was known of the old one is gone.
    await forgetEviction();
    await announceRules();
    await announceSubscriptions(Date.now());
  };

  watchSync();
  syncSettings().catch((error: unknown) => console.warn('The settings are not synced:', error));
  watchRevision(() => indexes.invalidate());
  answer<ContentToBackground & PageToBackground & PopoverToBackground>(
    createHandlers(indexes, { ready, startAfresh }, updater),
    checkRequest,
  );
  checkWhenDue(() => updater.checkDue());
  followPolicy(updater);
  listenForCommands();
  listenForMenu();
  listenForDraftMenu();
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void (async () => {
      await createMenu();
      createDraftMenu();
      await ready();
      await annotateOpenTabs();
      if (reason === 'install') await browser.tabs.create({ url: '/welcome.html' });
    })();
  });
});
