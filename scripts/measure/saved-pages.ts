import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, Tab } from '../browser/driver.ts';
import type { FoundBrowser } from '../browser/find.ts';
import { launchBrowser } from '../browser/launch.ts';
import { builtExtensionDir } from '../build-extension.ts';
import { type Route, startLoopbackServer } from '../loopback-server.ts';
import { withTerms } from './extension-variant.ts';
import { type OwnTasks, watchOwnTasks } from './own-tasks.ts';
import { type PaintTimes, readPaints, watchPaints } from './paint-times.ts';

interface SavedPage {
  file: string;
  charset: string;
  textNodes: number;
}

interface PageResult extends PaintTimes {
  page: SavedPage;
  tasks: OwnTasks | undefined;
  domEqual: boolean;
}

/** No script, no frame, no load from outside: the same page each time. */
const QUIET_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Pages that are read at once where nothing is timed; in Firefox a tab can't be opened while another one closes. */
const AT_ONCE: Record<FoundBrowser['kind'], number> = { chromium: 4, firefox: 1 };

/** No task of ours may be longer, on any page; in ms. */
const LONGEST_TASK_MS = 50;

/**
 * Opens every saved page with and without the extension; prints marks, times and whether the DOM is the same.
 * The glossary is one of common words, so that there is much to underline on any Chinese page.
 *
 * @returns whether every DOM is unchanged and no task too long
 */
export async function measureSavedPages(browser: FoundBrowser, sharedDir: string): Promise<boolean> {
  const folder = join(sharedDir, 'pages');
  const pages = JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8')) as SavedPage[];
  const extension = withTerms(builtExtensionDir(browser.kind), commonTerms(sharedDir));
  const server = await startLoopbackServer([serveSaved(folder, pages)]);
  const urlOf = ({ file }: SavedPage) => `${server.origin}/${file}`;
  const plain = await launchBrowser({ ...browser, headless: true });
  const doms = new Map<string, string>();
  const left = [...pages];
  const readOn = async (): Promise<void> => {
    for (let page = left.shift(); page !== undefined; page = left.shift())
      doms.set(page.file, await readDom(plain, urlOf(page)));
  };
  await Promise.all(Array.from({ length: AT_ONCE[browser.kind] }, readOn));
  await plain.close();
  const extended = await launchBrowser({ ...browser, headless: true, extensionDir: extension.dir });
  try {
    // The first page waits for the glossary to be stored and compiled, which is not what is measured here.
    await (await extended.open(urlOf(pages[0] as SavedPage))).settledMarks();
    const results: PageResult[] = [];
    for (const page of pages) {
      const measure = () => measurePage(extended, urlOf(page), page, doms.get(page.file));
      const result = await measure();
      // A machine that stood still for a moment makes a task long; a page that is slow is slow twice.
      results.push(isTooLong(result) ? await measure() : result);
    }
    print(browser, results);
    return results.every((result) => result.domEqual && !isTooLong(result));
  } finally {
    await extended.close();
    await server.close();
    extension.remove();
  }
}

function isTooLong({ tasks }: PageResult): boolean {
  return (tasks?.longestMs ?? 0) > LONGEST_TASK_MS;
}

function commonTerms(sharedDir: string): string[] {
  const groups = JSON.parse(readFileSync(join(sharedDir, 'data', 'spotting', 'glossaries.json'), 'utf8'));
  return [...new Set(Object.values(groups as Record<string, string[]>).flat())];
}

function serveSaved(folder: string, pages: readonly SavedPage[]): Route {
  const byPath = new Map(pages.map((page) => [`/${page.file}`, page]));
  return ({ pathname }) => {
    const page = byPath.get(pathname);
    if (page === undefined) return undefined;
    return {
      headers: {
        'content-type': `text/html; charset=${page.charset.split(' ')[0]}`,
        'content-security-policy': QUIET_POLICY,
      },
      body: readFileSync(join(folder, page.file)),
    };
  };
}

/** Chromium's own error page, which fills the frames that the policy stops, numbers itself at random. */
const ERROR_PAGE_NUMBER = /\?lit\$\d+\$/g;

async function serialize(tab: Tab): Promise<string> {
  return (await tab.serializeDom()).replace(ERROR_PAGE_NUMBER, '');
}

async function readDom(driver: Driver, url: string): Promise<string> {
  const tab = await driver.open(url);
  const dom = await serialize(tab);
  await tab.close();
  return dom;
}

async function measurePage(
  driver: Driver,
  url: string,
  page: SavedPage,
  plainDom: string | undefined,
): Promise<PageResult> {
  const tab: Tab = await driver.open('about:blank');
  await watchPaints(tab);
  const stop = driver.kind === 'chromium' ? await watchOwnTasks(tab.page) : undefined;
  await tab.goto(url);
  const paints = await readPaints(driver, tab);
  const tasks = await stop?.();
  const domEqual = (await serialize(tab)) === plainDom;
  await tab.close();
  return { page, ...paints, tasks, domEqual };
}

function print(browser: FoundBrowser, results: readonly PageResult[]): void {
  const ms = (value: number | undefined): string =>
    (value === undefined ? '–' : value.toFixed(0)).padStart(7);
  console.log(`\nSaved pages in ${browser.kind}; times in ms after the load event\n`);
  console.log(`${'page'.padEnd(42)} nodes   marks  first   last  longest  total  DOM`);
  for (const { page, marks, firstMs, lastMs, tasks, domEqual } of results) {
    console.log(
      `${page.file.padEnd(42)} ${String(page.textNodes).padStart(5)} ${String(marks).padStart(7)}` +
        `${ms(firstMs)}${ms(lastMs)}  ${ms(tasks?.longestMs)}${ms(tasks?.totalMs)}  ${domEqual ? 'equal' : 'CHANGED'}`,
    );
  }
  const longest = Math.max(...results.map(({ tasks }) => tasks?.longestMs ?? 0));
  console.log(
    `\n${results.length} pages, ${results.reduce((sum, { marks }) => sum + marks, 0)} marks, ` +
      `${results.filter(({ domEqual }) => !domEqual).length} with a changed DOM` +
      (longest > 0 ? `, longest task of ours ${longest.toFixed(1)} ms` : ''),
  );
}
