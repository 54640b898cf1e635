// What the extension costs a large page, in a real browser: npm run bench:page [-- chromium|firefox]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Driver, Tab } from '../../../scripts/browser/driver.ts';
import type { BrowserKind } from '../../../scripts/browser/find.ts';
import { ensureBrowser } from '../../../scripts/browser/install.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { buildExtension, PROJECT_DIR } from '../../../scripts/build-extension.ts';
import { startLoopbackServer } from '../../../scripts/loopback-server.ts';
import { countMarks } from '../../../scripts/measure/count-marks.ts';
import { withTerms } from '../../../scripts/measure/extension-variant.ts';
import { type MainThreadTime, watchBusy, watchMainThread } from '../../../scripts/measure/main-thread.ts';
import { readPaints, watchPaints } from '../../../scripts/measure/paint-times.ts';
import { FEW_TEXT_NODES, makeOtherTerms, makePage } from './made-page.ts';
import { median, medians, pause, REST_MS, RUNS } from './runs.ts';
import { type AllUnrest, describeUnrest, FEW_PATH, measureAllUnrest } from './unrest.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** Of the bare walk, which everything is compared with. */
const WALKS = 7;

/** The walk that a content script would make. */
const APART = 'walk apart';

const NOT_MEASURED: MainThreadTime = { longestMs: Number.NaN, scriptMs: Number.NaN, busyMs: Number.NaN };

interface Figures extends MainThreadTime {
  marks: number;
  firstMs: number;
  foundMs: number;
  heapMb: number;
}

async function measureExtension(driver: Driver, url: string): Promise<Figures> {
  const tab: Tab = await driver.open('about:blank');
  await watchPaints(tab);
  // Makes what it asks with; to be there when the page has loaded.
  await countMarks(driver, tab);
  await tab.goto(url);
  const paints = await readPaints(driver, tab);
  const heapMb = await readHeap(tab);
  await tab.close();
  return {
    marks: paints.marks,
    firstMs: paints.firstMs ?? Number.NaN,
    foundMs: paints.foundMs,
    heapMb,
    ...(driver.kind === 'chromium' ? await measureSwitchingOn(driver, url) : NOT_MEASURED),
  };
}

async function readHeap(tab: Tab): Promise<number> {
  try {
    const { JSHeapUsedSize = Number.NaN } = await tab.page.metrics();
    return JSHeapUsedSize / 2 ** 20;
  } catch {
    // Firefox does not tell.
    return Number.NaN;
  }
}

/**
 * What a script in the page costs that does the same by wrapping terms in elements, or only walks the text; ms by the page's
 * own clock, which has nothing in it but that. The walk is watched as the extension is, though nobody asks what was seen: what
 * a page does first after a rest takes it up to four times as long, and a page that is watched is awake. In Chromium it is also
 * walked as a content script has to, in a world of its own, where every node gets another wrapper.
 */
async function measureInPage(driver: Driver, url: string, terms: string[]): Promise<Record<string, number>> {
  const markJs = readFileSync(join(PROJECT_DIR, 'node_modules', 'mark.js', 'dist', 'mark.min.js'), 'utf8');
  const runs: Record<string, number[]> = { walk: [], 'mark.js': [], wrapping: [] };
  const walks = driver.kind === 'chromium' ? ['walk', APART] : ['walk'];
  for (let run = 0; run < WALKS; run++) {
    // Once will do for what takes seconds.
    for (const name of run === 0 ? new Set([...walks, ...Object.keys(runs)]) : walks) {
      const tab = await driver.open(url);
      await tab.page.evaluate(markJs);
      await pause(REST_MS);
      const isWatched = driver.kind === 'chromium' && walks.includes(name);
      const stop = isWatched ? await watchMainThread(tab.page) : undefined;
      const ms = name === APART ? await walkApart(tab.page) : await tab.page.evaluate(runInPage, name, terms);
      runs[name] = [...(runs[name] ?? []), ms];
      await stop?.();
      await tab.close();
    }
  }
  return Object.fromEntries(Object.entries(runs).map(([name, values]) => [name, median(values)]));
}

/** The walk in a world as content scripts have it. */
async function walkApart(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const { result } = await session.send('Runtime.callFunctionOn', {
    ...world,
    functionDeclaration: runInPage.toString(),
    arguments: [{ value: 'walk' }, { value: [] }],
    returnByValue: true,
  });
  await session.detach();
  return result.value as number;
}

/** How long the main thread is busy with loading a page that is not marked; ms. */
async function measureLoading(driver: Driver, url: string): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const tab = await driver.open(url);
    await pause(REST_MS);
    const busy = await watchBusy(tab.page);
    await tab.page.reload();
    await pause(REST_MS);
    runs.push(await busy());
    await tab.close();
  }
  return median(runs);
}

/** What the main thread does from the moment a loaded page is to be marked until it is. */
async function measureSwitchingOn(driver: Driver, url: string): Promise<MainThreadTime> {
  await setEnabled(driver, false);
  const tab = await driver.open(url);
  await pause(REST_MS);
  const stop = await watchMainThread(tab.page);
  await setEnabled(driver, true);
  let [marks, changedAt] = [0, Date.now()];
  while (marks === 0 || Date.now() - changedAt < REST_MS) {
    await pause(100);
    const found = await countMarks(driver, tab);
    if (found !== marks) changedAt = Date.now();
    marks = found;
  }
  const time = await stop();
  await tab.close();
  return time;
}

