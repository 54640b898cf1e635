import { afterEach, describe, expect } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { tabIdOf } from '../../scripts/browser/tab-id.ts';
import { test } from './browser-test.ts';
import { clickIn, flashed, listOf, openPanelFor, openPlain, placeShown, SEVEN } from './page-list.ts';
import { storeSettings } from './settings.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  action: { getBadgeText(of: object): Promise<string> };
  tabs: { goBack(id: number): Promise<void>; update(id: number, change: object): Promise<unknown> };
  storage: { local: { remove(key: string): Promise<void> } };
};

afterEach(async ({ driver }: { driver?: Driver }) => {
  await driver?.evaluateInExtension(() => chrome.storage.local.remove('settings'));
});

describe('the list', () => {
  test('has every term under its category, with its count and sentence', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const { panel } = await openPlain(driver, open, openExtensionPage);
    const groups = await listOf(panel);
    expect(groups.flatMap(([, ...terms]) => terms).sort()).toEqual([
      '两江新区 1',
      '天府新区 1',
      '成渝地区双城经济圈 1',
      '果园港 4',
    ]);
    expect(groups.every(([heading]) => heading !== '')).toBe(true);
    const sentences = await panel.page.evaluate(() =>
      [...document.querySelectorAll('.term-item')].map((item) => [
        item.querySelector('mark')?.textContent,
        item.querySelector('.term-sentence')?.textContent,
      ]),
    );
    expect(sentences).toContainEqual(['果园港', '清早的果园港已经亮灯，两江新区的货车排到了路口。']);
    expect(sentences).toContainEqual([
      '成渝地区双城经济圈',
      '从天府新区来的工程师说，成渝地区双城经济圈里的路，他一周要走两趟。',
    ]);
  });

  test('has nothing that is there but for nobody to see', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    await tab.page.evaluate(() => {
      document.body.innerHTML = `<p>果园港</p>
        <details><summary>打开</summary>里面的天府新区</details>
        <div hidden="until-found">找到才有的两江新区</div>
        <div style="content-visibility: hidden">泸州港</div>
        <p>看<span style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0,0,0,0)">
          读屏的<b>宜宾港</b></span><span style="position: absolute; clip-path: inset(50%)">南充港</span></p>
        <a href="#" style="display: block; text-indent: -9999px"><span>成渝地区双城经济圈</span></a>
        <details open><summary>关上</summary>看得见的南充</details>`;
    });
    await tab.waitForMarks((texts) => texts.includes('成渝地区双城经济圈'));
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    await panel.click('input[value=appearance]');
    await expect.poll(() => listOf(panel)).toEqual([['', '果园港 1', '南充 1']]);
  });

  test('can be in order of appearance, and stays so', async ({ driver, open, openExtensionPage }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await panel.click('input[value=appearance]');
    const inOrder = [['', '果园港 4', '两江新区 1', '天府新区 1', '成渝地区双城经济圈 1']];
    await expect.poll(() => listOf(panel)).toEqual(inOrder);
    const again = await openPanelFor(driver, tab, openExtensionPage);
    await expect.poll(() => listOf(again)).toEqual(inOrder);
  });

  test('is narrowed down in any characters', async ({ driver, open, openExtensionPage }) => {
    const { panel } = await openPlain(driver, open, openExtensionPage);
    const field = await panel.page.waitForSelector('input[type=search]');
    await field?.type('兩江');
    await expect
      .poll(async () => (await listOf(panel)).flatMap(([, ...terms]) => terms))
      .toEqual(['两江新区 1']);
    await field?.type('兩江');
    await panel.page.waitForSelector('.nothing');
  });

  test('shows the definition in place, and folds it up again', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const { panel } = await openPlain(driver, open, openExtensionPage);
    await clickIn(panel, '果园港', '.term-open');
    await panel.page.waitForSelector('.term-item .card .definition');
    expect(
      await panel.page.evaluate(() => document.querySelector('.card .definition')?.textContent?.length),
    ).toBeGreaterThan(10);
    expect(
      await panel.page.evaluate(() => document.querySelectorAll('.card .sources a').length),
    ).toBeGreaterThan(0);
    await clickIn(panel, '果园港', '.term-open');
    await expect.poll(() => panel.page.evaluate(() => document.querySelector('.card'))).toBeNull();
  });

  test('takes the page to the next place of a term, and to the one before', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    for (const [button, shown, where] of [
      [1, '1/4', 'first 3'],
      [1, '2/4', 'linked 0'],
      [1, '3/4', 'twice 0'],
      [0, '2/4', 'linked 0'],
      [0, '1/4', 'first 3'],
      [0, '4/4', 'twice 8'],
      [1, '1/4', 'first 3'],
    ] as const) {
      await clickIn(panel, '果园港', '.quiet', button);
      await expect.poll(() => placeShown(panel)).toBe(shown);
      expect(await flashed(tab)).toEqual([where]);
    }
    // On another page it begins anew.
    await clickIn(panel, '果园港', '.quiet', 1);
    await expect.poll(() => placeShown(panel)).toBe('2/4');
    await tab.goto(`${tab.page.url()}?next`);
    await expect.poll(() => placeShown(panel)).toBeUndefined();
    await tab.waitForMarks((texts) => texts.length === 7);
    await expect.poll(async () => (await listOf(panel)).flat()).toContain('果园港 4');
    await clickIn(panel, '果园港', '.quiet', 1);
    await expect.poll(() => placeShown(panel)).toBe('1/4');
  });

  test('has the terms of frames too, and goes through all of their places', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/frames.html');
    await tab.page.bringToFront();
    await tab.waitForMarks((texts) => texts.length >= 7);
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    const counts = async (): Promise<number> =>
      (await listOf(panel))
        .flatMap(([, ...terms]) => terms)
        .reduce((sum, each) => sum + Number(each.split(' ')[1]), 0);
    await expect.poll(counts).toBe(7);
    const [count] = (await listOf(panel)).flat().flatMap((each) => each.match(/(?<=^果园港 )\d+/) ?? []);
    expect(Number(count)).toBeGreaterThan(2);
    for (let at = 1; at <= Number(count) + 1; at++) {
      await clickIn(panel, '果园港', '.quiet', 1);
      await expect.poll(() => placeShown(panel)).toBe(`${at > Number(count) ? 1 : at}/${count}`);
    }
  });
});

