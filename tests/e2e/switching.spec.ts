import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { tabIdOf } from '../../scripts/browser/tab-id.ts';
import { test } from './browser-test.ts';
import { pickFile, savedBy } from './files.ts';
import { storeSettings } from './settings.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  action: { getBadgeText(details: { tabId: number }): Promise<string> };
  storage: { local: { remove(key: string): Promise<void> } };
};

/** The toolbar popup as a tab, about another tab. */
async function openPopupFor(
  driver: Driver,
  tab: Tab,
  openExtensionPage: (path: string) => Promise<Tab>,
): Promise<Tab> {
  const id = await tabIdOf(driver, tab);
  const popup = await openExtensionPage(`popup.html?tab=${id}`);
  await popup.page.waitForSelector('[role=switch]');
  return popup;
}

const badgeOf = async (driver: Driver, tab: Tab): Promise<string> => {
  const tabId = await tabIdOf(driver, tab);
  return driver.evaluateInExtension((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
};

/** The switch of the site is there only when the popup has heard of its tab. */
const clickSwitch = (popup: Tab, n: number): Promise<void> => popup.click('[role=switch]', n);

/** Follows a link within a page of the extension. */
const goTo = (tab: Tab, hash: string): Promise<void> =>
  tab.page.evaluate((to) => {
    location.hash = to;
  }, hash);

const NONE = (texts: string[]): boolean => texts.length === 0;
const SEVEN = (texts: string[]): boolean => texts.length === 7;

describe('the toolbar popup', () => {
  test('switches everything off and on again in open tabs', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    const popup = await openPopupFor(driver, tab, openExtensionPage);
    await clickSwitch(popup, 0);
    await tab.waitForMarks(NONE);
    await clickSwitch(popup, 0);
    await tab.waitForMarks(SEVEN);
  });

  test('reaches a page that was left before, and is gone back to', async ({ driver, open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    await tab.page.evaluate(() => location.assign('/blank.html'));
    await tab.page.waitForFunction(() => location.pathname === '/blank.html');
    await storeSettings(driver, { enabled: false });
    await tab.page.evaluate(() => history.back());
    await tab.page.waitForFunction(() => location.pathname === '/plain.html');
    await expect.poll(async () => (await tab.marks()).length).toBe(0);
    await storeSettings(driver, { enabled: true });
    await tab.waitForMarks(SEVEN);
  });

  test('switches one site off and leaves the others on', async ({ driver, open, openExtensionPage }) => {
    const here = await open('/plain.html');
    const elsewhere = await open(here.page.url().replace('127.0.0.1', 'localhost'));
    await here.waitForMarks(SEVEN);
    const popup = await openPopupFor(driver, here, openExtensionPage);
    await clickSwitch(popup, 1);
    await here.waitForMarks(NONE);
    expect((await elsewhere.marks()).length).toBe(7);
    const again = await open('/gbk.html');
    expect(await again.settledMarks()).toEqual([]);
    await clickSwitch(popup, 1);
    await here.waitForMarks(SEVEN);
    await again.waitForMarks((texts) => texts.length === 3);
  });

  test('lists the terms of the page with their counts', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    const popup = await openPopupFor(driver, tab, openExtensionPage);
    await popup.page.waitForSelector('.term-item');
    const rows = await popup.page.evaluate(() =>
      [...document.querySelectorAll('.term-item')].map((row) => [
        row.querySelector('.term-head')?.textContent,
        row.querySelector('.term-count [aria-hidden]')?.textContent,
      ]),
    );
    expect(rows.sort()).toEqual([
      ['两江新区', '1'],
      ['天府新区', '1'],
      ['成渝地区双城经济圈', '1'],
      ['果园港', '4'],
    ]);
  });

  test('takes the page to the next place of a term and flashes it', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/layout.html');
    await tab.waitForMarks((texts) => texts.includes('泸州港'));
    expect(await tab.page.evaluate(() => scrollY)).toBe(0);
    const popup = await openPopupFor(driver, tab, openExtensionPage);
    await popup.page.waitForSelector('.term-item');
    await popup.page.evaluate(() => {
      const items = [...document.querySelectorAll('.term-item')];
      const item = items.find((each) => each.querySelector('.term-head')?.textContent === '泸州港');
      item?.querySelector<HTMLElement>('.quiet:last-of-type')?.click();
    });
    // Not by puppeteer's own waiting, which goes by frames: a tab behind another one has none.
    await expect
      .poll(() => tab.page.evaluate(() => scrollY > 0 && (CSS.highlights.get('gloss-flash')?.size ?? 0) > 0))
      .toBe(true);
    const [start] = await tab.page.evaluate(() =>
      [...(CSS.highlights.get('gloss-flash') ?? [])].map((range) => range.startContainer.textContent),
    );
    expect(start).toContain('泸州港');
  });
});

describe('the badge', () => {
  test('shows how many terms the page has, its frames included', async ({ driver, open }) => {
    const plain = await open('/plain.html');
    await plain.waitForMarks(SEVEN);
    await expect.poll(() => badgeOf(driver, plain)).toBe('7');
    const frames = await open('/frames.html');
    await frames.waitForMarks((texts) => texts.length >= 7);
    await expect.poll(() => badgeOf(driver, frames)).toBe('7');
    await frames.page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.remove();
    });
    const left = (await frames.marks()).length;
    await expect.poll(() => badgeOf(driver, frames)).toBe(left === 0 ? '' : String(left));
  });

  test('does not count a page that the browser has ready and nobody is on', async ({ driver, open }) => {
    const tab = await open('/prerender.html');
    await tab.waitForMarks();
    await tab.page.waitForFunction(
      () =>
        !HTMLScriptElement.supports?.('speculationrules') || localStorage.getItem('prerendered') === 'yes',
    );
    await pause(1000);
    expect(await badgeOf(driver, tab)).toBe('1');
  });
});

