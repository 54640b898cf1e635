import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { tabIdOf } from '../../scripts/browser/tab-id.ts';
import { test } from './browser-test.ts';
import { storeSettings } from './settings.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
};

/** Where an element of the popovers is, and whether it has the focus. */
const focusIn = (tab: Tab): Promise<string> =>
  tab.evaluateInPopover((root) => root.activeElement?.className ?? 'nowhere');

/** As the key for the next term does. */
async function step(driver: Driver, tab: Tab): Promise<void> {
  await driver.evaluateInExtension(
    (tabId) => chrome.runtime.sendMessage({ name: 'stepToTerm', request: { tabId, back: false } }),
    await tabIdOf(driver, tab),
  );
}

// In Chinese, which a Chromium without that language does not speak by itself.
test.beforeEach(({ driver }) => storeSettings(driver, { uiLanguage: 'zh-CN' }));

describe('the card, by keys', () => {
  test('a card opens and stays, though the pointer stirs beside its term while it is on its way', async ({
    driver,
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    // One that the pointer has opened is the keys' from then on.
    await tab.hover('果园港');
    await tab.waitForPopover(({ label }) => label === '果园港');
    await step(driver, tab);
    await expect.poll(() => focusIn(tab)).toBe('frame');
    await tab.moveAway();
    await pause(700);
    expect((await tab.popover())?.label).toBe('果园港');
    for (const term of ['两江新区', '天府新区', '成渝地区双城经济圈']) {
      let stepped = false;
      const stir = async (): Promise<void> => {
        for (let x = 880; !stepped; x = 1800 - x) await tab.page.mouse.move(x, 700);
      };
      const done = step(driver, tab).finally(() => {
        stepped = true;
      });
      await Promise.all([done, stir()]);
      await tab.waitForPopover(({ label }) => label === term);
    }
  });

  test('the popover takes the focus, Tab goes through it, what comes next is said, and the end leads back', async ({
    driver,
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.page.focus('#away');
    await step(driver, tab);
    await tab.waitForPopover(({ role, label }) => role === 'dialog' && label === '果园港');
    await tab.page.bringToFront();
    await expect.poll(() => focusIn(tab)).toBe('frame');
    await tab.press('Tab');
    expect(await focusIn(tab)).not.toBe('frame');
    await tab.moveAway();
    await pause(700);
    expect(await tab.popover()).toBeDefined();
    const spoken = (): Promise<string> =>
      tab.evaluateInPopover((root) => root.querySelector('.spoken')?.textContent ?? '');
    /** Of the term's name, of what is said and of what is shown. */
    const languages = (): Promise<(string | undefined)[]> =>
      tab.evaluateInPopover((root) =>
        ['.frame:popover-open', '.spoken', '.definition'].map(
          (selector) => root.querySelector<HTMLElement>(selector)?.lang,
        ),
      );
    expect(await languages()).toEqual(['zh-Hans', 'zh-Hans', 'zh-Hans']);
    await tab.evaluateInPopover((root) =>
      root.querySelector<HTMLElement>('.definition-switch [aria-pressed=false]')?.focus(),
    );
    await tab.press('Enter');
    await expect.poll(languages).toEqual(['zh-Hans', 'zh-Hans', 'en']);
    const first = await tab.evaluateInPopover((root) => root.querySelector('.definition')?.textContent);
    await tab.evaluateInPopover((root) => root.querySelector<HTMLElement>('.inner-term')?.focus());
    await tab.press('Enter');
    await expect.poll(languages).toEqual(['zh-Hans', 'en', 'en']);
    expect(await spoken()).not.toBe(first);
    expect(await spoken()).toBe(
      await tab.evaluateInPopover((root) => root.querySelector('.definition')?.textContent),
    );
    await tab.evaluateInPopover((root) => root.querySelector<HTMLElement>('.back')?.focus());
    await tab.press('Enter');
    await expect.poll(spoken).toBe(first);
    // Folded up, it takes neither focus nor keys.
    await tab.evaluateInPopover((root) =>
      root.querySelector<HTMLElement>('.actions [aria-controls]')?.focus(),
    );
    await tab.press('Enter');
    await tab.evaluateInPopover((root) =>
      root.querySelector<HTMLElement>('.menu button:nth-of-type(2)')?.focus(),
    );
    await tab.press('Enter');
    await tab.waitForMarks((texts) => !texts.includes('果园港'));
    expect(await spoken()).toContain('果园港');
    await tab.press('Tab');
    await tab.press('Enter');
    await tab.waitForNoPopover();
    await tab.waitForMarks((texts) => texts.includes('果园港'));
    expect(await tab.page.evaluate(() => document.activeElement?.id)).toBe('away');
  });
});
