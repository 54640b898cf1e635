import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { test } from './browser-test.ts';
import { pointAt } from './point-at.ts';

describe('the popover', () => {
  test('says what the term means, what else it is called and where that is written', async ({ open }) => {
    const tab = await open('/demo/article.html');
    const { text, role, label, links, parent, onTop } = await pointAt(tab, '成渝地区双城经济圈');
    expect(text).toContain('成渝地区双城经济圈');
    expect(text).toContain('成渝地區雙城經濟圈');
    expect(text).toContain('Economic Circle');
    expect(role).toMatch(/^(dialog|tooltip)$/);
    expect(label).toContain('成渝地区双城经济圈');
    expect(parent).toBe('html');
    expect(onTop).toBe(true);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.href).toMatch(/^https?:\/\//);
      expect(link.target).toBe('_blank');
      expect(link.rel).toContain('noopener');
      expect(link.text.trim()).not.toBe('');
    }
  });

  test('has a source in view without scrolling, however long the rest is, and the others on demand', async ({
    open,
  }) => {
    const tab = await open('/demo/article.html');
    await tab.page.setViewport({ width: 900, height: 600 });
    await pointAt(tab, '成渝地区双城经济圈');
    const inView = (): Promise<boolean[]> =>
      tab.evaluateInPopover((root) =>
        [...root.querySelectorAll('.card .sources a')].map((link) => {
          const { left = 0, top = 0, height = 0 } = link.getClientRects()[0] ?? {};
          return link.contains(root.elementFromPoint(left + 4, top + height / 2));
        }),
      );
    expect(await inView()).toEqual([true]);
    await tab.clickInPopover('.card .sources .more');
    await expect.poll(inView).toEqual([true, true]);
  });

  test('takes more room where there is some, before anything of it has to be scrolled to', async ({
    open,
  }) => {
    const tab = await open('/demo/article.html');
    await tab.page.setViewport({ width: 1280, height: 1000 });
    await pointAt(tab, '成渝地区双城经济圈');
    const { height, hidden } = await tab.evaluateInPopover((root) => {
      const sources = root.querySelector('.card-sources') ?? document.body;
      return {
        height: root.querySelector<HTMLElement>('.card')?.offsetHeight,
        hidden: sources.scrollHeight - sources.clientHeight,
      };
    });
    expect(height).toBe(560);
    // The button in the last line of the sources is higher than the line.
    expect(hidden).toBe(0);
  });

  test('opens only for a pointer that rests, and only on a term', async ({ open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks();
    await tab.page.mouse.move(5, 5);
    await tab.page.mouse.move(600, 400, { steps: 5 });
    await pause(800);
    expect(await tab.popover()).toBeUndefined();
  });

  test('closes on Escape and stays closed', async ({ open }) => {
    const tab = await open('/widgets.html');
    await pointAt(tab, '果园港');
    await tab.press('Escape');
    await tab.waitForNoPopover();
    await pause(800);
    expect(await tab.popover()).toBeUndefined();
    // Neither the key going down nor its coming up is the page’s, but the next one is.
    expect(await tab.page.evaluate('heard')).toEqual([]);
    await tab.press('Escape');
    expect(await tab.page.evaluate('heard')).toEqual(['keydown body', 'keyup body']);
  });

  test('does not open for a term that is covered, nor for a pointer that selects text', async ({ open }) => {
    const tab = await open('/widgets.html');
    const marks = await tab.waitForMarks((texts) => texts.includes('果园港') && texts.includes('两江新区'));
    const placeOf = (text: string): { x: number; y: number } => {
      const { x = 0, y = 0, height = 0 } = marks.find((mark) => mark.text === text)?.rects[0] ?? {};
      return { x: x + 6, y: y + height / 2 };
    };
    const [covered, dragged] = [placeOf('两江新区'), placeOf('果园港')];
    const { mouse } = tab.page;
    await mouse.move(covered.x + 60, covered.y);
    await mouse.move(covered.x, covered.y, { steps: 3 });
    await pause(900);
    expect(await tab.popover()).toBeUndefined();
    await mouse.move(dragged.x - 100, dragged.y);
    await mouse.down();
    await mouse.move(dragged.x, dragged.y, { steps: 4 });
    await pause(900);
    expect(await tab.popover()).toBeUndefined();
    await mouse.up();
    await mouse.move(dragged.x + 5, dragged.y);
    await tab.waitForPopover();
  });

  test.for(['fixed', 'absolute'])(
    'opens for a term in a %s box, which a small box around it does not clip',
    async (position, { open }) => {
      const tab = await open('/plain.html');
      await tab.page.evaluate((css) => {
        document.body.innerHTML = `<div style="overflow: hidden; height: 40px">
          <p style="position: ${css}; top: 200px">框外的宜宾港</p></div>`;
      }, position);
      await pointAt(tab, '宜宾港');
    },
  );

  test('closes when its term is scrolled out of sight', async ({ open }) => {
    const tab = await open('/layout.html');
    await pointAt(tab, '天府新区');
    await tab.page.evaluate(() =>
      document.querySelector('#scroller')?.scrollBy({ top: 200, behavior: 'instant' }),
    );
    await tab.waitForNoPopover();
  });

  test('opens on a page of plain XML', async ({ open }) => {
    const tab = await open('/styled.xml');
    const { text } = await pointAt(tab, '果园港');
    expect(text).toContain('果园港');
    expect(tab.errors).toEqual([]);
  });

  test('closes when the pointer leaves', async ({ open }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '果园港');
    await tab.moveAway();
    await tab.waitForNoPopover();
  });

  test('stays while the pointer is on it', async ({ open }) => {
    const tab = await open('/plain.html');
    const { rect } = await pointAt(tab, '果园港');
    await tab.page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 6 });
    await pause(1200);
    expect(await tab.popover()).toBeDefined();
  });

  test('stays when a menu closes as the pointer goes from its term to the card, and goes when it leaves that or the text goes', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.page.evaluate(() => {
      document.body.innerHTML = `<style>#menu { display: none } #nav:hover #menu { display: block }</style>
        <div id="nav" style="width: 200px">菜单<div id="menu">菜单里的宜宾港</div></div>`;
    });
    const pointFromMenu = async (): Promise<void> => {
      await tab.page.mouse.move(20, 16);
      const { rect } = await pointAt(tab, '宜宾港');
      await tab.page.mouse.move(rect.x + 60, rect.y + 60, { steps: 12 });
      await tab.page.waitForFunction(() => document.getElementById('menu')?.checkVisibility() === false);
      await pause(600);
      expect(await tab.popover()).toBeDefined();
    };
    await pointFromMenu();
    await tab.moveAway();
    await tab.waitForNoPopover();
    await pointFromMenu();
    await tab.page.evaluate(() => document.getElementById('menu')?.remove());
    await tab.waitForNoPopover();
  });

  test('stays when the text round its term changes, and closes when the term does', async ({ open }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '果园港');
    const change = (text: string): Promise<void> =>
      tab.page.evaluate((added) => document.getElementById('first')?.append(added), text);
    await change('三分钟前，宜宾港');
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await pause(700);
    expect((await tab.popover())?.text).toContain('果园港');
    await change('又过了三分钟，泸州港');
    await tab.waitForMarks((texts) => texts.includes('泸州港'));
    await pause(700);
    expect((await tab.popover())?.text).toContain('果园港');
    await tab.page.evaluate(() => document.getElementById('first')?.replaceChildren('别的港'));
    await tab.waitForNoPopover();
  });

  test('moves on to the next term', async ({ open }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '果园港');
    await tab.hover('天府新区');
    await tab.waitForPopover(({ text }) => text.includes('天府新区'));
  });

  test('leaves a link under the term a link', async ({ open }) => {
    const tab = await open('/plain.html');
    const marks = await tab.waitForMarks((all) => all.length >= 7);
    const n = marks.filter(({ text }) => text === '果园港').findIndex(({ within }) => within === 'link');
    await pointAt(tab, '果园港', n);
    await Promise.all([tab.page.waitForNavigation(), tab.page.click('#link')]);
    expect(tab.page.url()).toContain('followed=1');
  });

  test('has none of its own words underlined', async ({ open }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '天府新区');
    expect((await tab.settledMarks()).filter(({ inShadow }) => inShadow)).toEqual([]);
  });

  test('shows definitions in the other language at a click, and again in the first', async ({ open }) => {
    const tab = await open('/plain.html');
    const { text } = await pointAt(tab, '天府新区');
    await tab.clickInPopover('.definition-switch [aria-pressed=false]');
    await tab.waitForPopover((popover) => popover.text !== text);
    await tab.clickInPopover('.definition-switch [aria-pressed=false]');
    await tab.waitForPopover((popover) => popover.text === text);
  });

  test('opens a source in a new tab', async ({ driver, open }) => {
    const tab = await open('/plain.html');
    const { links } = await pointAt(tab, '两江新区');
    await tab.clickInPopover('a[href]');
    // Firefox tries https first, and Chromium shows an error page where there is no network.
    const address = links[0]?.href.replace(/^https?/, '') ?? '';
    const opened = await driver.waitForTab((url) => url.endsWith(address) || url.startsWith('chrome-error:'));
    await opened.close();
    expect(tab.page.url()).toContain('/plain.html');
  });
});
