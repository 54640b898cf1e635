import { signal } from '@preact/signals';
import { ask } from '@/lib/messaging/messenger';
import type { PageToBackground } from '@/lib/messaging/protocol';
import type { RejectedListedTerm } from '@/lib/page-list/page-view';
import { type ReadPage, readPage } from './page-reader';

/** How soon a page is asked again that is still being looked up in changed glossaries, and how often at most. */
const PENDING_MS = 250;
const PENDING_TRIES = 20;

const LOADING: ReadPage = { address: undefined, title: '', view: { kind: 'loading' } };

/** The time with one page of one tab: what is asked during one is not answered during the next. */
export interface Visit {
  readonly tabId: number;
}

/**
 * What the page of a tab holds, read anew as often as it is said to have changed.
 *
 * @param on.left called when another page, or another tab, takes its place, before that is read
 * @param on.read called each time that it reads differently
 */
export function createFollowedPage(on: { left(to: 'page' | 'tab'): void; read(): void }) {
  const page = signal<ReadPage>(LOADING);
  const rejected = signal<readonly RejectedListedTerm[] | 'failed' | undefined>(undefined);
  let visit: Visit | undefined;
  let rejectedWanted = false;
  /** Of which tab the page is being read; `again`: it has changed meanwhile. */
  let reading: { tabId: number | undefined; again: boolean } | undefined;
  /** How often in a row the page was still being looked up. */
  let waits = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    const tabId = visit?.tabId;
    // A page that does not answer keeps none of another tab waiting.
    if (reading !== undefined && reading.tabId === tabId) {
      reading.again = true;
      return;
    }
    const mine = { tabId, again: false };
    reading = mine;
    do {
      mine.again = false;
      const during = visit;
      const { pending, ...next } = tabId === undefined ? unreadable() : await readPage(tabId);
      if (reading !== mine) return;
      if (during === visit && !(pending && waitOnce())) {
        if (!pending) waits = 0;
        show(next);
        await readRejected();
        if (reading !== mine) return;
      }
    } while (mine.again);
    reading = undefined;
  }

  /** What stands is kept until the page has been looked up anew; `false`: it has been waited for long enough. */
  function waitOnce(): boolean {
    if (waits === PENDING_TRIES) return false;
    waits++;
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(), PENDING_MS);
    return true;
  }

  /** A list that reads as before leaves what stands alone, and with it the reader's place in it. */
  function show(next: ReadPage): void {
    const before = page.peek();
    if (JSON.stringify(next) === JSON.stringify(before)) return;
    const isFirst = before.view.kind === 'loading';
    if (!isFirst && before.address !== next.address) leaveFor('page', visit?.tabId);
    page.value = next;
    on.read();
  }

  function leaveFor(to: 'page' | 'tab', tabId: number | undefined): void {
    visit = tabId === undefined ? undefined : { tabId };
    rejected.value = undefined;
    on.left(to);
  }

  /** Reads the whole page once more: only while a reader looks at the answer. */
  async function readRejected(): Promise<void> {
    const during = visit;
    if (!rejectedWanted || during === undefined || page.peek().view.kind !== 'listed') return;
    const { tabId } = during;
    try {
      const { terms } = await ask<PageToBackground, 'getRejectedTerms'>('getRejectedTerms', { tabId });
      if (during !== visit || JSON.stringify(terms) === JSON.stringify(rejected.peek())) return;
      rejected.value = terms;
    } catch (error) {
      console.error(error);
      if (during === visit) rejected.value = 'failed';
    }
  }

  return {
    page,
    rejected,
    refresh,
    /** `undefined` where there is no tab. */
    get visit(): Visit | undefined {
      return visit;
    },

    follow(tabId: number | undefined): void {
      if (tabId !== visit?.tabId) {
        page.value = LOADING;
        waits = 0;
        leaveFor('tab', tabId);
      }
      void refresh();
    },

    async showRejected(wanted: boolean): Promise<void> {
      rejectedWanted = wanted;
      await readRejected();
    },
  };
}

export type FollowedPage = ReturnType<typeof createFollowedPage>;

function unreadable(): ReadPage & { pending: boolean } {
  return { ...LOADING, pending: false, view: { kind: 'unreadable', reason: 'other' } };
}
