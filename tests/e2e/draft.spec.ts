import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeEach, describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { tabIdOf } from '../../scripts/browser/tab-id.ts';
import { test } from './browser-test.ts';
import { openPanelFor } from './page-list.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the page, once its source has run there. */
declare const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  storage: { session: { clear(): Promise<void> }; local: { set(items: object): Promise<void> } };
};

type OpenPage = (path: string) => Promise<Tab>;

async function openDraftFor(driver: Driver, tab: Tab, openExtensionPage: OpenPage): Promise<Tab> {
  return openExtensionPage(`draft.html?tab=${await tabIdOf(driver, tab)}`);
}

const termsOf = (draft: Tab): Promise<string[]> =>
  draft.page.evaluate(() =>
    [...document.querySelectorAll('.queue-head')].map((head) => head.textContent ?? ''),
  );

const textOf = (draft: Tab, selector: string): Promise<string> =>
  draft.page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

/** Clicks a term in the list, which has the keys from then on. */
async function choose(draft: Tab, term: string): Promise<void> {
  await draft.page.evaluate((wanted) => {
    const heads = [...document.querySelectorAll('.queue-head')];
    heads
      .find((head) => head.textContent === wanted)
      ?.closest<HTMLElement>('.queue-item')
      ?.click();
    document.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, term);
}

/** Clicks by script: a driver's click waits for frames, which a tab behind another one does not draw. */
async function clickBy(tab: Tab, selector: string): Promise<void> {
  await tab.page.waitForSelector(selector);
  await tab.page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
}

const marksOf = async (tab: Tab): Promise<string[]> => (await tab.marks()).map(({ text }) => text);

beforeEach(async ({ driver }: { driver?: Driver }) => {
  await driver?.evaluateInExtension(async () => {
    await chrome.storage.session.clear();
    await chrome.storage.local.set({ settings: { uiLanguage: 'zh-CN' } });
  });
});

describe('a glossary from an article', () => {
  test('is drawn, reviewed with the keyboard, saved, underlined on the page, and taken back', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const article = await open('/article.html');
    const before = await article.serializeDom();
    const draft = await openDraftFor(driver, article, openExtensionPage);
    await draft.page.waitForSelector('.queue-item');
    const found = await termsOf(draft);
    for (const term of [
      '青岚湾新区',
      '海沧大学',
      '一湾三谷',
      '低空经济',
      '远潮船舶重工（上海）有限公司',
      '青岚港',
    ])
      expect(found).toContain(term);
    // What is said of the article, not what stands before it of the page.
    expect(await textOf(draft, '.draft-sources')).toMatch(
      /青岚湾加快建设国际科创走廊.*海沧时报.*2026年3月5日/,
    );
    expect(await article.serializeDom()).toBe(before);

    await draft.page.evaluate(AXE);
    const { violations } = await draft.page.evaluate(() => axe.run());
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);

    await choose(draft, '海沧大学');
    await expect
      .poll(() => draft.page.$eval('.details textarea', (field) => (field as HTMLTextAreaElement).value))
      .toContain('海沧大学是全省第一所以海洋为主的高校');
    expect(await draft.page.evaluate(() => CSS.highlights.get('draft-current')?.size)).toBe(2);
    await draft.page.keyboard.press('a');
    await choose(draft, '青岚湾新区');
    await draft.page.keyboard.press('a');
    await choose(draft, '白鹭港');
    await draft.page.keyboard.press('x');
    await choose(draft, '一湾三谷');
    await draft.page.keyboard.press('a');
    await draft.page.keyboard.press('u');
    await expect.poll(() => textOf(draft, '.save-bar [type=submit]')).toMatch(/2/);
    expect(await marksOf(article)).toEqual([]);
    await draft.page.click('.save-bar [type=submit]');
    await draft.page.waitForSelector('.saved');
    await article.waitForMarks((texts) => texts.filter((text) => text === '青岚湾新区').length >= 2);
    expect(new Set(await marksOf(article))).toEqual(new Set(['青岚湾新区', '海沧大学']));

    // Decided after the saving: it stays when that is taken back.
    await choose(draft, '一湾三谷');
    await draft.page.keyboard.press('x');
    const rejected = (): Promise<string[]> =>
      draft.page.$$eval('[data-decision=rejected] .queue-head', (heads) =>
        heads.map((head) => head.textContent ?? '').sort(),
      );
    await expect.poll(rejected).toEqual(['一湾三谷', '白鹭港']);

    const href = await draft.page.evaluate(readQuotedAddress);
    expect(href).toContain('#:~:text=');
    const linked = await open(href);
    await expect.poll(() => linked.page.evaluate(() => scrollY)).toBeGreaterThan(800);

    await draft.page.evaluate(() => document.querySelector<HTMLElement>('.saved button')?.click());
    await expect.poll(() => marksOf(article)).toEqual([]);
    await expect.poll(() => textOf(draft, '.save-bar [type=submit]')).toMatch(/2/);
    expect(await rejected()).toEqual(['一湾三谷', '白鹭港']);
    await clickBy(draft, '.draft-tools > .button:not(:last-child)');
    await expect.poll(rejected).toEqual(['白鹭港']);
    expect(await textOf(draft, '.save-bar [type=submit]')).toMatch(/2/);
  });

  test('says why there is nothing to draw from', async ({ driver, open, openExtensionPage }) => {
    const page = await open('/plain.html');
    const noticeFor = async (html: string): Promise<string> => {
      await page.page.setContent(html);
      const draft = await openDraftFor(driver, page, openExtensionPage);
      await draft.page.waitForSelector('.notice[role=alert]');
      return textOf(draft, '.notice-title');
    };
    const sentence = 'The harbour lights were on before dawn and the first ships came in. ';
    expect(await noticeFor(`<article><p>${sentence.repeat(20)}</p></article>`)).toBe('不是中文文章');
    expect(
      await noticeFor('<article><p>这篇文章的其余内容仅供订阅用户阅读，请先登录再继续。</p></article>'),
    ).toBe('正文太短');
    expect(await noticeFor('<canvas></canvas>')).toMatch(/没有找到文章|正文太短/);
    // No tab has this number: it is gone.
    const draft = await openExtensionPage('draft.html?tab=987654321');
    await draft.page.waitForSelector('.notice[role=alert]');
    expect(await textOf(draft, '.notice-title')).toBe('无法读取这个网页');
  });

  test('adds up over articles, and notices a page that changes', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const first = await open('/article.html');
    const draft = await openDraftFor(driver, first, openExtensionPage);
    await draft.page.waitForSelector('.queue-item');
    const second = await open('/plain.html');
    await second.page.setContent(
      `<title>海沧大学迎新</title><article>${'<p>海沧大学的新生昨天坐船报到，两江新区的老师在码头上等他们。</p>'.repeat(6)}</article>`,
    );
    const more = await openDraftFor(driver, second, openExtensionPage);
    await expect.poll(() => more.page.$$eval('.draft-sources li', (items) => items.length)).toBe(2);
    // What a glossary has already comes last.
    await expect.poll(async () => (await termsOf(more)).join()).toMatch(/,两江新区$/);
    expect(await textOf(more, '.queue-item:last-child')).toContain('已收入');
    await choose(more, '海沧大学');
    await expect.poll(() => more.page.$$eval('.details-sources li', (items) => items.length)).toBe(2);
    await second.page.evaluate(() => document.querySelector('article p')?.append('后来雨停了。'));
    await more.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await more.page.waitForSelector('.draft-notices .notice button');
    await more.page.click('.draft-notices .notice button');
    await expect.poll(() => more.page.$('.draft-notices .notice')).toBe(null);
  });

  test('is saved once by a double click, and stays empty when it is begun anew and loaded again', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const article = await open('/article.html');
    const draft = await openDraftFor(driver, article, openExtensionPage);
    await draft.page.waitForSelector('.queue-item');
    const choices = (): Promise<string[]> =>
      draft.page.$$eval('.save-target option', (options) => options.map(({ textContent }) => textContent));
    const before = (await choices()).length;
    await choose(draft, '海沧大学');
    await draft.page.keyboard.press('a');
    await draft.page.waitForSelector('.save-bar [type=submit]:not(:disabled)');
    await draft.page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('.save-bar [type=submit]');
      button?.click();
      button?.click();
    });
    await draft.page.waitForSelector('.saved');
    await expect.poll(async () => (await choices()).length).toBe(before + 1);
    await clickBy(draft, '.saved button');
    await expect.poll(async () => (await choices()).length).toBe(before);

    await clickBy(draft, '.draft-tools > .button:last-child');
    await draft.page.waitForSelector('.draft-empty');
    // By script: Firefox's driver does not hear of the end of it in the extension's pages.
    await draft.page.evaluate(() => {
      document.querySelector('.draft-empty')?.setAttribute('data-before', '');
      setTimeout(() => location.reload());
    });
    await draft.page.waitForSelector('.draft-empty:not([data-before])');
    expect(await draft.page.evaluate(() => location.search)).toBe('');
  });

  test('is begun in the toolbar popup, and goes on in a glossary that is there', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const article = await open('/article.html');
    const popup = await openExtensionPage(`popup.html?tab=${await tabIdOf(driver, article)}`);
    await clickBy(popup, '.draft-footer button');
    const draft = await driver.waitForTab((url) => url.includes('/draft.html?tab='));
    await draft.page.waitForSelector('.queue-item');
    await draft.page.bringToFront();
    await choose(draft, '海沧大学');
    await draft.page.keyboard.press('a');
    await clickBy(draft, '.save-bar [type=submit]');
    await article.waitForMarks((texts) => texts.includes('海沧大学'));

    await draft.page.waitForFunction(() => document.querySelectorAll('.save-target option').length === 2);
    await choose(draft, '青岚湾新区');
    await draft.page.keyboard.press('a');
    const [, existing] = await draft.page.$$eval('.save-target option', (options) =>
      options.map((option) => (option as HTMLOptionElement).value),
    );
    await draft.page.select('.save-target select', existing ?? '');
    await clickBy(draft, '.save-bar [type=submit]');
    await article.waitForMarks((texts) => texts.includes('海沧大学') && texts.includes('青岚湾新区'));
    await draft.close();
  });

  test('is begun in the side panel, takes in an open tab, and its terms are renamed, sorted and merged', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const other = await open('/plain.html');
    await other.page.setContent(
      `<title>白鹭港夜话</title><article>${'<p>海沧大学的老师昨天坐船回来，他们在白鹭港的码头上说了很久的话。</p>'.repeat(6)}</article>`,
    );
    const article = await open('/article.html');
    const panel = await openPanelFor(driver, article, openExtensionPage);
    await clickBy(panel, '.draft-footer button');
    const draft = await driver.waitForTab((url) => url.includes('/draft.html?tab='));
    await draft.page.bringToFront();
    await draft.page.waitForSelector('.queue-item');

    await draft.page.evaluate(() => {
      const labels = [...document.querySelectorAll<HTMLElement>('.tab-list label')];
      labels
        .find(({ textContent }) => textContent?.includes('白鹭港夜话'))
        ?.querySelector('input')
        ?.click();
    });
    await draft.page.waitForSelector('.tab-list [type=submit]:not(:disabled)');
    await clickBy(draft, '.tab-list [type=submit]');
    await expect.poll(() => draft.page.$$eval('.draft-sources li', (items) => items.length)).toBe(2);

    await choose(draft, '海沧大学');
    await draft.page.keyboard.press('e');
    await expect
      .poll(() => draft.page.evaluate(() => (document.activeElement as HTMLInputElement).value))
      .toBe('海沧大学');
    await draft.page.keyboard.press('End');
    await draft.page.keyboard.type('本部');
    // An input method's own keys leave neither the field nor the details.
    const focused = await draft.page.evaluate(() => {
      for (const key of ['Enter', 'Escape'])
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
        );
      return (document.activeElement as HTMLInputElement).value;
    });
    expect(focused).toBe('海沧大学本部');
    await draft.page.keyboard.press('Enter');
    await expect.poll(() => termsOf(draft)).toContain('海沧大学本部');

    await choose(draft, '青岚港');
    await draft.page.keyboard.press('c');
    await draft.page.select('.details select', 'organisation');
    await expect.poll(() => textOf(draft, '[aria-selected=true]')).toMatch(/机构/);

    const before = (await termsOf(draft)).length;
    await choose(draft, '白鹭港');
    await draft.page.keyboard.press('m');
    await choose(draft, '青岚港');
    await draft.page.keyboard.press('m');
    await expect.poll(async () => (await termsOf(draft)).length).toBe(before - 1);
    expect(await textOf(draft, '.details')).toContain('白鹭港');
    await draft.close();
  });
});

/** In a page of ours: where the source of a saved concept leads, as the popover's link does. */
async function readQuotedAddress(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('pangzhu');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const chunks = await new Promise<{ id: string; sources: { url: string; quote?: string }[] }[][]>(
    (resolve, reject) => {
      const request = database.transaction('chunks').objectStore('chunks').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    },
  );
  database.close();
  const concept = chunks.flat().find(({ id }) => id === '海沧大学');
  const [source] = concept?.sources ?? [];
  return `${source?.url}#:~:text=${encodeURIComponent(source?.quote ?? '')}`;
}
