// A glossary of 100,000 concepts on the options page, in real browsers: npm run bench:options [-- chromium|firefox]
import '../../../scripts/source-imports.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Driver } from '../../../scripts/browser/driver.ts';
import type { BrowserKind } from '../../../scripts/browser/find.ts';
import { ensureBrowser } from '../../../scripts/browser/install.ts';
import { launchBrowser } from '../../../scripts/browser/launch.ts';
import { buildExtension } from '../../../scripts/build-extension.ts';
import { startLoopbackServer } from '../../../scripts/loopback-server.ts';
import { timeExport, timeScroll, timeSearch, timeUntil } from './stopwatch.ts';

const { makeGlossary } = await import('../import/made-glossary.ts');
const { WRITERS } = await import('../../../lib/glossary-import/write-file.ts');

/** Each in a fresh profile; the table shows the median. */
const RUNS = 3;

const FORMATS = ['json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

/** What is measured, in the order of the table; ms. */
type Figures = Record<string, number>;

const glossary = makeGlossary(100_000);
const LIST = `#glossaries/${glossary.id}`;

async function measureImport(page: Page, file: string, format: Format): Promise<Figures> {
  const input = await page.waitForSelector('.drop-zone input');
  const reviewed = page.evaluate(timeUntil, { selector: '.import-plan .changes' });
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  const read = await reviewed;
  const stored = await page.evaluate(timeUntil, {
    click: '.import-review > .actions .primary',
    selector: `.notice a[href="${LIST}"]`,
  });
  return {
    [`${format}: read, checked, planned`]: read,
    [`${format}: stored`]: stored,
    [`${format}: both`]: read + stored,
  };
}

async function measureList(page: Page): Promise<Figures> {
  const opened = await page.evaluate(timeUntil, { click: `a[href="${LIST}"]`, selector: '.table .row' });
  await page.waitForSelector('.browser-count');
  // Each finds another number of concepts: that is what shows it has been answered.
  const searches = [];
  for (const text of ['港9', '港99', '港999', '港99']) searches.push(await page.evaluate(timeSearch, text));
  const [first = Number.NaN, ...later] = searches;
  await page.evaluate(timeSearch, '');
  const frame = await page.evaluate(timeScroll);
  return {
    'list opened': opened,
    'search, first keystroke': first,
    'search, later keystrokes, longest': Math.max(...later),
    'scrolling, longest frame': frame,
  };
}

async function measureExport(page: Page): Promise<Figures> {
  await page.waitForSelector('.export-form');
  await page.select('.export-which select', glossary.id);
  const figures: Figures = {};
  for (const format of FORMATS) {
    figures[`${format}: exported`] = await page.evaluate(timeExport, format);
  }
  return figures;
}

async function measure(driver: Driver, file: string, format: Format, url: string): Promise<Figures> {
  // It comes in front of the others by itself, and pages behind it draw no frames.
  await (await driver.waitForTab((tab) => tab.startsWith(driver.extensionUrl('welcome.html')))).close();
  const { page } = await driver.openExtensionPage('options.html#exchange');
  const imported = await measureImport(page, file, format);
  if (format !== 'json') return imported;
  // The background compiles the terms meanwhile: a page with marks says that it is at rest.
  const reading = await driver.open(url);
  await reading.waitForMarks();
  await reading.close();
  await page.bringToFront();
  const exported = await measureExport(page);
  return { ...imported, ...(await measureList(page)), ...exported };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function bench(kind: BrowserKind, files: Readonly<Record<Format, string>>): Promise<void> {
  const browser = ensureBrowser(kind);
  const extensionDir = buildExtension(kind);
  const [concept] = glossary.concepts;
  const server = await startLoopbackServer([
    () => ({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<p>${concept?.terms[0].text}。</p>`,
    }),
  ]);
  const runs: Figures[] = [];
  let version = '';
  for (let run = 0; run < RUNS; run++) {
    for (const format of FORMATS) {
      const driver = await launchBrowser({ ...browser, headless: true, extensionDir });
      version = driver.version;
      runs.push(await measure(driver, files[format], format, server.origin));
      await driver.close();
    }
  }
  await server.close();
  const names = [...new Set(runs.flatMap((figures) => Object.keys(figures)))];
  console.log(`\n${version}: 100,000 concepts, ms, median of ${RUNS} (all runs)\n`);
  for (const name of names) {
    const values = runs.flatMap((figures) => figures[name] ?? []).map(Math.round);
    console.log(`${name.padEnd(36)}${String(median(values)).padStart(6)}   (${values.join(', ')})`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'pangzhu-bench-'));
const files = { json: join(folder, 'bench.json'), csv: join(folder, 'bench.csv') };
for (const format of FORMATS) writeFileSync(files[format], WRITERS[format].write(glossary));
const asked = process.argv[2];
for (const kind of ['chromium', 'firefox'] satisfies BrowserKind[]) {
  if ((asked ?? kind) === kind) await bench(kind, files);
}
rmSync(folder, { recursive: true });
