import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { pointAt } from './point-at.ts';
import { storeSettings } from './settings.ts';

/** In the page, once its source has run there. */
declare const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where the open popovers of a page are, pinned ones last. */
const boxes = (tab: Tab): Promise<{ pinned: boolean; x: number; y: number; width: number }[]> =>
  tab.evaluateInPopover((root) =>
    [...root.querySelectorAll('.frame:popover-open')].map((frame) => {
      const { x, y, width } = frame.getBoundingClientRect();
      return { pinned: frame.classList.contains('pinned'), x, y, width };
    }),
  );

// In Chinese, which a Chromium without that language does not speak by itself.
test.beforeEach(({ driver }) => storeSettings(driver, { uiLanguage: 'zh-CN' }));

describe('the card', () => {
  test('says how the term is read, can be copied, and says why the place is marked', async ({ open }) => {
    const tab = await open('/plain.html');
    const { text } = await pointAt(tab, '成渝地区双城经济圈');
    expect(text).toContain('chéng yú dì qū shuāng chéng jīng jì quān');
    await tab.clickInPopover('.actions button');
    await tab.waitForPopover((popover) => popover.text.includes('已复制'));
    await tab.clickInPopover('.actions [aria-controls]');
    await tab.clickInPopover('.menu button');
    await tab.waitForPopover((popover) => popover.text.includes('收录的术语'));
    await tab.clickInPopover('.menu button');
    await tab.waitForPopover((popover) => !popover.text.includes('收录的术语'));
  });

  test('leads on from a term in the definition to any depth, and back again', async ({ open }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '果园港');
    const headword = (): Promise<string> =>
      tab.evaluateInPopover((root) => root.querySelector('.headword')?.textContent ?? '');
    const first = await tab.evaluateInPopover(
      (root) => root.querySelector('.definition .inner-term')?.textContent ?? '',
    );
    await tab.clickInPopover('.definition .inner-term');
    await expect.poll(headword).not.toBe('果园港');
    expect(first).not.toBe('');
    const second = await headword();
    await tab.clickInPopover('.inner-term');
    await expect.poll(headword).not.toBe(second);
    await tab.clickInPopover('.back');
    await expect.poll(headword).toBe(second);
    await tab.clickInPopover('.back');
    await expect.poll(headword).toBe('果园港');
    expect(await tab.evaluateInPopover((root) => root.querySelector('.back'))).toBeNull();
    // A name that holds another one of the same concept leads to nothing new.
    await tab.page.evaluate(() => document.querySelector('#away')?.before('重庆两江新区。'));
    await tab.waitForMarks((texts) => texts.includes('重庆两江新区'));
    await tab.hover('重庆两江新区');
    await tab.waitForPopover(({ label }) => label === '两江新区');
    const leadsTo = await tab.evaluateInPopover((root) =>
      [...root.querySelectorAll('.inner-term')].map(({ textContent }) => textContent),
    );
    expect(leadsTo).not.toContain('两江新区');
  });

  test('goes to the next place of its term and along with it', async ({ open }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '果园港');
    await tab.clickInPopover('.places + button');
    await tab.waitForPopover(({ text }) => text.includes('2/4'));
    await tab.moveAway();
    await pause(700);
    expect((await tab.popover())?.text).toContain('2/4');
    // What a pinned one has said of a place it does not say of the next.
    await tab.clickInPopover('[aria-label="固定"]');
    await tab.clickInPopover('.actions [aria-controls]');
    await tab.clickInPopover('.menu button');
    await tab.waitForPopover(({ text }) => text.includes('收录的术语'));
    await tab.clickInPopover('.places + button');
    await tab.waitForPopover(({ text }) => text.includes('3/4') && !text.includes('收录的术语'));
  });

  test.for(['light', 'dark'] as const)('has nothing that axe objects to in %s', async (scheme, { open }) => {
    const tab = await open('/demo/article.html');
    await tab.setColorScheme(scheme);
    await pointAt(tab, '果园港');
    await tab.clickInPopover('.actions [aria-controls]');
    const { html, css } = await tab.evaluateInPopover((root) => ({
      html: root.querySelector('.frame:popover-open')?.outerHTML ?? '',
      css: root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)),
    }));
    await tab.setColorScheme('light');
    // Axe can't look into a closed shadow root: the card as it stands there, in a page of its own.
    const copy = await open('/blank.html');
    const shown = { html: html.replace('popover="manual"', ''), css: css.join('\n') };
    await copy.page.evaluate((card) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(card.css.replaceAll(':host', ':root'));
      document.adoptedStyleSheets = [sheet];
      const main = document.querySelector('main') as HTMLElement;
      main.append(document.createRange().createContextualFragment(card.html));
    }, shown);
    await copy.page.evaluate(AXE);
    const { violations } = await copy.page.evaluate(() => axe.run());
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
    expect(await copy.page.evaluate(() => document.querySelectorAll('.card button').length)).toBeGreaterThan(
      5,
    );
  });
});

