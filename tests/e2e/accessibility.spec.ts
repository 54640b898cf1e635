import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect } from 'vitest';
import type { ColorScheme, Tab } from '../../scripts/browser/driver.ts';
import { contrast } from '../support/contrast.ts';
import { test } from './browser-test.ts';
import { clickIn, openPlain } from './page-list.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The extension's API as its own pages have it in either browser. */
declare const chrome: { storage: { session: { set(items: object): Promise<void> } } };

/** In the page, once its source has run there. */
declare const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };

/** A window of 1280 × 1024 at 400 %, as WCAG 2.2 has it in 1.4.10. */
const ZOOMED = { width: 320, height: 256 };

/** The window's width, and how much of the page lies outside of it. A scroll bar may take some of the window. */
const widthsOf = (tab: Tab): Promise<number[]> =>
  tab.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [innerWidth, scrollWidth - clientWidth];
  });

/** Waits for colours that are on their way: buttons fade into those of another scheme. */
const waitForColours = (tab: Tab): Promise<unknown> =>
  tab.page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));

/** Text and ground of the buttons that can't be pressed just now, `#rrggbb` each: axe leaves them out. */
const coloursOfDisabled = (tab: Tab): Promise<string[][]> =>
  tab.page.evaluate(() => {
    const hex = (rgb: string): string =>
      `#${(rgb.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    return [...document.querySelectorAll('.button:disabled')].map((button) => {
      const { color, backgroundColor } = getComputedStyle(button);
      return [hex(color), hex(backgroundColor)];
    });
  });

async function expectAccessible(tab: Tab): Promise<void> {
  await tab.page.evaluate(AXE);
  await waitForColours(tab);
  const { violations } = await tab.page.evaluate(() => axe.run());
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  for (const [text = '', ground = ''] of await coloursOfDisabled(tab)) {
    expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
  await tab.page.setViewport(ZOOMED);
  await expect.poll(() => widthsOf(tab)).toEqual([ZOOMED.width, 0]);
}

/** What stands on each page when it has loaded what it shows. */
const PAGES: [path: string, selector: string][] = [
  ['options.html', '.glossary'],
  ['options.html#glossaries/chengdu-chongqing/concepts/guoyuan-port', '.concept-form'],
  ['options.html#glossaries/chengdu-chongqing/try', '.try'],
  ['options.html#glossaries/chengdu-chongqing/details', '.details'],
  ['options.html#subscriptions', '#subscription-address'],
  ['options.html#appearance', 'input[type=range]'],
  ['options.html#marking', 'input[type=range]'],
  ['options.html#keys', '.key-row kbd'],
  ['options.html#sites', 'form'],
  ['note.html?draft=axe', '.note-term'],
  ['popup.html', '[role=switch]'],
  ['welcome.html', 'article'],
  ['draft.html', '.draft-empty'],
];

describe.for(['light', 'dark'] satisfies ColorScheme[])('in %s', (scheme) => {
  test.for(PAGES)(
    'axe finds nothing to object to on %s, and nothing is scrolled sideways when zoomed',
    async ([path, selector], { driver, openExtensionPage }) => {
      // What the form is opened with, as if it had been taken from a page.
      await driver.evaluateInExtension((taken) => chrome.storage.session.set({ 'note:axe': taken }), {
        text: '两江新区',
        sentence: '两江新区。',
        title: '页',
        address: 'https://example.com/',
        date: '2026-11-25',
      });
      const tab = await openExtensionPage(path);
      await tab.setColorScheme(scheme);
      await tab.page.waitForSelector(selector);
      await expectAccessible(tab);
    },
  );

  test('nor on the panel, with a term unfolded and gone to', async ({ driver, open, openExtensionPage }) => {
    const { panel } = await openPlain(driver, open, openExtensionPage);
    await panel.setColorScheme(scheme);
    await clickIn(panel, '果园港', '.term-open');
    await clickIn(panel, '果园港', '.quiet', 1);
    await panel.page.waitForSelector('.card .definition');
    await panel.page.evaluate(() => document.querySelector('.export')?.setAttribute('open', ''));
    await expectAccessible(panel);
  });
});