describe('while it is open', () => {
  test('the list follows the page', async ({ driver, open, openExtensionPage }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await tab.page.evaluate(() => {
      // Of what a style hides no mutation tells.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#linked { display: none }');
      document.adoptedStyleSheets = [sheet];
      document.querySelector('#away')?.before('后来又提到泸州港。');
      document.querySelector('#second')?.remove();
    });
    const terms = async (): Promise<string[]> => (await listOf(panel)).flatMap(([, ...each]) => each).sort();
    await expect.poll(terms).toEqual(['两江新区 1', '果园港 3', '泸州港 1']);
  });

  test('the list follows the tab in front', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks(SEVEN);
    const panel = await openExtensionPage('sidepanel.html');
    await panel.page.waitForSelector('.notice');
    const id = await tabIdOf(driver, tab);
    await panel.page.evaluate((tabId) => chrome.tabs.update(tabId, { active: true }), id);
    await expect.poll(async () => (await listOf(panel)).length).toBeGreaterThan(0);
    await tab.goto(tab.page.url().replace('plain.html', 'gbk.html'));
    await expect.poll(async () => (await listOf(panel)).flat().includes('果园港 4')).toBe(false);
  });

  test.for([
    ['everywhere', { enabled: false }],
    ['on the site', { pausedSites: ['127.0.0.1'] }],
  ] as const)(
    'says that Pangzhu is off %s, and switches it on',
    async ([, settings], { driver, open, openExtensionPage }) => {
      const { tab, panel } = await openPlain(driver, open, openExtensionPage);
      await storeSettings(driver, settings);
      await tab.waitForMarks((texts) => texts.length === 0);
      await panel.page.waitForSelector('.notice .button');
      await panel.click('.notice .button');
      await tab.waitForMarks(SEVEN);
      await panel.page.waitForSelector('.term-item');
    },
  );

  test('says where there is nothing, and where nothing can be read', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const own = await openExtensionPage('options.html');
    const unreadable = await openPanelFor(driver, own, openExtensionPage);
    await expect
      .poll(() => unreadable.page.evaluate(() => document.querySelector('.notice')?.textContent))
      .toMatch(/无法读取|cannot be read/);
    // Nothing can be drawn from it either.
    expect(await unreadable.page.$('.draft-footer')).toBeNull();
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await tab.page.evaluate(() => {
      for (const each of document.querySelectorAll('p')) each.remove();
    });
    await expect
      .poll(() => panel.page.evaluate(() => document.querySelector('.notice')?.textContent))
      .toMatch(/本页没有术语|No terms/);
  });
});

