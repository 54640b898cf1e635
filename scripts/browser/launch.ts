import type { Page } from 'puppeteer-core';
import { startChromium } from './chromium.ts';
import type { Driver, LaunchOptions, Tab } from './driver.ts';
import type { Engine, StartEngine } from './engine.ts';
import type { BrowserKind } from './find.ts';
import { startFirefox } from './firefox.ts';
import { BrowserTab, waitUntil } from './tab.ts';

const ENGINES: Record<BrowserKind, StartEngine> = { chromium: startChromium, firefox: startFirefox };

/** The smallest file of the extension that shows as a page; in it the extension's API is there as in any other. */
const CONTROL_PAGE = 'highlight.css';

/** Starts a browser with a fresh profile, which is removed when it closes. */
export async function launchBrowser(options: LaunchOptions): Promise<Driver> {
  const engine = await ENGINES[options.kind](options);
  try {
    const driver = new BrowserDriver(options.kind, engine);
    if (options.extensionDir) await driver.installExtension(options.extensionDir);
    return driver;
  } catch (error) {
    await engine.browser.close();
    throw error;
  }
}

class BrowserDriver implements Driver {
  readonly kind: BrowserKind;
  readonly version: string;
  readonly #engine: Engine;
  #baseUrl = '';
  /** A page of the extension that stays open behind the others, to call its API in. */
  #controlPage: Page | undefined;
  #lastOpened: Page | undefined;

  constructor(kind: BrowserKind, engine: Engine) {
    this.kind = kind;
    this.version = engine.version;
    this.#engine = engine;
  }

  async installExtension(folder: string): Promise<void> {
    this.#baseUrl = await this.#engine.installExtension(folder);
  }

  async open(url: string): Promise<Tab> {
    const tab = await this.#newTab();
    await tab.goto(url);
    return tab;
  }

  async tabUrls(): Promise<string[]> {
    const tabs = await this.#tabs();
    return tabs.map(({ url }) => url).filter((url) => url !== '' && !/^(about|chrome):/.test(url));
  }

  async waitForTab(isExpected: (url: string) => boolean): Promise<Tab> {
    let found: Page | undefined;
    await waitUntil(
      async () => {
        found = (await this.#tabs()).find(({ url }) => isExpected(url))?.page;
        return found !== undefined;
      },
      () => 'a tab with the expected address',
    );
    if (!found) throw new Error('unreachable: waited for a tab');
    return new BrowserTab(this.#engine, found);
  }

  extensionUrl(path: string): string {
    return new URL(path, this.#baseUrl).href;
  }

  async openExtensionPage(path: string): Promise<Tab> {
    const tab = await this.#newTab();
    await this.#engine.gotoExtensionPage(tab.page, this.extensionUrl(path));
    return tab;
  }

  async evaluateInExtension<T, A extends unknown[]>(
    fn: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    const page = await this.#openControlPage();
    return (await page.evaluate(fn as (...args: unknown[]) => T, ...args)) as T;
  }

  async killBackground(): Promise<void> {
    await this.#engine.killBackground();
    await waitUntil(
      async () => !(await this.isBackgroundRunning()),
      () => 'the background to stop',
    );
  }

  async isBackgroundRunning(): Promise<boolean> {
    return await this.#engine.isBackgroundRunning();
  }

  async setPolicy(policy: Readonly<Record<string, unknown>>): Promise<boolean> {
    return await this.#engine.setPolicy(policy);
  }

  async reloadExtension(): Promise<void> {
    await this.#engine.reloadExtension();
  }

  async whenClosed(): Promise<void> {
    if (!this.#engine.browser.connected) return;
    await new Promise<void>((resolve) => {
      this.#engine.browser.once('disconnected', () => resolve());
    });
  }

  async close(): Promise<void> {
    await this.#engine.browser.close();
  }

  async #openControlPage(): Promise<Page> {
    // It goes with the extension when that is loaded anew.
    if (this.#controlPage?.isClosed() === false) return this.#controlPage;
    const page = await this.#engine.browser.newPage();
    await this.#engine.gotoExtensionPage(page, this.extensionUrl(CONTROL_PAGE));
    this.#controlPage = page;
    if (this.#lastOpened?.isClosed() === false) await this.#lastOpened.bringToFront();
    return page;
  }

  async #tabs(): Promise<{ page: Page; url: string }[]> {
    const pages = await this.#engine.browser.pages();
    // A tab that closes in the meantime has no address any more.
    return Promise.all(
      pages.map(async (page) => ({ page, url: await this.#engine.urlOf(page).catch(() => '') })),
    );
  }

  async #newTab(): Promise<BrowserTab> {
    const page = await this.#engine.browser.newPage();
    await page.bringToFront();
    this.#lastOpened = page;
    return new BrowserTab(this.#engine, page);
  }
}
