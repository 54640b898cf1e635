import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, inject } from 'vitest';
import { test } from './browser-test.ts';
import { pointAt } from './point-at.ts';

describe('a page with frames', () => {
  test('is underlined in each of them, whatever their origin', async ({ open }) => {
    const tab = await open('/frames.html');
    const marks = await tab.waitForMarks((all) => all.length >= 7);
    const where = marks.map(
      ({ frame, text }) => `${new URL(frame).search || new URL(frame).pathname} ${text}`,
    );
    expect(where.sort()).toEqual(
      [
        '/frames.html 两江新区',
        '/frame-inner.html 果园港',
        '?cross 果园港',
        'srcdoc 天府新区',
        '/frame-outer.html 两江新区',
        '?nested 果园港',
        '?sandboxed 果园港',
      ].sort(),
    );
  });

  test.for([
    ['of its own origin', 0],
    ['of another origin', 1],
    ['of another origin in a frame', 2],
    ['in a sandbox', 3],
  ] as const)('explains a term in a small frame %s, inside that frame', async ([, n], { open }) => {
    const tab = await open('/frames.html');
    await tab.waitForMarks((all) => all.length >= 7);
    await tab.hover('果园港', n);
    const { text, rect, onTop } = await tab.waitForPopover();
    expect(text).toContain('果园港');
    expect(onTop).toBe(true);
    expect(rect.x).toBeGreaterThanOrEqual(0);
    expect(rect.y).toBeGreaterThanOrEqual(0);
  });

  test.for(['origin', 'otherOrigin'] as const)(
    'explains a term where it is to be seen, in a frame of the %s that is higher than the window',
    async (where, { open }) => {
      const tab = await open('/blank.html');
      await tab.page.evaluate(
        (src) => {
          document.body.innerHTML = `<iframe src="${src}" style="border: 0; width: 700px; height: 3000px">`;
        },
        `${inject(where)}/plain.html`,
      );
      await tab.waitForMarks((all) => all.length === 7);
      const frame = tab.page.frames()[1];
      await frame?.evaluate(() => {
        document.body.style.paddingTop = `${650}px`;
      });
      const { rect } = await pointAt(tab, '天府新区');
      const [top = 0, bottom = 0] = await tab.page.evaluate(() => [
        document.querySelector('iframe')?.getBoundingClientRect().top ?? 0,
        innerHeight,
      ]);
      await expect
        .poll(async () => {
          const { y = 0, height = 0 } = (await tab.popover())?.rect ?? rect;
          return top + y >= 0 && top + y + height <= bottom;
        })
        .toBe(true);
    },
  );

  test('closes the popover when the pointer leaves the frame', async ({ open }) => {
    const tab = await open('/frames.html');
    await tab.waitForMarks((all) => all.length >= 7);
    await tab.hover('果园港', 0);
    await tab.waitForPopover();
    await tab.moveAway();
    await tab.waitForNoPopover();
  });

  test.for([
    ['of its own origin', 0],
    ['of another origin', 1],
  ] as const)(
    'closes the popover in a frame %s on Escape, though the keyboard is elsewhere',
    async ([, n], { open }) => {
      const tab = await open('/frames.html');
      await tab.waitForMarks((all) => all.length >= 7);
      await tab.hover('果园港', n);
      await tab.waitForPopover();
      expect(await tab.page.evaluate(() => document.activeElement?.localName)).toBe('body');
      await tab.press('Escape');
      await tab.waitForNoPopover();
    },
  );
});

describe('a frame that has the keyboard', () => {
  test.for([
    ['an object', (box: HTMLElement) => (box.innerHTML = '<object type="text/html" data="/blank.html">')],
    [
      'a shadow tree',
      (box: HTMLElement) => (box.attachShadow({ mode: 'open' }).innerHTML = '<iframe src="/blank.html">'),
    ],
  ])('leaves Escape to the popover, also as %s', async ([, fill], { open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((all) => all.length === 7);
    await tab.page.evaluate(`document.body.prepend(document.createElement('div'));
      (${fill})(document.body.firstChild)`);
    const frame = await tab.page.waitForFrame((each) => each.url().endsWith('/blank.html'));
    await frame.waitForSelector('main');
    await pause(500);
    await tab.page.mouse.click(60, 60);
    await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(true);
    await pointAt(tab, '果园港');
    await tab.press('Escape');
    await tab.waitForNoPopover();
  });
});

describe('a frame that goes with its popover', () => {
  test('leaves Escape to the page', async ({ open }) => {
    const tab = await open('/frames.html');
    await tab.waitForMarks((all) => all.length >= 7);
    await tab.hover('果园港', 0);
    await tab.waitForPopover();
    await tab.page.evaluate(() => {
      addEventListener('keydown', ({ key }) => {
        document.title = key;
      });
      document.getElementById('same')?.remove();
    });
    await tab.waitForNoPopover();
    await tab.press('Escape');
    await expect.poll(() => tab.page.title()).toBe('Escape');
  });
});
