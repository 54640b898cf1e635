import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';

describe('in a modal dialog', () => {
  test('the popover opens inside it and takes clicks', async ({ open }) => {
    const tab = await open('/dialog.html');
    await tab.waitForMarks();
    await tab.page.click('#open');
    await tab.waitForMarks((texts) => texts.includes('果园港'));
    await tab.hover('果园港');
    const { parent, onTop, text } = await tab.waitForPopover();
    expect({ parent, onTop }).toEqual({ parent: 'dialog', onTop: true });
    await tab.clickInPopover('.definition-switch [aria-pressed=false]');
    await tab.waitForPopover((popover) => popover.text !== text);
  });

  test('the popover opens inside the innermost of two, and Escape closes it before the dialog', async ({
    open,
  }) => {
    const tab = await open('/dialog.html');
    await tab.page.click('#open');
    await tab.page.evaluate('inner.showModal()');
    await tab.waitForMarks((texts) => texts.includes('天府新区'));
    await tab.hover('天府新区');
    expect((await tab.waitForPopover()).parent).toBe('inner');
    await tab.press('Escape');
    await tab.waitForNoPopover();
    expect(await tab.page.evaluate('inner.open')).toBe(true);
  });

  test('nothing of the popover is left behind when the dialog closes', async ({ open }) => {
    const tab = await open('/dialog.html');
    await tab.page.click('#open');
    await tab.waitForMarks((texts) => texts.includes('果园港'));
    await tab.hover('果园港');
    await tab.waitForPopover();
    await tab.page.evaluate('dialog.close()');
    await tab.moveAway();
    await tab.waitForNoPopover();
    await tab.hover('两江新区');
    expect((await tab.waitForPopover()).parent).toBe('html');
    expect(await tab.page.evaluate(() => document.querySelectorAll('dialog gloss-margin').length)).toBe(0);
  });
});

