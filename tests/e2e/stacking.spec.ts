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

describe('against the page', () => {
  test('what a card says is in no selection that the page could read', async ({ open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.hover('果园港');
    await tab.waitForPopover();
    const { x, y, reading } = await tab.evaluateInPopover((root) => {
      const { left = 0, top = 0 } = root.querySelector('.definition')?.getBoundingClientRect() ?? {};
      return { x: left, y: top, reading: root.querySelector('.reading')?.textContent ?? '' };
    });
    expect(reading).toContain('yuán');
    await tab.page.mouse.click(x + 30, y + 10, { count: 2 });
    await tab.page.mouse.move(x + 2, y + 10);
    await tab.page.mouse.down();
    await tab.page.mouse.move(x + 200, y + 30, { steps: 3 });
    await tab.page.mouse.up();
    expect(await tab.page.evaluate('getSelection().toString()')).toBe('');
    // The page can move a selection of its own too, from where the popover's element stands.
    const found = await tab.page.evaluate(() => {
      const selection = getSelection() as Selection;
      const texts: string[] = [];
      for (const deed of ['move', 'extend']) {
        for (const unit of ['character', 'line']) {
          selection.collapse(document.documentElement, document.documentElement.childNodes.length);
          for (let i = 0; i < 30; i++) {
            selection.modify(deed, 'backward', unit);
            texts.push(selection.toString());
            selection.modify('extend', 'forward', 'line');
            texts.push(selection.toString());
          }
        }
      }
      return texts.join(' ');
    });
    expect(found).toContain('果园港');
    expect(found).not.toMatch(/yuán|Updated|更新/);
  });

  test('nothing in a card is clicked or given keys by a script', async ({ open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.hover('果园港');
    const { text } = await tab.waitForPopover();
    // In Firefox a page can get as far as this.
    await tab.evaluateInPopover((root) => {
      root.querySelector<HTMLElement>('.definition-switch [aria-pressed=false]')?.click();
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
      root.querySelector('.definition .inner-term')?.dispatchEvent(enter);
    });
    await pause(300);
    expect((await tab.popover())?.text).toBe(text);
  });

  test('the popover is above the highest z-index', async ({ open }) => {
    const tab = await open('/overlay.html');
    await tab.waitForMarks();
    await tab.hover('果园港');
    const { onTop, text } = await tab.waitForPopover();
    expect(onTop).toBe(true);
    await tab.clickInPopover('.definition-switch [aria-pressed=false]');
    await tab.waitForPopover((popover) => popover.text !== text);
  });

  test('the popover looks the same as anywhere under a style sheet that resets everything', async ({
    open,
  }) => {
    const plain = await open('/overlay.html');
    await plain.waitForMarks();
    await plain.hover('果园港');
    const expected = await plain.waitForPopover();
    const hostile = await open('/hostile-css.html');
    await hostile.waitForMarks();
    await hostile.hover('果园港');
    const { text, rect, color, background } = await hostile.waitForPopover();
    const [mark] = await hostile.marks();
    const bottom = Math.max(...(mark?.rects ?? []).map(({ y, height }) => y + height));
    expect(rect.y - bottom).toBeGreaterThan(4);
    expect(rect.y - bottom).toBeLessThan(12);
    const direction = await hostile.evaluateInPopover(
      (root) => getComputedStyle(root.querySelector('.card') as Element).direction,
    );
    expect(direction).toBe('ltr');
    expect({ text, color, background, width: rect.width, height: rect.height }).toEqual({
      text: expected.text,
      color: expected.color,
      background: expected.background,
      width: expected.rect.width,
      height: expected.rect.height,
    });
  });

  test('a strict policy with Trusted Types stops neither underline nor popover, and is not violated', async ({
    open,
  }) => {
    const tab = await open('/strict-csp.html');
    await tab.waitForMarks((texts) => texts.length === 2);
    await tab.hover('果园港');
    const { text, background } = await tab.waitForPopover();
    expect(text).toContain('果园港');
    expect(background).not.toBe('rgba(0, 0, 0, 0)');
    expect(await tab.page.evaluate('violations')).toEqual([]);
  });
});