describe('where no extension is let in', () => {
  const BROWSER_PAGES = { chromium: 'chrome://version/', firefox: 'about:support' };

  test('the badge is empty, the popup says why, and both are back with the reader', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const { origin } = new URL((await open('/blank.html')).page.url());
    for (const [address, why] of [
      [`${origin}/paper.pdf`, /PDF/],
      [`view-source:${origin}/plain.html`, /浏览器自身|belongs to the browser/],
      [BROWSER_PAGES[driver.kind], /浏览器自身|belongs to the browser/],
    ] as const) {
      // One tab each, for the same reason as below, and one address each, by which its id is found.
      const tab = await open(`/plain.html?to=${encodeURIComponent(address)}`);
      await tab.waitForMarks(SEVEN);
      const id = await tabIdOf(driver, tab);
      const badge = (): Promise<string> =>
        driver.evaluateInExtension((tabId) => chrome.action.getBadgeText({ tabId }), id);
      await expect.poll(badge).toBe('7');
      // Of a page of the browser's own no driver hears that it has loaded.
      await tab.page.goto(address, { timeout: 1000 }).catch(() => undefined);
      await expect.poll(badge).toBe('');
      const popup = await openExtensionPage(`popup.html?tab=${id}`);
      await expect
        .poll(() => popup.page.evaluate(() => document.querySelector('.notice')?.textContent))
        .toMatch(why);
      // Not by the driver, which loses some of these pages and then does not hear that it has got away from them.
      await driver.evaluateInExtension((tabId) => chrome.tabs.goBack(tabId), id);
      await expect.poll(badge).toBe('7');
      await popup.page.waitForSelector('.term-item');
      await popup.close();
    }
  });
});

describe('the toolbar popup', () => {
  test('has a button that opens the panel', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/plain.html');
    const popup = await openExtensionPage(`popup.html?tab=${await tabIdOf(driver, tab)}`);
    await popup.page.waitForSelector('.popup-head .quiet:nth-of-type(2)');
    const name = await popup.page.evaluate(
      () => document.querySelector('.popup-head .quiet:nth-of-type(2)')?.ariaLabel,
    );
    expect(name).toMatch(/侧边栏|side panel/);
  });
});

describe('by keys alone', () => {
  test('a term is opened and gone to', async ({ driver, open, openExtensionPage }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await panel.page.bringToFront();
    await panel.page.focus('.term-open');
    const term = await panel.page.evaluate(
      () => document.activeElement?.querySelector('.term-head')?.textContent,
    );
    await panel.press('Enter');
    await panel.page.waitForSelector('.card .definition');
    await panel.press('Tab');
    await panel.press('Enter');
    await panel.page.waitForSelector('.term-item[aria-current]');
    const said = await panel.page.evaluate(() =>
      [...document.querySelectorAll('[role=status]')].map((each) => each.textContent).join(''),
    );
    expect(said).toContain(term);
    expect((await flashed(tab)).length).toBe(1);
  });
});