const setEnabled = (driver: Driver, enabled: boolean): Promise<void> =>
  driver.evaluateInExtension((on) => chrome.storage.local.set({ settings: { enabled: on } }), enabled);

/** Runs in the page. Layout is part of what wrapping costs, so it is forced before and inside the measurement. */
function runInPage(name: string, terms: string[]): number {
  document.body.getBoundingClientRect();
  const start = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  if (name === 'walk') {
    let length = 0;
    while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
    if (length === 0) throw new Error('nothing to walk');
  } else if (name === 'mark.js') {
    const { Mark } = globalThis as unknown as {
      Mark: new (root: Element) => { mark(terms: string[], options: object): void };
    };
    new Mark(document.body).mark(terms, { separateWordSearch: false, diacritics: false });
  } else {
    const pattern = new RegExp(terms.join('|'), 'g');
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    for (const node of nodes) {
      const found = [...node.data.matchAll(pattern)].reverse();
      for (const match of found) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        range.surroundContents(document.createElement('mark'));
      }
    }
  }
  document.body.getBoundingClientRect();
  return performance.now() - start;
}

async function bench(kind: BrowserKind): Promise<void> {
  const browser = ensureBrowser(kind);
  const built = buildExtension(kind);
  const { html, terms } = makePage();
  const [term = ''] = terms;
  const few = makePage(FEW_TEXT_NODES).html;
  const server = await startLoopbackServer([
    ({ pathname }) => ({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: pathname === FEW_PATH ? few : html,
    }),
  ]);
  const results: [string, Figures][] = [];
  const loading: [string, number][] = [];
  const unrest: [string, AllUnrest][] = [];
  let version = '';
  for (const count of [100, 100_000]) {
    const name = `${count.toLocaleString('en')} terms`;
    const extension = withTerms(built, [...terms, ...makeOtherTerms(count - terms.length)]);
    const driver = await launchBrowser({ ...browser, headless: true, extensionDir: extension.dir });
    version = driver.version;
    // Storing and compiling the glossary, and the background's start, are not what is measured.
    const warmUp = await driver.open(server.origin);
    await warmUp.waitForMarks((texts) => texts.length > 50);
    // A second page would be marked anew beside the one that is measured.
    await warmUp.close();
    const runs: Figures[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureExtension(driver, server.origin));
    results.push([name, medians(runs)]);
    if (kind === 'chromium') {
      unrest.push([name, await measureAllUnrest(driver, server.origin, term)]);
      await setEnabled(driver, false);
      loading.push([name, await measureLoading(driver, server.origin)]);
    }
    await driver.close();
    extension.remove();
  }
  const plain = await launchBrowser({ ...browser, headless: true });
  const inPage = await measureInPage(plain, server.origin, terms);
  if (kind === 'chromium') {
    unrest.push(['without us', await measureAllUnrest(plain, server.origin, term)]);
    loading.push(['without us', await measureLoading(plain, server.origin)]);
  }
  await plain.close();
  await server.close();
  print(version, { results, inPage, unrest, loading });
}

interface Measured {
  results: [string, Figures][];
  inPage: Record<string, number>;
  /** Of Chromium only. */
  unrest: [string, AllUnrest][];
  loading: [string, number][];
}

function print(version: string, { results, inPage, unrest, loading }: Measured): void {
  const walk = inPage['walk'] ?? Number.NaN;
  const cell = (value: number | undefined): string =>
    (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(1)).padStart(9);
  console.log(`\n${version}: 20,000 text nodes, 1.1 million characters; medians, ms (heap MB)\n`);
  console.log('                marks    first    found  longest   script   ×walk     busy     heap');
  for (const [name, { marks, firstMs, foundMs, longestMs, scriptMs, busyMs, heapMb }] of results) {
    console.log(
      `${name.padEnd(14)}${String(marks).padStart(7)}${cell(firstMs)}${cell(foundMs)}${cell(longestMs)}` +
        `${cell(scriptMs)}${cell(scriptMs / walk)}${cell(busyMs)}${cell(heapMb)}`,
    );
  }
  for (const [name, ms] of Object.entries(inPage)) {
    console.log(
      `${name.padEnd(14)}      –        –        –        –${cell(ms)}${cell(ms / walk)}        –        –`,
    );
  }
  // Firefox does not tell what its main thread does.
  if (unrest.length === 0) return;
  const [few, many] = results.map(([, figures]) => figures.scriptMs);
  console.log(`\nscript at 100,000 terms / at 100 terms: ${((many ?? 0) / (few ?? 1)).toFixed(2)}`);
  for (const line of describeUnrest(unrest)) console.log(line);
  const loads = loading.map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
  console.log(`main thread while the long page loads and is not marked: ${loads.join(', ')}`);
}

const asked = process.argv[2];
for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
  if ((asked ?? kind) === kind) await bench(kind);
}
