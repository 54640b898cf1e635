import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { storeSettings } from './settings.ts';

const setOpenOn = (driver: Driver, openOn: string): Promise<void> => storeSettings(driver, { openOn });

test.beforeEach(({ driver }) => setOpenOn(driver, 'rest'));

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

  test('a click that takes the term away opens nothing, and closes no later popover', async ({
    driver,
    open,
  }) => {
    await setOpenOn(driver, 'click');
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    const clickOn = async (text: string): Promise<void> => {
      await tab.hover(text);
      await tab.page.mouse.down();
      await tab.page.mouse.up();
    };
    // All that a popover needs is there from now on: the next one comes before the page's change is taken in.
    await clickOn('果园港');
    await tab.waitForPopover();
    await tab.press('Escape');
    await tab.waitForNoPopover();
    await tab.page.evaluate(() => {
      const second = document.querySelector('#second') as HTMLElement;
      second.onclick = () => second.remove();
    });
    await clickOn('天府新区');
    await tab.waitForMarks((texts) => texts.length === 5);
    expect(await tab.popover()).toBeUndefined();
    await clickOn('果园港');
    await tab.waitForPopover();
    await pause(300);
    expect(await tab.popover()).toBeDefined();
  });

  test('a popover that a click has asked for opens, though the pointer then stirs on its term', async ({
    driver,
    open,
  }) => {
    await storeSettings(driver, { openOn: 'click', hoverDelayMs: 100 });
    const tab = await open('/plain.html');
    const [mark] = await tab.waitForMarks((texts) => texts.length === 7);
    const { x = 0, y = 0 } = mark?.rects[0] ?? {};
    await tab.page.mouse.click(x + 6, y + 8);
    await tab.waitForPopover();
    await tab.press('Escape');
    await tab.waitForNoPopover();
    await pause(500);
    // The answer takes longer than the delay: what gives it has to start first.
    await driver.killBackground();
    await tab.page.mouse.click(x + 6, y + 8);
    await tab.page.mouse.move(x + 14, y + 8);
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
    const { rect } = await tab.waitForPopover();
    await tab.page.keyboard.up('Alt');
    // As when a reader goes to another window and back.
    await tab.page.mouse.move(rect.x + 60, rect.y + 60, { steps: 4 });
    await tab.press('Alt');
    await pause(700);
    expect(await tab.popover()).toBeDefined();
  });
});

describe('by the page', () => {
  test('no popover opens: it would learn what is a term', async ({ driver, open }) => {
    await storeSettings(driver, { hoverDelayMs: 100 });
    const tab = await open('/plain.html');
    const [mark] = await tab.waitForMarks((texts) => texts.length === 7);
    await tab.page.evaluate(({ x, y }) => {
      const at = { clientX: x + 5, clientY: y + 5, bubbles: true, composed: true };
      const target = document.elementFromPoint(at.clientX, at.clientY);
      target?.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerType: 'mouse' }));
      target?.dispatchEvent(new PointerEvent('click', { ...at, pointerType: 'touch' }));
    }, mark?.rects[0] ?? { x: 0, y: 0 });
    await pause(800);
    expect(await tab.popover()).toBeUndefined();
  });
});

describe('under a link that is laid over a whole card', () => {
  test('rest and a long press explain what is to be seen through it, not what is covered, and a click follows it', async ({
    driver,
    open,
  }) => {
    await storeSettings(driver, { hoverDelayMs: 100 });
    const tab = await open('/cards.html');
    const marks = await tab.waitForMarks((texts) => texts.length === 13);
    const pointInto = async (card: string): Promise<void> => {
      const { x = 0, y = 0, height = 0 } = marks.find(({ within }) => within === card)?.rects[0] ?? {};
      await tab.page.mouse.move(x + 30, y + height / 2);
      await tab.page.mouse.move(x + 20, y + height / 2, { steps: 2 });
    };
    for (const card of ['headline', 'below', 'tinted', 'shadow', 'hidden-box']) {
      await pointInto(card);
      await tab.waitForPopover(({ text }) => text.includes(card === 'tinted' ? '天府新区' : '果园港'));
      await tab.press('Escape');
      await tab.waitForNoPopover();
    }
    const covered = [...new Set(marks.map(({ within }) => within))].filter((id) => id.startsWith('behind'));
    expect(covered.length).toBe(6);
    for (const card of covered) {
      await pointInto(card);
      await pause(350);
      expect([card, await tab.popover()]).toEqual([card, undefined]);
    }
    await tab.moveAway();
    const { x = 0, y = 0 } = marks.find(({ within }) => within === 'below')?.rects[0] ?? {};
    await tab.page.touchscreen.touchStart(x + 20, y + 8);
    await tab.waitForPopover();
    await tab.page.touchscreen.touchEnd();
    expect(tab.page.url()).not.toContain('followed');
    await tab.press('Escape');
    await tab.waitForNoPopover();
    await pointInto('shadow');
    await tab.waitForPopover();
    await setOpenOn(driver, 'click');
    await Promise.all([tab.page.waitForNavigation(), tab.page.mouse.down().then(() => tab.page.mouse.up())]);
    expect(tab.page.url()).toContain('followed=shadow');
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
  test('a tap explains a term, a long press one that is a link, and both stay when the finger is lifted', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    const marks = await tab.waitForMarks((texts) => texts.length === 7);
    const [plain, link] = ['first', 'link'].map((id) => marks.find(({ within }) => within === id)?.rects[0]);
    await tab.page.touchscreen.tap((plain?.x ?? 0) + 10, (plain?.y ?? 0) + 8);
    const { text } = await tab.waitForPopover();
    const [x, y] = await tab.evaluateInPopover((root) => {
      const { left = 0, top = 0 } =
        root.querySelector('.definition-switch [aria-pressed=false]')?.getBoundingClientRect() ?? {};
      return [left + 8, top + 8] as const;
    });
    await tab.page.touchscreen.tap(x, y);
    await tab.waitForPopover((popover) => popover.text !== text);
    await pause(700);
    expect(await tab.popover()).toBeDefined();
    await tab.press('Escape');
    await tab.waitForNoPopover();

    await tab.page.touchscreen.touchStart((link?.x ?? 0) + 10, (link?.y ?? 0) + 8);
    await tab.waitForPopover();
    await tab.page.touchscreen.touchEnd();
    await pause(700);
    expect(await tab.popover()).toBeDefined();
    expect(tab.page.url()).not.toContain('followed');
    // What is not done by the finger is none of the long press's.
    await Promise.all([tab.page.waitForNavigation(), tab.click('#link')]);
    expect(tab.page.url()).toContain('followed');
  });
});
