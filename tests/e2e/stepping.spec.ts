import { describe, expect } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { flashed, openPanelFor, openPlain } from './page-list.ts';

const step = (panel: Tab, direction: 'next' | 'previous'): Promise<void> =>
  panel.click(`.list-search button:nth-of-type(${direction === 'next' ? 2 : 1})`);

/** What flashes in the page or one of its frames, with the path of the frame. */
async function flashing(tab: Tab): Promise<string> {
  for (const frame of tab.page.frames()) {
    const text = await frame.evaluate(() =>
      [...(CSS.highlights.get('gloss-flash') ?? [])]
        .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset))
        .join(''),
    );
    if (text !== '') return `${new URL(frame.url(), 'about:blank').pathname} ${text}`;
  }
  return '';
}

describe('from term to term', () => {
  test('a reader goes on and back, and finds each explained', async ({ driver, open, openExtensionPage }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    for (const [direction, where] of [
      ['next', 'first 3'],
      ['next', 'first 10'],
      ['next', 'second 1'],
      ['previous', 'first 10'],
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

  test('the way leads through frames where they stand', async ({ driver, open, openExtensionPage }) => {
    const tab = await open('/frame-outer.html');
    await tab.waitForMarks((texts) => texts.length >= 2);
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    await panel.page.waitForSelector('.term-item');
    const way: string[] = [];
    for (let at = 0; at < 4; at++) {
      await step(panel, 'next');
      await expect.poll(() => flashing(tab)).not.toBe(way.at(-1) ?? '');
      way.push(await flashing(tab));
    }
    expect(way[0]).toContain('/frame-outer.html');
    expect(way.slice(1).some((each) => each.includes('/frame-inner.html'))).toBe(true);
  });
});

describe('what is not marked', () => {
  test('is listed with the reason', async ({ driver, open, openExtensionPage }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await tab.page.evaluate(() => {
      document.querySelector('#away')?.before('长江北岸的雾散了。');
    });
    await panel.click('.rejected summary');
    const texts = (): Promise<(string | null)[]> =>
      panel.page.evaluate(() =>
        [...document.querySelectorAll('.rejected-term')].map(({ textContent }) => textContent),
      );
    await expect.poll(async () => (await texts()).find((text) => text?.includes('长江'))).toMatch(/长江北岸/);
    expect((await tab.marks()).map(({ text }) => text)).not.toContain('江北');
    // What a reader sees of the page in place of the one before.
    await tab.page.evaluate(() => {
      document.querySelector('#away')?.previousSibling?.remove();
      document.querySelector('#away')?.before('果园港又亮了。');
    });
    await expect
      .poll(async () => (await texts()).some((text) => text?.includes('长江')), { timeout: 15_000 })
      .toBe(false);
  });
});