describe('in a modal of the page’s own making that lets nothing happen outside', () => {
  const openInModal = async (open: (path: string) => Promise<Tab>): Promise<Tab> => {
    const tab = await open('/plain.html');
    await tab.page.evaluate(() => {
      const modal = document.createElement('div');
      modal.id = 'modal';
      modal.role = 'dialog';
      modal.ariaModal = 'true';
      modal.style.cssText = 'position: fixed; inset: 20px; width: 500px; background: #eee';
      modal.innerHTML = '<button>关</button><p>模态框里的宜宾港</p>';
      document.body.append(modal);
      const button = modal.querySelector('button');
      const keep = (event: Event): void => {
        if (!modal.isConnected || modal.hidden || modal.contains(event.target as Node)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (event.type === 'focusin') button?.focus();
      };
      for (const type of ['click', 'mousedown', 'focusin']) document.addEventListener(type, keep, true);
      button?.focus();
      Object.assign(globalThis, { modal });
    });
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await tab.hover('宜宾港');
    return tab;
  };

  test('the popover opens inside it, takes clicks and keeps the focus', async ({ open }) => {
    const tab = await openInModal(open);
    const { parent, onTop, text } = await tab.waitForPopover();
    expect({ parent, onTop }).toEqual({ parent: 'modal', onTop: true });
    await tab.clickInPopover('.definition-switch [aria-pressed=false]');
    await tab.waitForPopover((popover) => popover.text !== text);
    expect(await tab.page.evaluate(() => document.activeElement?.localName)).toBe('gloss-margin');
  });

  test.for(['modal.remove()', 'modal.style.display = "none"'])(
    'nothing is left in it after %s, with a card open or not, and a pinned one comes back',
    async (deed, { open }) => {
      const tab = await openInModal(open);
      await tab.waitForPopover(({ parent }) => parent === 'modal');
      await tab.moveAway();
      await tab.waitForNoPopover();
      await tab.page.evaluate(deed);
      const left = (): Promise<unknown> => tab.page.evaluate('modal.querySelectorAll("gloss-margin").length');
      await expect.poll(left).toBe(0);
      await tab.page.evaluate('modal.style.display = ""; document.body.append(modal)');
      await tab.hover('宜宾港');
      await tab.waitForPopover(({ parent }) => parent === 'modal');
      await tab.clickInPopover('.actions > button:nth-last-of-type(2)');
      await tab.page.evaluate(deed);
      await tab.waitForPopover(({ parent, onTop }) => parent === 'html' && onTop);
      expect(await left()).toBe(0);
    },
  );
});

describe('a pinned card', () => {
  test.for(['close', 'remove'] as const)(
    'is there again when the dialog that it was taken into is gone by %s',
    async (deed, { open }) => {
      const tab = await open('/dialog.html');
      await tab.waitForMarks();
      await tab.hover('两江新区');
      await tab.waitForPopover();
      await tab.clickInPopover('.actions > button:nth-last-of-type(2)');
      await tab.page.evaluate('dialog.showModal()');
      await tab.waitForMarks((texts) => texts.includes('果园港'));
      await tab.hover('果园港');
      await tab.waitForPopover(({ label, parent }) => label === '果园港' && parent === 'dialog');
      await tab.page.evaluate(`dialog.${deed}()`);
      const { rect } = await tab.waitForPopover(
        ({ label, onTop, parent }) => label === '两江新区' && onTop && parent === 'html',
      );
      expect(rect.height).toBeGreaterThan(100);
      await tab.press('Escape');
      await tab.waitForNoPopover();
    },
  );
});

describe('a pinned card that a page has thrown out', () => {
  test('is there again once, and after that with the next card', async ({ open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.hover('果园港');
    await tab.waitForPopover();
    await tab.clickInPopover('.actions > button:nth-last-of-type(2)');
    await tab.moveAway();
    const throwOut = (): Promise<void> =>
      tab.page.evaluate(() => document.querySelector('gloss-margin')?.remove());
    await throwOut();
    await tab.waitForPopover(({ label, parent }) => label === '果园港' && parent === 'html');
    await throwOut();
    await pause(500);
    expect(await tab.page.evaluate(() => document.querySelector('gloss-margin'))).toBeNull();
    await tab.hover('天府新区');
    await tab.waitForPopover(({ label }) => label === '天府新区');
    const labels = await tab.evaluateInPopover((root) =>
      [...root.querySelectorAll('.frame:popover-open')].map((frame) => frame.ariaLabel),
    );
    expect(labels).toEqual(['天府新区', '果园港']);
  });
});

describe('in fullscreen', () => {
  test('the popover opens inside the element and on top', async ({ open }) => {
    const tab = await open('/fullscreen.html');
    await tab.waitForMarks();
    await tab.page.click('#enter');
    await tab.page.waitForFunction(() => document.fullscreenElement !== null);
    await tab.hover('果园港');
    const { parent, onTop } = await tab.waitForPopover();
    expect({ parent, onTop }).toEqual({ parent: 'stage', onTop: true });
    await tab.page.evaluate(() => document.exitFullscreen());
    await tab.moveAway();
    await tab.hover('天府新区');
    expect((await tab.waitForPopover(({ text }) => text.includes('天府新区'))).parent).toBe('html');
  });
});

describe('with menus and dialogs of the page’s own making', () => {
  test('a menu that closes on a click beside it stays, and hears nothing of the popover', async ({
    open,
  }) => {
    const tab = await open('/widgets.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    await tab.page.click('#open-menu');
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await tab.hover('宜宾港');
    const { text, rect } = await tab.waitForPopover();
    await tab.page.evaluate('heard.length = 0');
    await tab.clickInPopover('.definition-switch [aria-pressed=false]');
    await tab.waitForPopover((popover) => popover.text !== text);
    await tab.page.mouse.wheel({ deltaY: 10 });
    const { x, y } = rect;
    await tab.page.touchscreen.touchStart(x + 60, y + 90);
    await tab.page.touchscreen.touchMove(x + 60, y + 80);
    await tab.page.touchscreen.touchEnd();
    // These would leave a menu of the browser, or what is dragged, behind.
    await tab.evaluateInPopover((root) => {
      for (const type of ['contextmenu', 'dragstart'])
        root.querySelector('.card')?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    });
    await tab.press('Tab');
    await tab.press('Escape');
    await tab.waitForNoPopover();
    expect(await tab.page.evaluate('heard')).toEqual([]);
    expect(await tab.page.evaluate(() => document.querySelector('#menu')?.matches(':popover-open'))).toBe(
      true,
    );
  });

  test('the popover of a term that stands in a slot of a modal dialog takes the pointer', async ({
    open,
  }) => {
    const tab = await open('/widgets.html');
    await tab.waitForMarks((texts) => texts.includes('两江新区'));
    await tab.page.click('#open-dialog');
    await tab.waitForMarks((texts) => texts.includes('天府新区'));
    await tab.hover('天府新区');
    await tab.page.waitForFunction(() =>
      document.querySelector('slot-dialog')?.shadowRoot?.querySelector('dialog > gloss-margin'),
    );
    const mark = (await tab.marks()).find(({ text }) => text === '天府新区');
    const { x = 0, y = 0, height = 0 } = mark?.rects[0] ?? {};
    await tab.page.mouse.move(x + 20, y + height + 60, { steps: 8 });
    await expect.poll(() => tab.page.evaluate('onOurs')).toBe(true);
  });
});
