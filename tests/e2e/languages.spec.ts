import { describe, expect, inject, onTestFinished } from 'vitest';
import { startBrowser, test } from './browser-test.ts';

describe.each([
  ['zh-CN', '设置'],
  ['zh-TW', '設定'],
  ['en', 'Settings'],
])('a reader of %s', (language, settings) => {
  test('is spoken to in that language', async () => {
    const driver = await startBrowser({ language });
    onTestFinished(() => driver.close());
    const options = await driver.openExtensionPage('options.html');
    await options.page.waitForFunction((text) => document.title.includes(text), {}, settings);
    const tab = await driver.open(`${inject('origin')}/plain.html`);
    await tab.waitForMarks();
    await tab.hover('果园港');
    expect((await tab.waitForPopover()).text).toContain(language === 'en' ? 'port' : '港');
  });
});
