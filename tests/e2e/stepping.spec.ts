import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { flashed, openPanelFor, openPlain } from './page-list.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  runtime: { onMessage: { addListener(listener: (message: { name: string }) => void): void } };
};

const step = (panel: Tab, direction: 'next' | 'previous'): Promise<void> =>
  panel.click(`.list-search button:nth-of-type(${direction === 'next' ? 2 : 1})`);

/** What flashes in the page and its frames, each with the path of its frame. */
async function flashing(tab: Tab): Promise<string> {
  const found = await Promise.all(
    tab.page.frames().map(async (frame) => {
      const texts = await frame.evaluate(() =>
        [...(CSS.highlights.get('gloss-flash') ?? [])].map((range) =>
          (range.startContainer as Text).data.slice(range.startOffset, range.endOffset),
        ),
      );
      const { pathname, search } = new URL(frame.url());
      return texts.map((text) => `${pathname}${search} ${text}`);
    }),
  );
  return found.flat().join();
}

/** What lies topmost at the middle of the term that flashes: its name and id. */
const elementAtFlash = (tab: Tab): Promise<string> =>
  tab.page.evaluate(() => {
    const [range] = CSS.highlights.get('gloss-flash') ?? [];
    const live = new Range();
    live.setStart(range?.startContainer as Node, range?.startOffset ?? 0);
    live.setEnd(range?.endContainer as Node, range?.endOffset ?? 0);
    const { left, top, width, height } = live.getBoundingClientRect();
    const element = document.elementFromPoint(left + width / 2, top + height / 2);
    return `${element?.localName}#${element?.id}`;
  });

describe('from term to term', () => {
  test('a reader goes on and back, and finds each explained', async ({ driver, open, openExtensionPage }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    for (const [direction, where] of [
      ['next', 'first 3'],
      ['next', 'first 11'],
      ['next', 'second 1'],
      ['previous', 'first 11'],
      ['previous', 'first 3'],
      ['previous', 'twice 8'],
      ['next', 'first 3'],
    ] as const) {
      await step(panel, direction);
      await expect.poll(() => flashed(tab)).toEqual([where]);
    }
    const popover = await tab.waitForPopover();
    expect(popover.role).toBe('dialog');
    expect(popover.label).toContain('果园港');
    await tab.page.bringToFront();
    await tab.press('Escape');
    await tab.waitForNoPopover();
  });

  test('the way leads to what stands in a box that scrolls smoothly', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/widgets.html');
    await tab.waitForMarks((texts) => texts.includes('成渝地区双城经济圈'));
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    await panel.page.waitForSelector('.list-search button');
    for (const where of ['covered 5', 'far 5']) {
      await step(panel, 'previous');
      await expect.poll(() => flashed(tab)).toEqual([where]);
    }
    await pause(800);
    const place = (await tab.marks()).find(({ text }) => text === '成渝地区双城经济圈')?.rects[0];
    expect(place?.y).toBeGreaterThan(0);
    expect(place?.y).toBeLessThan(800);
  });

  test('the way begins at what no header covers, and leads into sight in long texts, boxes and below headers', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/covered.html');
    await tab.waitForMarks((texts) => texts.length === 3);
    await tab.page.evaluate(() => scrollTo(0, 60));
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    await panel.page.waitForSelector('.list-search button');
    for (const where of ['seen', 'long', 'covered']) {
      await step(panel, 'next');
      await expect.poll(async () => (await flashed(tab)).join()).toMatch(where);
      // At the middle of the term there is its paragraph, and nothing over it.
      expect(await elementAtFlash(tab)).toBe(`p#${where}`);
    }
  });

  test('the way ends beside a card that is pinned in the middle of the page', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await tab.page.evaluate(() => {
      document.body.style.paddingBlock = '1200px';
    });
    // At the left, where all terms of the page are: its card is wide enough to lie over any of them.
    await tab.hover('天府新区');
    await tab.waitForPopover();
    await tab.clickInPopover('.actions > button:nth-last-of-type(2)');
    for (let press = 0; press < 5; press++) await tab.press('ArrowUp');
    await step(panel, 'previous');
    await expect.poll(async () => (await flashed(tab)).length).toBe(1);
    expect(await elementAtFlash(tab)).not.toContain('gloss-margin');
  });

  test('the way leads through frames where they stand', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/frame-outer.html');
    await tab.waitForMarks((texts) => texts.length >= 2);
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    await panel.page.waitForSelector('.term-item');
    for (const where of [
      '/frame-outer.html 两江新区',
      '/frame-inner.html?nested 果园港',
      '/frame-outer.html 两江新区',
    ]) {
      await step(panel, 'next');
      await expect.poll(() => flashing(tab)).toContain(where);
      // One card at a time, whichever frame it is in.
      await tab.waitForPopover(({ label }) => where.endsWith(`${label}`));
      // Until it has gone out: the next flash is then that of the next step.
      await expect.poll(() => flashing(tab)).toBe('');
    }
  });
});

describe('from place to place of one term', () => {
  test('its card leads through frames where they stand', async ({ open }) => {
    const tab = await open('/frames.html');
    await tab.waitForMarks((texts) => texts.length >= 7);
    await tab.hover('果园港', 0);
    await tab.waitForPopover(({ text }) => text.includes('1/4'));
    for (const [button, place, frame] of [
      ['.places + button', '2/4', '?cross'],
      ['.places + button', '3/4', '?nested'],
      ['.places + button', '4/4', '?sandboxed'],
      ['.places + button', '1/4', ''],
      ['button:has(+ .places)', '4/4', '?sandboxed'],
    ] as const) {
      await tab.clickInPopover(button);
      await tab.waitForPopover(({ text, onTop }) => text.includes(place) && onTop);
      await expect.poll(() => flashing(tab)).toContain(`/frame-inner.html${frame} 果园港`);
    }
  });
});

describe('what is not marked', () => {
  test('is listed with the reason', async ({ driver, open, openExtensionPage }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await tab.page.evaluate(() => {
      document.querySelector('#away')?.before('江津津有味。');
    });
    await panel.click('.rejected summary');
    const texts = (): Promise<(string | null)[]> =>
      panel.page.evaluate(() =>
        [...document.querySelectorAll('.rejected-term')].map(({ textContent }) => textContent),
      );
    await expect.poll(async () => (await texts()).join()).toContain('津津有味');
    expect((await tab.marks()).map(({ text }) => text)).not.toContain('江津');
    // What a reader sees of the page in place of the one before.
    await tab.page.evaluate(() => {
      document.querySelector('#away')?.previousSibling?.remove();
      document.querySelector('#away')?.before('果园港又亮了。');
    });
    await expect.poll(async () => (await texts()).some((text) => text?.includes('江津'))).toBe(false);
    // Taken away while it is unfolded, it costs the page nothing any more.
    const ear = await openExtensionPage('welcome.html');
    await ear.page.evaluate(() => {
      chrome.runtime.onMessage.addListener(({ name }) => {
        document.title += ` ${name}`;
      });
    });
    const change = (html: string): Promise<void> =>
      tab.page.evaluate((next) => {
        document.body.innerHTML = next;
      }, html);
    await change('');
    await expect
      .poll(() => panel.page.evaluate(() => document.querySelector('.rejected') === null))
      .toBe(true);
    await ear.page.evaluate(() => {
      document.title = '';
    });
    await change('<p>果园港</p>');
    await panel.page.waitForSelector('.rejected');
    await pause(300);
    expect(await ear.page.title()).toContain('getPageTerms');
    expect(await ear.page.title()).not.toContain('getRejectedTerms');
  });
});
