import { test as base, describe, expect, inject } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { launchBrowser } from '../../scripts/browser/launch.ts';
import { closeWelcomePage } from './browser-test.ts';
import { hasDisplayTools, startDisplay } from './real-display.ts';

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  .extend('display', { scope: 'file' }, async ({}, { onCleanup }) => {
    const display = await startDisplay();
    onCleanup(() => display.close());
    return display;
  })
  .extend('driver', { scope: 'file' }, async ({ display: _ }, { onCleanup }): Promise<Driver> => {
    const extensionDir = inject('extensionDir');
    const driver = await launchBrowser({ ...inject('browser'), extensionDir, headless: false });
    onCleanup(() => driver.close());
    await closeWelcomePage(driver);
    return driver;
  });

/** What has the focus in the page, and in the popover if it is there. */
async function focused(tab: Tab): Promise<string> {
  const outside = await tab.page.evaluate(() => document.activeElement?.localName ?? '');
  if ((await tab.popover()) === undefined) return outside;
  const inside = await tab.evaluateInPopover(({ activeElement }) => activeElement?.localName ?? '');
  return `${outside} ${inside}`;
}

const canPress = hasDisplayTools();
if (!canPress) console.warn('Real keys are not tested: this needs Linux with Xvfb and xdotool.');

describe.runIf(canPress)('keys pressed on a keyboard', () => {
  test('lead from term to term, into the popover, back to the page, and to the form', async ({
    display,
    driver,
  }) => {
    const tab = await driver.open(`${inject('origin')}/plain.html`);
    await tab.waitForMarks((texts) => texts.length === 7);
    display.focusWindow();
    await tab.page.evaluate(() => document.querySelector<HTMLElement>('#link')?.focus());

    display.press('alt+shift+j');
    await tab.waitForPopover(({ label }) => label === '果园港');
    display.press('alt+shift+j');
    const { role } = await tab.waitForPopover(({ label }) => label?.includes('两江新区') === true);
    expect(role).toBe('dialog');
    await expect.poll(() => focused(tab)).toBe('gloss-margin div');
    display.press('Tab');
    await expect.poll(() => focused(tab)).toBe('gloss-margin button');
    display.press('Escape');
    await expect.poll(() => focused(tab)).toBe('a');
    display.press('alt+shift+k');
    await tab.waitForPopover(({ label }) => label === '果园港');
    display.press('Escape');
    await tab.waitForNoPopover();

    await tab.page.evaluate(() => {
      const text = document.querySelector('#first')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 2);
    });
    display.press('alt+shift+g');
    const form = await driver.waitForTab((url) => url.startsWith(driver.extensionUrl('note.html')));
    await form.page.waitForSelector('.note-term');
    expect(await form.page.$eval('.note-term', (field) => (field as HTMLInputElement).value)).toBe('清早');
  });
});
