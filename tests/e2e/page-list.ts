import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { tabIdOf } from '../../scripts/browser/tab-id.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  storage: { local: { set(items: object): Promise<void> } };
};

export const SEVEN = (texts: string[]): boolean => texts.length === 7;

/**
 * Stores a glossary of the reader's own behind the others, a concept for each term; `undefined` takes it out again. Open
 * pages hear of it.
 */
export function storeGlossary(driver: Driver, id: string, terms: string[] | undefined): Promise<void> {
  return driver.evaluateInExtension(
    async (key, texts) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('pangzhu');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const change = database.transaction(['glossaries', 'chunks', 'meta'], 'readwrite');
      const [glossaries, chunks, meta] = ['glossaries', 'chunks', 'meta'].map((name) =>
        change.objectStore(name),
      ) as [IDBObjectStore, IDBObjectStore, IDBObjectStore];
      if (texts === undefined) {
        glossaries.delete(key);
        chunks.delete([key, 0]);
      } else {
        const header = {
          id: key,
          name: { zh: key },
          version: '1',
          updated: '2026-11-26',
          language: 'zh-Hans',
        };
        const choices = { categories: {}, origin: 'own', position: 9, edition: 1, enabled: true };
        glossaries.put({ ...header, ...choices, conceptCount: texts.length });
        const concepts = texts.map((text) => ({
          id: text,
          terms: [{ text, language: 'zh-Hans', status: 'preferred' }],
          definitions: { zh: `${key}的${text}。` },
          sources: [],
        }));
        chunks.put(concepts, [key, 0]);
      }
      const before = await new Promise<number>((resolve) => {
        const request = meta.get('revision');
        request.onsuccess = () => resolve(request.result);
      });
      meta.put(before + 1, 'revision');
      await new Promise((resolve) => change.addEventListener('complete', resolve));
      database.close();
      await chrome.storage.local.set({ revision: before + 1 });
    },
    id,
    terms,
  );
}

type OpenPage = (path: string) => Promise<Tab>;

/** The side panel as a tab, about another tab. */
export async function openPanelFor(driver: Driver, tab: Tab, openExtensionPage: OpenPage): Promise<Tab> {
  const panel = await openExtensionPage(`sidepanel.html?tab=${await tabIdOf(driver, tab)}`);
  await panel.page.waitForSelector('.panel');
  return panel;
}

/** The plain page with its list beside it. */
export async function openPlain(driver: Driver, open: OpenPage, openExtensionPage: OpenPage) {
  const tab = await open('/plain.html');
  await tab.waitForMarks(SEVEN);
  const panel = await openPanelFor(driver, tab, openExtensionPage);
  await panel.page.waitForSelector('.term-item');
  return { tab, panel };
}

/** The groups of the list: heading, then each term with its count. */
export const listOf = (panel: Tab): Promise<string[][]> =>
  panel.page.evaluate(() =>
    [...document.querySelectorAll('.term-group')].map((group) => [
      group.querySelector('h3')?.firstChild?.textContent ?? '',
      ...[...group.querySelectorAll('.term-item')].map(
        (item) =>
          `${item.querySelector('.term-head')?.textContent} ${item.querySelector('.term-count [aria-hidden]')?.textContent}`,
      ),
    ]),
  );

/** Clicks the n-th of what a selector finds in the item of a term. */
export const clickIn = (panel: Tab, term: string, selector: string, n = 0): Promise<void> =>
  panel.page.evaluate(
    ([head, wanted, at]) => {
      const items = [...document.querySelectorAll('.term-item')];
      const item = items.find((each) => each.querySelector('.term-head')?.textContent === head);
      const element = item?.querySelectorAll<HTMLElement>(wanted)[at];
      if (element === undefined) throw new Error(`${head} has no ${wanted}`);
      element.click();
    },
    [term, selector, n] as const,
  );

/** To which of its places the page was taken last, as `2/4`. */
export const placeShown = (panel: Tab): Promise<string | null | undefined> =>
  panel.page.evaluate(() => document.querySelector('[aria-current] .term-count [aria-hidden]')?.textContent);

/** The block that the page flashes a term in. */
export const flashed = (tab: Tab): Promise<string[]> =>
  tab.page.evaluate(() =>
    [...(CSS.highlights.get('gloss-flash') ?? [])].map(
      (range) =>
        `${range.startContainer.parentElement?.closest('[id]:not(a)')?.id} ${(range as StaticRange).startOffset}`,
    ),
  );
