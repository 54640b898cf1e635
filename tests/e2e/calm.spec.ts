import { afterEach, describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { SEVEN } from './page-list.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: { storage: { local: { remove(key: string): Promise<void> } } };

afterEach(async ({ driver }: { driver?: Driver }) => {
  await driver?.evaluateInExtension(() => chrome.storage.local.remove('settings'));
});

const choose = (options: Tab, value: string): Promise<void> =>
  options.page.evaluate(
    (wanted) => document.querySelector<HTMLElement>(`input[value="${wanted}"]`)?.click(),
    value,
  );

/** The terms marked in each paragraph that has any. */
async function marked(tab: Tab): Promise<string> {
  const marks = await tab.marks();
  return marks.map(({ within, text }) => `${within} ${text}`).join(', ');
}

describe('fewer marks', () => {
  test('are chosen in the options, in effect at once, and all come back', async ({
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    const options = await openExtensionPage('options.html#marking');
    await options.page.waitForSelector('input[value=section]');
    const inSample = (): Promise<number> =>
      options.page.evaluate(() => document.querySelectorAll('.calm-sample [data-term]').length);
    const all = await inSample();

    await choose(options, 'page');
    const once = 'first 果园港, first 两江新区, second 天府新区, second 成渝地区双城经济圈';
    await expect.poll(() => marked(tab)).toBe(once);
    await expect.poll(inSample).toBeLessThan(all);

    // A section of its own begins.
    await tab.page.evaluate(() => {
      const heading = document.createElement('h2');
      heading.textContent = '傍晚';
      document.querySelector('#twice')?.before(heading);
    });
    await choose(options, 'section');
    await expect.poll(() => marked(tab)).toBe(`${once}, twice 果园港`);
    // What was the first is gone: the next one takes its place.
    await tab.page.evaluate(() => document.querySelector('#first')?.remove());
    await expect
      .poll(() => marked(tab))
      .toBe('second 天府新区, second 成渝地区双城经济圈, link 果园港, twice 果园港');

    await choose(options, 'all');
    await choose(options, '120');
    await expect.poll(() => marked(tab)).toBe('second 天府新区, link 果园港, twice 果园港');
    await choose(options, '0');
    await expect.poll(async () => (await tab.marks()).length).toBe(5);
  });

  test('are those of some categories and lengths', async ({ open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    const options = await openExtensionPage('options.html#marking');
    await options.page.waitForSelector('input[type=range]');
    await options.page.evaluate(() => {
      const slider = document.querySelector<HTMLInputElement>('input[type=range]');
      if (slider === null) return;
      slider.value = '5';
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await expect.poll(() => marked(tab)).toBe('second 成渝地区双城经济圈');
    await options.page.evaluate(() => {
      const slider = document.querySelector<HTMLInputElement>('input[type=range]');
      if (slider === null) return;
      slider.value = '1';
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await tab.waitForMarks(SEVEN);
    await options.page.evaluate(() => {
      for (const box of document.querySelectorAll<HTMLElement>('input[type=checkbox]')) box.click();
    });
    await expect.poll(async () => (await tab.marks()).length).toBe(0);
  });
});
