import { describe, expect } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

const setOpenOn = (driver: Driver, openOn: string): Promise<void> =>
  driver.evaluateInExtension((value) => chrome.storage.local.set({ settings: { openOn: value } }), openOn);

test.beforeEach(({ driver }) => setOpenOn(driver, 'rest'));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('by choice', () => {
  test('a popover opens on a click only, and not where the click is for a link', async ({ driver, open }) => {
    await setOpenOn(driver, 'click');
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.hover('果园港');
    await pause(800);
    expect(await tab.popover()).toBeUndefined();
    await tab.page.mouse.down();
    await tab.page.mouse.up();
    await tab.waitForPopover();
  });

  test('a popover opens only while Alt is held', async ({ driver, open }) => {
    await setOpenOn(driver, 'alt');
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.hover('果园港');
    await pause(800);
    expect(await tab.popover()).toBeUndefined();
    await tab.page.keyboard.down('Alt');
    await tab.waitForPopover();
    await tab.page.keyboard.up('Alt');
  });
});

describe('by pen', () => {
  test('a rest explains a term, a tap does for longer, a long press explains one that is a link', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    const marks = await tab.waitForMarks((texts) => texts.length === 7);
    const rects = ['first', 'link'].map((id) => marks.find(({ within }) => within === id)?.rects[0]);
    const [plain, link] = rects.map((rect) => [(rect?.x ?? 0) + 10, (rect?.y ?? 0) + 8] as const);
    if (plain === undefined || link === undefined) throw new Error('no terms');
    const types = tab.page.evaluate(
      () =>
        new Promise((resolve) =>
          addEventListener('pointerdown', (e) => resolve(e.pointerType), { once: true }),
        ),
    );

    await tab.usePen('hover', ...plain);
    await tab.waitForPopover();
    await tab.usePen('hover', 600, 500);
    await tab.waitForNoPopover();

    await tab.usePen('hover', ...plain);
    await tab.usePen('press', ...plain);
    await tab.usePen('lift', ...plain);
    expect(await types).toBe('pen');
    await tab.waitForPopover();
    await tab.usePen('hover', 600, 500);
    await pause(700);
    expect(await tab.popover()).toBeDefined();
    await tab.usePen('press', 600, 500);
    await tab.waitForNoPopover();
    await tab.usePen('lift', 600, 500);

    await tab.usePen('hover', ...link);
    await tab.usePen('press', ...link);
    await tab.waitForPopover();
    await tab.usePen('lift', ...link);
    await pause(300);
    expect(tab.page.url()).not.toContain('followed');
  });
});

describe('by touch', () => {
  test('a tap explains a term, a long press one that is a link', async ({ open }) => {
    const tab = await open('/plain.html');
    const marks = await tab.waitForMarks((texts) => texts.length === 7);
    const [plain, link] = ['first', 'link'].map((id) => marks.find(({ within }) => within === id)?.rects[0]);
    await tab.page.touchscreen.tap((plain?.x ?? 0) + 10, (plain?.y ?? 0) + 8);
    await tab.waitForPopover();
    await tab.press('Escape');
    await tab.waitForNoPopover();
    await tab.page.touchscreen.touchStart((link?.x ?? 0) + 10, (link?.y ?? 0) + 8);
    await tab.waitForPopover();
    await tab.page.touchscreen.touchEnd();
    expect(tab.page.url()).not.toContain('followed');
  });
});
