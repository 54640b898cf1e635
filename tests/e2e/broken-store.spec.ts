import { describe, expect } from 'vitest';
import { test } from './browser-test.ts';

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
      // As a newer version leaves it that was taken back: no older one may open it.
      await new Promise((done, fail) => {
        const opening = indexedDB.open('pangzhu', 99);
        opening.onerror = fail;
        opening.onsuccess = () => {
          opening.result.close();
          done(undefined);
        };
      });
    });
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
      .poll(
        () =>
          driver.evaluateInExtension(async () => {
            const { chrome } = globalThis as unknown as {
              chrome: { storage: { local: { get(key: string): Promise<{ revision?: number }> } } };
            };
            return (await chrome.storage.local.get('revision')).revision;
          }),
        { timeout: 10_000 },
      )
      .toBe(41);
    await options.page.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await page.waitForMarks((texts) => texts.length === 0);
    await options.page.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')?.click());
    await page.waitForMarks((texts) => texts.length === 7);
  });
});
