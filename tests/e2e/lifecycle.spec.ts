import { describe, expect, inject, onTestFinished } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { startBrowser, test } from './browser-test.ts';

/** A browser for one test alone. */
async function ownBrowser(options: Parameters<typeof startBrowser>[0]): Promise<Driver> {
  const driver = await startBrowser(options);
  onTestFinished(() => driver.close());
  return driver;
}

describe('installing', () => {
  test('underlines the tabs that are already open, and shows the welcome page', async () => {
    const driver = await ownBrowser({ withExtension: false });
    const plain = await driver.open(`${inject('origin')}/plain.html`);
    const frames = await driver.open(`${inject('origin')}/frames.html`);
    expect(await plain.marks()).toEqual([]);
    await driver.installExtension(inject('extensionDir'));
    const welcome = await driver.waitForTab((url) => url.startsWith(driver.extensionUrl('welcome.html')));
    expect((await plain.waitForMarks((texts) => texts.length >= 7)).length).toBe(7);
    await frames.waitForMarks((texts) => texts.length >= 7);
    await plain.hover('果园港');
    expect((await plain.waitForPopover()).text).toContain('果园港');
    await welcome.close();
  });

  test('leads to a welcome page with a live example', async ({ driver, openExtensionPage }) => {
    const welcome = await openExtensionPage('welcome.html');
    await welcome.page.waitForFunction(() => /果园港|Guoyuan Port/.test(document.body.textContent ?? ''));
    expect(welcome.errors).toEqual([]);
    expect(await driver.tabUrls()).toContain(driver.extensionUrl('welcome.html'));
  });
});

describe('the background', () => {
  test('may be killed between two pages', async ({ driver, open }) => {
    const first = await open('/plain.html');
    await first.waitForMarks((texts) => texts.length >= 7);
    await driver.killBackground();
    const second = await open('/gbk.html');
    await second.waitForMarks((texts) => texts.length >= 3);
    await driver.killBackground();
    await first.hover('天府新区');
    expect((await first.waitForPopover()).text).toContain('天府新区');
  });

  test('may be killed while a page goes on growing', async ({ driver, open }) => {
    const tab = await open('/dynamic.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    await driver.killBackground();
    await tab.page.type('#message', '泸州港见');
    await tab.press('Enter');
    await tab.waitForMarks((texts) => texts.includes('泸州港'));
  });
});

describe('an update of the extension', () => {
  test('takes over in open tabs without reload', async ({ driver, open }) => {
    const tab = await open('/dynamic.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    await tab.hover('两江新区');
    await tab.waitForPopover();
    await driver.reloadExtension();
    await tab.waitForNoPopover();
    await tab.page.type('#message', '宜宾港见');
    await tab.press('Enter');
    await tab.waitForMarks((texts) => texts.includes('宜宾港') && texts.includes('两江新区'));
    await tab.moveAway();
    await tab.hover('宜宾港');
    expect((await tab.waitForPopover()).text).toContain('宜宾港');
    expect(await tab.page.evaluate(() => document.querySelectorAll('gloss-margin').length)).toBe(1);
    expect(tab.errors).toEqual([]);
  });

  test('leaves no mark twice', async ({ driver, open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length >= 7);
    await driver.reloadExtension();
    await tab.settledMarks();
    expect((await tab.waitForMarks((texts) => texts.length >= 7)).length).toBe(7);
  });
});
