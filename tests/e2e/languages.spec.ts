import { describe, expect, inject, onTestFinished } from 'vitest';
import { startBrowser, test } from './browser-test.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  i18n: { getUILanguage(): string };
  storage: { local: { set(items: object): Promise<void> } };
};

describe.each([
  ['zh-CN', '术语表', '出处'],
  ['zh-TW', '詞彙表', '出處'],
  ['en', 'Glossaries', 'Source'],
])('a reader of %s', (language, heading, sources) => {
  test('is spoken to in that language', async () => {
    const driver = await startBrowser({ language });
    onTestFinished(() => driver.close());
    await driver.evaluateInExtension(async (wanted) => {
      // Debian's Chromium has no other language than English unless it is installed; then choose it by hand.
      if (chrome.i18n.getUILanguage() === wanted) return;
      await chrome.storage.local.set({ settings: { uiLanguage: wanted } });
    }, language);
    const options = await driver.openExtensionPage('options.html');
    await options.page.waitForFunction(
      (tag, word) => document.documentElement.lang === tag && document.body.textContent?.includes(word),
      {},
      language,
      heading,
    );
    const tab = await driver.open(`${inject('origin')}/plain.html`);
    await tab.waitForMarks();
    await tab.hover('果园港');
    expect((await tab.waitForPopover()).text).toContain(sources);
  });
});
