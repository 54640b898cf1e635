// Takes the pictures of the README and of every page of the extension: npm run screenshots [-- <folder>]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ColorScheme, Driver } from './browser/driver.ts';
import { ensureBrowser } from './browser/install.ts';
import { launchBrowser } from './browser/launch.ts';
import { buildExtension, PROJECT_DIR } from './build-extension.ts';
import { serveFolder, startLoopbackServer } from './loopback-server.ts';

/** The term whose popover is shown. */
const TERM = '成渝地区双城经济圈';

/** The pages fade and lay themselves out; a picture is of the page at rest. */
const REST_MS = 900;

const PAGES = {
  options: 'options.html',
  appearance: 'options.html#appearance',
  welcome: 'welcome.html',
} as const;

const rest = (): Promise<void> => new Promise((done) => setTimeout(done, REST_MS));

async function takeArticle(driver: Driver, url: string, scheme: ColorScheme, file: string): Promise<void> {
  const tab = await driver.open(url);
  await tab.setColorScheme(scheme);
  await tab.settledMarks();
  await tab.hover(TERM);
  await tab.waitForPopover();
  await rest();
  await tab.screenshot(file);
  await tab.close();
}

async function takePages(driver: Driver, scheme: ColorScheme, base: string): Promise<void> {
  for (const [name, path] of Object.entries(PAGES)) {
    const tab = await driver.openExtensionPage(path);
    await tab.setColorScheme(scheme);
    await rest();
    await tab.screenshot(`${base}-${name}-${scheme}.png`);
    await tab.close();
  }
}

const folder = resolve(process.argv[2] ?? join(PROJECT_DIR, 'screenshots'));
mkdirSync(folder, { recursive: true });
const extensionDir = buildExtension('chromium');
const server = await startLoopbackServer([serveFolder('/', join(PROJECT_DIR, 'assets', 'demo'))]);
for (const language of ['zh-CN', 'zh-TW', 'en']) {
  const driver = await launchBrowser({
    ...ensureBrowser('chromium'),
    extensionDir,
    headless: true,
    language,
  });
  await driver.evaluateInExtension(async (uiLanguage: string) => {
    // A Chromium without that language installed would speak English.
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { set(items: object): Promise<void> } } };
    };
    await chrome.storage.local.set({ settings: { uiLanguage } });
  }, language);
  for (const scheme of ['light', 'dark'] satisfies ColorScheme[]) {
    const base = join(folder, language);
    await takeArticle(driver, `${server.origin}/article.html`, scheme, `${base}-article-${scheme}.png`);
    await takePages(driver, scheme, base);
  }
  await driver.close();
}
await server.close();
console.log(`Pictures in ${folder}`);
