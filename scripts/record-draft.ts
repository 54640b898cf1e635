// Takes the pictures of a glossary being drawn from the demo article: npm run record-draft [-- <folder>]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ColorScheme, Driver, Tab } from './browser/driver.ts';
import { ensureBrowser } from './browser/install.ts';
import { launchBrowser } from './browser/launch.ts';
import { buildExtension, PROJECT_DIR } from './build-extension.ts';
import { serveFolder, startLoopbackServer } from './loopback-server.ts';
import { takePicture } from './picture.ts';

declare const chrome: {
  tabs: { query(filter: object): Promise<{ id: number }[]> };
  storage: { local: { set(items: object): Promise<void> } };
};

/** The pages fade and lay themselves out; a picture is of the page at rest. */
const REST_MS = 700;

const SIZE = { width: 1180, height: 760 };

const rest = (): Promise<void> => new Promise((done) => setTimeout(done, REST_MS));

/** By script: a driver's click waits for frames, which a tab behind another one does not draw. */
async function click(tab: Tab, selector: string): Promise<void> {
  await tab.page.waitForSelector(selector);
  await tab.page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
}

/** Switches off the glossary that comes with the extension: what is underlined then is what was saved. */
async function switchEmbeddedOff(driver: Driver): Promise<void> {
  const options = await driver.openExtensionPage('options.html');
  await click(options, '.glossary [role=switch]');
  await rest();
  await options.close();
}

/** Accepts the first terms, leaves one out, saves, and goes back to the page. */
async function record(driver: Driver, url: string, scheme: ColorScheme, base: string): Promise<void> {
  const article = await driver.open(url);
  await article.settledMarks();
  const [tab] = await driver.evaluateInExtension((of) => chrome.tabs.query({ url: `${of}*` }), url);
  const page = await driver.openExtensionPage(`draft.html?tab=${tab?.id}`);
  await page.page.bringToFront();
  await page.page.setViewport(SIZE);
  await page.setColorScheme(scheme);
  await page.page.waitForSelector('.queue-item');
  await rest();
  await takePicture(page, `${base}-1-found.png`);
  await page.page.focus('[role=listbox]');
  for (const key of ['a', 'a', 'x', 'a', 'a', 'a', 'x', 'ArrowDown', 'a'] as const)
    await page.page.keyboard.press(key);
  await rest();
  await takePicture(page, `${base}-2-decided.png`);
  await click(page, '.save-bar [type=submit]');
  await page.page.waitForSelector('.saved');
  await rest();
  await takePicture(page, `${base}-3-saved.png`);
  await showPage(article, scheme, `${base}-4-underlined.png`);
  await page.close();
  await article.close();
}

async function showPage(article: Tab, scheme: ColorScheme, file: string): Promise<void> {
  await article.page.bringToFront();
  await article.page.setViewport(SIZE);
  await article.setColorScheme(scheme);
  await article.settledMarks();
  await rest();
  await takePicture(article, file);
}

const folder = resolve(process.argv[2] ?? join(PROJECT_DIR, 'docs', 'images'));
mkdirSync(folder, { recursive: true });
const extensionDir = buildExtension('chromium');
const server = await startLoopbackServer([serveFolder('/', join(PROJECT_DIR, 'assets', 'demo'))]);
for (const [language, scheme] of [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] satisfies [string, ColorScheme][]) {
  const driver = await launchBrowser({
    ...ensureBrowser('chromium'),
    extensionDir,
    headless: true,
    language,
  });
  await driver.evaluateInExtension(
    (uiLanguage) => chrome.storage.local.set({ settings: { uiLanguage } }),
    language,
  );
  await switchEmbeddedOff(driver);
  await record(driver, `${server.origin}/article.html`, scheme, join(folder, `draft-${language}`));
  await driver.close();
}
await server.close();
console.log(`Pictures in ${folder}`);
