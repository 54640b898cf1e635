import { browser } from 'wxt/browser';
import { askFrame, type Handlers, type Sender } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import type { ContentToBackground, PageToBackground, ToContent } from '@/lib/messaging/protocol';
import { isActiveOn, siteOf } from '@/lib/settings/settings';
import { loadSettings } from '@/lib/storage/settings-store';
import { sensesOnPage } from '@/lib/term-index/page-senses';
import type { TermIndex } from '@/lib/term-index/term-index';
import { CalmFilter } from './calm-filter';
import { describeLists } from './describe';
import { forgetFrames, noteCount, refreshCounts } from './frame-counts';
import type { IndexProvider } from './index-provider';
import { createNoteHandlers } from './notes';
import { matchBlocks } from './page-matches';
import { listPageTerms } from './page-terms';
import { createPopoverHandlers } from './popover-handlers';
import { type PageChoices, ReaderChoices } from './reader-choices';
import { listRejectedTerms } from './rejected-terms';
import { goToPlace, stepToTerm } from './stepping';
import { createSubscriptionHandlers } from './subscription-handlers';
import type { SubscriptionUpdater } from './subscription-updater';

function frameOf(sender: Sender): { tabId: number; frameId: number } {
  if (sender.tabId === undefined || sender.frameId === undefined)
    throw new TypeError('The sender is not a tab');
  return { tabId: sender.tabId, frameId: sender.frameId };
}

/** The store, as far as the handlers do not read it themselves. */
export interface StoreCare {
  /** Resolves once the store is filled. */
  ready(): Promise<void>;
  /** Deletes a store that is of no use any more, and fills a new one as on installation. */
  startAfresh(): Promise<void>;
}

/** One function for each message that the background answers. */
export function createHandlers(
  indexes: IndexProvider,
  store: StoreCare,
  updater: SubscriptionUpdater,
): Handlers<ContentToBackground & PageToBackground & PopoverToBackground> {
  const calm = new CalmFilter();
  const choices = new ReaderChoices();
  const getIndex = async (): Promise<TermIndex> => {
    await store.ready();
    return indexes.get();
  };
  const choicesIn = async (index: TermIndex, tabId: number): Promise<PageChoices> =>
    choices.on(index, (await browser.tabs.get(tabId)).url);
  return {
    ...createSubscriptionHandlers(updater),
    ...createPopoverHandlers(getIndex, choices),
    async getPageState(_request, sender) {
      const { tabId, frameId } = frameOf(sender);
      // The top frame asks first of all on a new page: what was counted in this tab is of the page before. The
      // answer does not wait for it: a frame that is just going away may never say how many terms it has.
      if (frameId === 0) {
        refreshCounts(tabId).catch((error: unknown) => console.warn('Counts are not refreshed:', error));
      }
      const settings = await loadSettings();
      return { active: isActiveOn(settings, siteOf(sender.tabUrl)), settings };
    },
    async findMatches({ blocks }, { tabUrl }) {
      const index = await getIndex();
      return matchBlocks(index, blocks, { choices: await choices.on(index, tabUrl), calm });
    },
    async injectPopover(_request, sender) {
      const { tabId, frameId } = frameOf(sender);
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [frameId] },
        files: ['/popover.js'],
      });
      return { injected: true };
    },
    async startAfresh() {
      await store.startAfresh();
      return { started: true };
    },
    async openOptions() {
      await browser.runtime.openOptionsPage();
      return { opened: true };
    },
    async lendEscape({ open }, sender) {
      const { tabId, frameId } = frameOf(sender);
      await askFrame<ToContent, 'watchEscape'>({ tabId }, 'watchEscape', { frameId, open });
      return { lent: true };
    },
    async passEscape({ frameId }, sender) {
      const { tabId } = frameOf(sender);
      await askFrame<ToContent, 'dismissPopover'>({ tabId, frameId }, 'dismissPopover', {
        floatingOnly: false,
      });
      return { passed: true };
    },
    async reportCount({ count }, sender) {
      const { tabId, frameId } = frameOf(sender);
      // It would count as a second frame of the tab, and once more when the reader goes back: then it tells again.
      if (sender.left) return { total: await forgetFrames(tabId, [frameId]) };
      return { total: await noteCount(tabId, frameId, count) };
    },
    async stepToTerm({ tabId, back }) {
      return { stepped: await stepToTerm(tabId, { back }) };
    },
    async goToTerm({ tabId, revision, stands, from, back }) {
      const wanted = stands.map(({ frameId, forms }) => ({ frameId, of: { revision, forms } }));
      const place = await goToPlace(tabId, { wanted, from, back, open: 'no' });
      return place === undefined ? {} : { place };
    },
    ...createNoteHandlers(getIndex),
    async getRejectedTerms({ tabId }) {
      const index = await getIndex();
      return listRejectedTerms(tabId, index, { choices: await choicesIn(index, tabId), calm });
    },
    async getPageTerms({ tabId }) {
      const index = await getIndex();
      return listPageTerms(tabId, index, await choicesIn(index, tabId));
    },
    async describeSenses({ revision, senses }) {
      const index = await getIndex();
      if (index.revision !== revision) return { senses: senses.map(() => []) };
      return { senses: await describeLists(index, senses) };
    },
    async describeForms({ revision, forms }) {
      const index = await getIndex();
      if (index.revision !== revision) return { senses: forms.map(() => []) };
      const senses = forms.map((form) => sensesOnPage(index, form));
      return { senses: await describeLists(index, senses) };
    },
  };
}