describe('a pinned popover', () => {
  test('stays, is moved and sized by pointer and keys, has others beside it, and goes on Escape', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '果园港');
    await tab.clickInPopover('[aria-label="固定"]');
    await tab.moveAway();
    await pause(800);
    const [before] = await boxes(tab);
    expect(before?.pinned).toBe(true);
    const bar = { x: (before?.x ?? 0) + 40, y: (before?.y ?? 0) + 10 };
    await tab.page.mouse.move(bar.x, bar.y);
    await tab.page.mouse.down();
    await tab.page.mouse.move(bar.x + 50, bar.y + 20, { steps: 2 });
    // The page may change meanwhile, and the card be drawn anew.
    await tab.page.evaluate(() => document.getElementById('first')?.append('后来到了宜宾港。'));
    await tab.waitForMarks((texts) => texts.includes('宜宾港'));
    await tab.page.mouse.move(bar.x + 150, bar.y + 60, { steps: 2 });
    await tab.page.mouse.up();
    await expect.poll(async () => (await boxes(tab))[0]?.x).toBeCloseTo((before?.x ?? 0) + 150, -1);
    const [dragged] = await boxes(tab);
    await tab.press('ArrowRight');
    await expect.poll(async () => (await boxes(tab))[0]?.x).toBe((dragged?.x ?? 0) + 16);
    await tab.press('Tab');
    await tab.press('ArrowRight');
    await expect.poll(async () => (await boxes(tab))[0]?.width).toBe((dragged?.width ?? 0) + 16);
    await tab.hover('两江新区');
    await expect.poll(async () => (await boxes(tab)).map(({ pinned }) => pinned)).toEqual([false, true]);
    const ids = await tab.evaluateInPopover((root) => [...root.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await tab.page.setViewport({ width: 300, height: 500 });
    await expect.poll(async () => (await boxes(tab)).at(-1)?.x).toBeLessThan(300);
    await tab.press('Escape');
    await tab.press('Escape');
    await tab.waitForNoPopover();
  });
});

describe('a pinned popover in a frame', () => {
  test('goes on Escape from another frame, also when its term has gone', async ({ open }) => {
    const tab = await open('/frames.html');
    await pointAt(tab, '果园港');
    await tab.clickInPopover('[aria-label="固定"]');
    const frame = tab.page.frames().find((one) => one.url().endsWith('/frame-inner.html'));
    await frame?.evaluate(() => document.querySelector('p')?.replaceChildren('框架里的宜宾港。'));
    await tab.page.mouse.click(5, 5);
    await pointAt(tab, '宜宾港');
    await tab.moveAway();
    await tab.waitForPopover(({ label }) => label === '果园港');
    await tab.press('Escape');
    await tab.waitForNoPopover();
  });
});

describe('a term that is not to be marked', () => {
  test('is unmarked in all tabs of the page at once, and marked again by undo', async ({ open }) => {
    const [tab, other] = [await open('/plain.html'), await open('/plain.html?other')];
    const samePage = await open('/plain.html');
    await other.waitForMarks((texts) => texts.length === 7);
    await samePage.waitForMarks((texts) => texts.length === 7);
    await pointAt(tab, '果园港');
    await tab.clickInPopover('.actions [aria-controls]');
    await tab.clickInPopover('.menu > button:nth-of-type(2)');
    await tab.waitForPopover(({ text }) => text.includes('本页不再标注'));
    await tab.waitForMarks((texts) => !texts.includes('果园港') && texts.length === 3);
    const lit = (): Promise<number> => tab.page.evaluate(() => CSS.highlights.get('gloss-active')?.size ?? 0);
    await expect.poll(lit).toBe(0);
    await samePage.waitForMarks((texts) => texts.length === 3);
    expect((await other.marks()).length).toBe(7);
    await tab.clickInPopover('.undo-card .more');
    await tab.waitForMarks((texts) => texts.length === 7);
    await samePage.waitForMarks((texts) => texts.length === 7);
  });

  test('is nothing that cards lead to, is on a list in the options, and marked again when taken off it', async ({
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/plain.html');
    await pointAt(tab, '果园港');
    const linked = async (): Promise<string> =>
      tab.evaluateInPopover((root) =>
        [...root.querySelectorAll('.inner-term')].map(({ textContent }) => textContent).join(),
      );
    // In its definition and among what is related.
    expect(await linked()).toMatch(/两江新区.*两江新区/);
    await pointAt(tab, '两江新区');
    await tab.clickInPopover('.actions [aria-controls]');
    await tab.clickInPopover('.menu > button:nth-of-type(4)');
    await tab.waitForMarks((texts) => texts.length === 6);
    await pointAt(tab, '果园港');
    expect(await linked()).not.toContain('两江新区');
    const options = await openExtensionPage('options.html#sites');
    await options.click('.mark-rules .quiet');
    await tab.waitForMarks((texts) => texts.length === 7);
  });
});
