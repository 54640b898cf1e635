import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { test } from './browser-test.ts';

describe('a card against the page', () => {
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
