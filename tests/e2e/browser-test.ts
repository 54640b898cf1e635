import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, inject } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { launchBrowser } from '../../scripts/browser/launch.ts';
import { PROJECT_DIR } from '../../scripts/build-extension.ts';

/** Where a failed test leaves a screenshot and the console of each of its tabs. */
const REPORT_DIR = join(PROJECT_DIR, 'reports', 'e2e');

const LONGEST_PICTURE_MS = 5000;

/** A fresh browser. With the extension it is ready when its welcome page has come and been closed. */
export async function startBrowser({
  withExtension = true,
  language = 'zh-CN',
  ownHome = false,
} = {}): Promise<Driver> {
  const driver = await launchBrowser({
    ...inject('browser'),
    language,
    ownHome,
    ...(withExtension && { extensionDir: inject('extensionDir') }),
  });
  try {
    if (withExtension) await closeWelcomePage(driver);
    return driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

export async function closeWelcomePage(driver: Driver): Promise<void> {
  const welcome = await driver.waitForTab((url) => url.startsWith(driver.extensionUrl('welcome.html')));
  await welcome.close();
}

/** A `test` with one browser for all tests of a file, and tabs that are closed after each. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  .extend('driver', { scope: 'file' }, async ({}, { onCleanup }) => {
    const driver = await startBrowser();
    onCleanup(() => driver.close());
    return driver;
  })
  .extend('tabs', async ({ task }, { onCleanup }) => {
    const tabs: Tab[] = [];
    onCleanup(async () => {
      if (task.result?.state === 'fail') {
        // One after another: only the tab in front can be drawn.
        for (const [i, tab] of tabs.entries()) await saveEvidence(tab, `${task.name} ${i + 1}`);
      }
      await Promise.all(tabs.map((tab) => tab.close().catch(() => {})));
    });
    return tabs;
  })
  /** Opens a fixture, by path on the first origin or by full URL. */
  .extend('open', async ({ driver, tabs }) => async (path: string): Promise<Tab> => {
    const tab = await driver.open(new URL(path, inject('origin')).href);
    tabs.push(tab);
    return tab;
  })
  /** Opens a page of the extension. */
  .extend('openExtensionPage', async ({ driver, tabs }) => async (path: string): Promise<Tab> => {
    const tab = await driver.openExtensionPage(path);
    tabs.push(tab);
    return tab;
  });

async function saveEvidence(tab: Tab, name: string): Promise<void> {
  const folder = join(REPORT_DIR, inject('browser').kind);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name.replace(/[^\w一-龥]+/g, '-'));
  writeFileSync(`${file}.log`, [tab.page.url(), ...tab.log, ...tab.errors].join('\n'));
  // The tab may be what failed: the test's own error is the one to report, and nothing waits for a hung tab.
  const drawn = tab.screenshot(`${file}.png`).catch(() => {});
  await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, LONGEST_PICTURE_MS))]);
}