/** As a backup has it: nothing is asked of its address before the year 2100. */
const SUBSCRIBED = {
  id: 'subscription http://127.0.0.1:9/ports.json',
  address: 'http://127.0.0.1:9/ports.json',
  mode: 'auto',
  managed: false,
  mirrors: [],
  validators: {},
  intervalMs: 86_400_000,
  nextCheckMs: Date.UTC(2100, 0),
  failures: 0,
  history: [],
};

describe('a glossary and its sites', () => {
  test('are kept apart from others, and come back with a backup after a look at what changes', async ({
    open,
    openExtensionPage,
  }) => {
    const here = await open('/plain.html');
    const elsewhere = await open(here.page.url().replace('127.0.0.1', 'localhost'));
    await elsewhere.waitForMarks(SEVEN);
    const options = await openExtensionPage('options.html#backup');
    await options.page.waitForSelector('.file-button');
    const backup = await savedBy(options, () => options.click('.section-actions button'));
    expect(backup.name).toMatch(/^pangzhu-\d{4}-\d\d-\d\d\.json$/);

    // Of use on one site only.
    await goTo(options, '#glossaries/chengdu-chongqing/details');
    await options.page.waitForSelector('.details textarea');
    // What the publisher wrote is not in the way of what can be changed.
    expect(
      await options.page.$eval('.details .form-foot button', (save) => {
        const { bottom } = save.getBoundingClientRect();
        return bottom <= innerHeight && document.querySelector('.details :disabled:not(button)') === null;
      }),
    ).toBe(true);
    await options.page.type('.details textarea', 'localhost');
    await options.click('.details .form-foot button');
    await here.waitForMarks(NONE);
    expect(await elsewhere.settledMarks()).toHaveLength(7);

    await goTo(options, '#sites');
    await options.page.waitForSelector('.site-form input');
    await options.page.bringToFront();
    await options.page.type('.site-form input', 'http://localhost:8080/some/page');
    await options.click('.site-form button');
    await elsewhere.waitForMarks(NONE);

    await goTo(options, '#backup');
    const whole = backup.text.replace(
      '"subscriptions":[]',
      `"subscriptions":[${JSON.stringify(SUBSCRIBED)}]`,
    );
    await pickFile(options, '.file-button input', backup.name, whole);
    await options.page.waitForSelector('dialog .preview li');
    const preview = await options.page.$$eval('.preview li b', (names) => names.map((b) => b.textContent));
    expect(preview).toEqual([
      expect.stringMatching(/成渝|Chengdu/),
      expect.stringMatching(/设置|Settings/),
      expect.stringMatching(/订阅|Subscriptions/),
    ]);
    // The one of which no concept changes says nothing of concepts; what can do no harm has the focus.
    expect(await options.page.$$('.preview small')).toEqual([]);
    expect(await options.page.evaluate(() => document.activeElement?.className)).toBe('button');
    expect(await here.marks()).toEqual([]);
    await options.click('dialog .form-foot button');
    await here.waitForMarks(SEVEN);
    await elsewhere.waitForMarks(SEVEN);
    await goTo(options, '#subscriptions');
    await options.page.waitForSelector(`.subscription [title="${SUBSCRIBED.address}"]`);
    await goTo(options, '#backup');

    // Nothing is left to change then. What breaks the format is mended, and said to be.
    const broken = whole.replace('"status":"preferred"', '"status":"admitted"');
    await pickFile(options, '.file-button input', backup.name, broken);
    await options.page.waitForSelector('dialog .form-foot button:disabled');
    expect(await options.page.$$eval('.mended + .preview li', (items) => items.length)).toBe(1);
    expect(options.errors).toEqual([]);
  });
});

describe('the options page', () => {
  afterEach(async ({ driver }: { driver?: Driver }) => {
    await driver?.evaluateInExtension(() => chrome.storage.local.remove('settings'));
  });

  test('changes the look of the underline in open tabs', async ({ open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    const options = await openExtensionPage('options.html#appearance');
    await options.click('input[value=wavy]');
    await tab.waitForMarks(
      (_texts, marks) =>
        marks.length === 7 && marks.every(({ highlight }) => highlight === 'gloss-wavy-blue'),
    );
    await options.click('input[value=green]');
    await tab.waitForMarks(
      (_texts, marks) =>
        marks.length === 7 && marks.every(({ highlight }) => highlight === 'gloss-wavy-green'),
    );
  });

  test('switches a glossary off and on again in open tabs', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    const options = await openExtensionPage('options.html');
    await clickSwitch(options, 0);
    await tab.waitForMarks(NONE);
    // With the last of them off the popup says so, with the way to switch one on.
    const popup = await openExtensionPage(`popup.html?tab=${await tabIdOf(driver, tab)}`);
    await popup.page.waitForSelector('.notice .button');
    expect(await popup.page.$eval('.notice-title', (title) => title.textContent)).toMatch(
      /^(所有术语表都已停用|All glossaries are switched off)$/,
    );
    await clickSwitch(options, 0);
    await tab.waitForMarks(SEVEN);
  });
});
