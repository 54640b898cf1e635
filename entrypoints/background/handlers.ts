import { browser } from 'wxt/browser';
import { askFrame, type Handlers, type Sender } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import type {
  BlockMatches,
  ContentToBackground,
  PageToBackground,
  ToContent,
} from '@/lib/messaging/protocol';
import { isActiveOn, siteOf } from '@/lib/settings/settings';
import { setCount, totalOf } from '@/lib/storage/page-counts';
import { loadSettings } from '@/lib/storage/settings-store';
import { type FoundTerm, findMatches, withInside } from '@/lib/term-index/find';
import { firstConcept, getContext } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';
import { showCount } from './badge';
import { CalmFilter } from './calm-filter';
import { describeSenses } from './describe';
import { GlossaryChoicesFilter } from './glossary-choices';
import type { IndexProvider } from './index-provider';
import { getLexicon, lexiconIfLoaded } from './lexicon-provider';
import { createNoteHandlers } from './notes';
import { listPageTerms, refreshCounts } from './page-terms';
import { createPopoverHandlers } from './popover-handlers';
import { listRejectedTerms } from './rejected-terms';
import { RuleFilter } from './rule-filter';
import { goToPlace, stepToTerm } from './stepping';
import { createSubscriptionHandlers } from './subscription-handlers';
import type { SubscriptionUpdater } from './subscription-updater';

function frameOf(sender: Sender): { tabId: number; frameId: number } {
  if (sender.tabId === undefined || sender.frameId === undefined)
    throw new TypeError('The sender is not a tab');
  return { tabId: sender.tabId, frameId: sender.frameId };
}

/** As `BlockMatches` has them. */
function flatten(found: readonly (readonly FoundTerm[])[], forms: Set<number>): number[] {
  const flat: number[] = [];
  for (const [block, terms] of found.entries()) {
    for (const { start, end, form } of terms) {
      forms.add(form);
      flat.push(block, start, end, form);
    }
  }
  return flat;
}

/**
 * Finds the terms of some blocks. The lexicon only ever rejects matches, so a text without any needs none:
 * it is loaded for the first block that has one.
 */
async function findInBlocks(index: TermIndex, blocks: readonly string[]): Promise<FoundTerm[][]> {
  let lexicon = lexiconIfLoaded();
  const found: FoundTerm[][] = [];
  for (const block of blocks) {
    let terms = findMatches(index, block, lexicon);
    if (lexicon === undefined && terms.length > 0) {
      lexicon = await getLexicon();
      terms = findMatches(index, block, lexicon);
    }
    found.push(terms);
  }
  return found;
}

async function matchBlocks(
  index: TermIndex,
  blocks: readonly string[],
  {
    choices,
    filter,
  }: { choices: GlossaryChoicesFilter; filter(found: FoundTerm[][]): Promise<FoundTerm[][]> },
): Promise<BlockMatches> {
  const forms = new Set<number>();
  const found = choices.filter(await filter(await findInBlocks(index, blocks)));
  return {
    revision: index.revision,
    matches: flatten(found, forms),
    fallbacks: flatten(
      found.map((terms) => terms.flatMap(({ inside = [] }) => withInside(inside))),
      forms,
    ),
    contexts: [...forms].map((form) => ({
      form,
      concept: firstConcept(index, form),
      ...getContext(index, form),
      ...choices.colourOf(form),
    })),
  };
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
  const rules = new RuleFilter();
  const getIndex = async (): Promise<TermIndex> => {
    await store.ready();
    return indexes.get();
  };
  return {
    ...createSubscriptionHandlers(updater),
    ...createPopoverHandlers(getIndex, rules),
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
      return matchBlocks(index, blocks, {
        choices: await GlossaryChoicesFilter.create(index, siteOf(tabUrl)),
        filter: async (found) => calm.filter(index, await rules.filter(index, found, tabUrl)),
      });
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
      const total = totalOf(await setCount(tabId, frameId, count));
      await showCount(tabId, total);
      return { total };
    },
    async stepToTerm({ tabId, back }) {
      return { stepped: await stepToTerm(tabId, { back }) };
    },
    async goToTerm({ tabId, revision, forms, from, back }) {
      const place = await goToPlace(tabId, { of: { revision, forms }, from, back, open: 'no' });
      return place === undefined ? {} : { place };
    },
    ...createNoteHandlers(getIndex),
    getRejectedTerms({ tabId }) {
      return listRejectedTerms(tabId, getIndex);
    },
    getPageTerms({ tabId }) {
      return listPageTerms(tabId, getIndex);
    },
    async describeForms({ revision, forms }) {
      const index = await getIndex();
      if (index.revision !== revision) return { senses: forms.map(() => []) };
      return { senses: await Promise.all(forms.map((form) => describeSenses(index, form))) };
    },
  };
}
