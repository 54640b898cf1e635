import { describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { clickIn, openPlain } from './page-list.ts';
import { storeSettings } from './settings.ts';

/** Leaves the store as a newer version does that was taken back: no older one may open it. */
const breakStore = (driver: Driver): Promise<void> =>
  driver.evaluateInExtension(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('pangzhu', 99);
        opening.onerror = fail;
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );

describe('a store that cannot be read', () => {
  test('is said to be so, and can be begun anew, while open pages go on', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const page = await open('/plain.html');
    await page.waitForMarks((texts) => texts.length === 7);
    await driver.evaluateInExtension(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { set(items: object): Promise<void> } } };
      };
      await chrome.storage.local.set({ settings: { uiLanguage: 'en' }, revision: 40 });
    });
    await breakStore(driver);
    const options = await openExtensionPage('options.html');
    await options.page.waitForFunction(() =>
      document.querySelector('main')?.textContent?.includes('The glossaries cannot be read'),
    );
    await options.page.evaluate(() => {
      const buttons = [...document.querySelectorAll<HTMLElement>('main button')];
      buttons.find(({ textContent }) => textContent === 'Begin with an empty store')?.click();
    });
    await options.page.waitForSelector('dialog .primary');
    await options.page.evaluate(() => document.querySelector<HTMLElement>('dialog .primary')?.click());
    await options.page.waitForSelector('[role=switch]');
    // Pages take only what is newer than what they have: the new store goes on counting.
    await expect
      .poll(() =>
        driver.evaluateInExtension(async () => {
          const { chrome } = globalThis as unknown as {
            chrome: { storage: { local: { get(key: string): Promise<{ revision?: number }> } } };
          };
          return (await chrome.storage.local.get('revision')).revision;
        }),
      )
      .toBe(41);
    await options.page.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await page.waitForMarks((texts) => texts.length === 0);
    await options.page.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await page.waitForMarks((texts) => texts.length === 7);
  });
});

describe('a section that cannot be drawn', () => {
  test('says so, and leaves the way to the others', async ({ driver, openExtensionPage }) => {
    await storeSettings(driver, { uiLanguage: 'en' });
    await driver.evaluateInExtension(
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('pangzhu');
          opening.onerror = fail;
          opening.onsuccess = () => {
            const change = opening.result.transaction('glossaries', 'readwrite');
            change.objectStore('glossaries').put({ id: 'nameless', position: 9, enabled: false });
            change.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
    );
    const options = await openExtensionPage('options.html');
    const mainSays = (text: string): Promise<unknown> =>
      options.page.waitForFunction(
        (wanted) => document.querySelector('main')?.textContent?.includes(wanted),
        {},
        text,
      );
    await mainSays('This part of the page cannot be shown');
    await options.page.click('.options-side a[href="#backup"]');
    await mainSays('Save a backup');
  });
});

describe('a background that refuses', () => {
  /** What the open cards say of failures, the newest card first. */
  const troubles = (tab: Tab): Promise<string[]> =>
    tab.evaluateInPopover((root) =>
      [...root.querySelectorAll('.frame:popover-open .card-trouble')].map(
        ({ textContent }) => textContent ?? '',
      ),
    );

  test('is told of in cards and list, where nothing is taken for done', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    await storeSettings(driver, { uiLanguage: 'en' });
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    // A list that nobody looks at is not read anew by itself.
    await panel.page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true }));
    await tab.hover('果园港');
    await tab.waitForPopover();
    await tab.clickInPopover('[aria-label="Keep open"]');
    await tab.hover('天府新区');
    await tab.waitForPopover(({ text }) => text.includes('天府新区'));
    await tab.clickInPopover('.actions [aria-controls]');
    await tab.clickInPopover('.menu > button:nth-of-type(2)');
    await tab.waitForPopover(({ text }) => text.includes('no longer marked'));
    await breakStore(driver);
    await driver.killBackground();

    await clickIn(panel, '果园港', '.term-open');
    // Asked for, not waited for in the page: a tab behind others gets no frames.
    await expect
      .poll(() => panel.page.evaluate(() => document.querySelector('.trouble')?.textContent))
      .toContain('does not respond');
    expect(
      await panel.page.evaluate(() => document.querySelector('[aria-expanded=true].term-open')),
    ).toBeNull();

    await tab.clickInPopover('.undo-card .more');
    await expect.poll(() => troubles(tab)).toEqual([expect.stringContaining('did not work'), '']);
    await tab.clickInPopover('.undo-card [aria-label="Close"]');
    await tab.clickInPopover('.actions [aria-controls]');
    await tab.clickInPopover('.menu > button');
    await expect.poll(() => troubles(tab)).toEqual([expect.stringContaining('did not work')]);
    await tab.clickInPopover('.menu > button:nth-of-type(2)');
    await expect.poll(() => troubles(tab)).toEqual([expect.stringContaining('did not work')]);
    expect(await tab.evaluateInPopover((root) => root.querySelector('.undo-card'))).toBeNull();
    expect((await tab.marks()).map(({ text }) => text)).toContain('果园港');

    expect([...tab.errors, ...panel.errors]).toEqual([]);
  });
});
