// What the extension costs a large page, in a real browser: npm run bench:page [-- chromium|firefox]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Driver, Tab } from '../../../scripts/browser/driver.ts';
import type { BrowserKind } from '../../../scripts/browser/find.ts';
import { ensureBrowser } from '../../../scripts/browser/install.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { buildExtension, PROJECT_DIR } from '../../../scripts/build-extension.ts';
import { startLoopbackServer } from '../../../scripts/loopback-server.ts';
import { withTerms } from '../../../scripts/measure/extension-variant.ts';
import { watchOwnTasks } from '../../../scripts/measure/own-tasks.ts';
import { readPaints, watchPaints } from '../../../scripts/measure/paint-times.ts';
import { makeOtherTerms, makePage } from './made-page.ts';

/** Runs of each case; the table shows the median. */
const RUNS = 5;

interface Figures {
  marks: number;
  firstMs: number;
  lastMs: number;
  longestMs: number;
  totalMs: number;
  heapMb: number;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function medians(runs: readonly Figures[]): Figures {
  const keys = Object.keys(runs[0] ?? {}) as (keyof Figures)[];
  return Object.fromEntries(
    keys.map((key) => [key, median(runs.map((run) => run[key]))]),
  ) as unknown as Figures;
}

async function measureExtension(driver: Driver, url: string): Promise<Figures> {
  const tab: Tab = await driver.open('about:blank');
  await watchPaints(tab);
  const stop = driver.kind === 'chromium' ? await watchOwnTasks(tab.page) : undefined;
  await tab.goto(url);
  const paints = await readPaints(tab);
  const tasks = await stop?.();
  const heapMb = await readHeap(tab);
  await tab.close();
  return {
    marks: paints.marks,
    firstMs: paints.firstMs ?? Number.NaN,
    lastMs: paints.lastMs ?? Number.NaN,
    longestMs: tasks?.longestMs ?? Number.NaN,
    totalMs: tasks?.totalMs ?? Number.NaN,
    heapMb,
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

/** What a script in the page costs that does the same by wrapping terms in elements, or only walks the text. */
async function measureInPage(driver: Driver, url: string, terms: string[]): Promise<Record<string, number>> {
  const markJs = readFileSync(join(PROJECT_DIR, 'node_modules', 'mark.js', 'dist', 'mark.min.js'), 'utf8');
  const runs: Record<string, number[]> = { walk: [], 'mark.js': [], wrapping: [] };
  for (let run = 0; run < RUNS; run++) {
    for (const name of Object.keys(runs)) {
      const tab = await driver.open(url);
      await tab.page.evaluate(markJs);
      const ms = await tab.page.evaluate(runInPage, name, terms);
      runs[name]?.push(ms);
      await tab.close();
    }
  }
  return Object.fromEntries(Object.entries(runs).map(([name, values]) => [name, median(values)]));
}

/** Changes of the page, 100 a second. */
const CHANGES = 500;
const CHANGE_INTERVAL_MS = 10;

/** How much of the main thread ours takes while a line with a term comes or goes 100 times a second. */
async function measureChanges(driver: Driver, url: string, term: string): Promise<number> {
  const tab = await driver.open(url);
  await tab.settledMarks();
  const stop = await watchOwnTasks(tab.page);
  await tab.page.evaluate(
    async (text, changes, intervalMs) => {
      const list = document.body.appendChild(document.createElement('div'));
      for (let change = 0; change < changes; change++) {
        const line = document.createElement('p');
        line.textContent = `第${change}行：${text}。`;
        list.append(line);
        if (list.childElementCount > 20) list.firstElementChild?.remove();
        await new Promise((resolve) => setTimeout(resolve, intervalMs));
      }
    },
    term,
    CHANGES,
    CHANGE_INTERVAL_MS,
  );
  const { totalMs } = await stop();
  await tab.close();
  return totalMs / (CHANGES * CHANGE_INTERVAL_MS);
}

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
  const server = await startLoopbackServer([
    () => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: html }),
  ]);
  const results: [string, Figures][] = [];
  let changing = Number.NaN;
  let version = '';
  for (const count of [100, 100_000]) {
    const extension = withTerms(built, [...terms, ...makeOtherTerms(count - terms.length)]);
    const driver = await launchBrowser({ ...browser, headless: true, extensionDir: extension.dir });
    version = driver.version;
    // Storing and compiling the glossary, and the background's start, are not what is measured.
    await (await driver.open(server.origin)).waitForMarks((texts) => texts.length > 1000);
    const runs: Figures[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureExtension(driver, server.origin));
    if (kind === 'chromium') changing = await measureChanges(driver, server.origin, terms[0] ?? '');
    results.push([`${count.toLocaleString('en')} terms`, medians(runs)]);
    await driver.close();
    extension.remove();
  }
  const plain = await launchBrowser({ ...browser, headless: true });
  const inPage = await measureInPage(plain, server.origin, terms);
  await plain.close();
  await server.close();
  print(version, results, inPage, changing);
}

function print(
  version: string,
  results: [string, Figures][],
  inPage: Record<string, number>,
  changing: number,
): void {
  const walk = inPage['walk'] ?? Number.NaN;
  const cell = (value: number | undefined): string =>
    (value === undefined || Number.isNaN(value) ? '–' : value.toFixed(1)).padStart(9);
  console.log(`\n${version}: 20,000 text nodes, 1.1 million characters; medians of ${RUNS}, ms (heap MB)\n`);
  console.log('                marks    first     last  longest    total   ×walk     heap');
  for (const [name, { marks, firstMs, lastMs, longestMs, totalMs, heapMb }] of results) {
    console.log(
      `${name.padEnd(14)}${String(marks).padStart(7)}${cell(firstMs)}${cell(lastMs)}${cell(longestMs)}` +
        `${cell(totalMs)}${cell(totalMs / walk)}${cell(heapMb)}`,
    );
  }
  for (const [name, ms] of Object.entries(inPage)) {
    console.log(`${name.padEnd(14)}      –        –        –${cell(ms)}${cell(ms)}${cell(ms / walk)}`);
  }
  const [few, many] = results.map(([, figures]) => figures.totalMs);
  console.log(`\nmain thread at 100,000 terms / at 100 terms: ${((many ?? 0) / (few ?? 1)).toFixed(2)}`);
  console.log(`a page that changes 100 times a second: ${(100 * changing).toFixed(1)} % of its main thread`);
}

const asked = process.argv[2];
for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
  if ((asked ?? kind) === kind) await bench(kind);
}
