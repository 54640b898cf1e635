import { describe, expect, inject } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { storeSettings } from './settings.ts';

/** Waits for the first element whose text or name is this, and clicks it. */
async function click(tab: Tab, selector: string, text: string): Promise<void> {
  await tab.page.waitForFunction(
    (css, wanted) =>
      [...document.querySelectorAll<HTMLElement>(css)].some((element) =>
        element.textContent?.includes(wanted),
      ),
    {},
    selector,
    text,
  );
  await tab.page.evaluate(
    (css, wanted) => {
      const all = [...document.querySelectorAll<HTMLElement>(css)];
      all.find((element) => element.textContent?.includes(wanted))?.click();
    },
    selector,
    text,
  );
}

async function type(tab: Tab, selector: string, text: string): Promise<void> {
  await tab.page.waitForSelector(selector);
  await tab.page.click(selector);
  await tab.page.type(selector, text);
}

/** Follows a link within the page. */
const goTo = (tab: Tab, hash: string): Promise<void> =>
  tab.page.evaluate((to) => {
    location.hash = to;
  }, hash);

const rowsOf = (tab: Tab): Promise<string[]> =>
  tab.page.evaluate(() =>
    [...document.querySelectorAll('.row b')].map(({ textContent }) => textContent ?? ''),
  );

async function waitForRows(tab: Tab, expected: string[]): Promise<void> {
  await expect.poll(() => rowsOf(tab)).toEqual(expected);
}

/** Waits until an element of this kind that says this has the focus. */
async function focusIsOn(tab: Tab, selector: string, text: string): Promise<void> {
  await tab.page.waitForFunction(
    (css, wanted) => {
      const element = document.activeElement;
      return element?.matches(css) && element.textContent?.includes(wanted);
    },
    {},
    selector,
    text,
  );
}

describe('a glossary of one’s own', () => {
  test('is made, filled, tried out, underlined on pages, and comes back after it was deleted', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    await storeSettings(driver, { uiLanguage: 'en' });
    const page = await open('/plain.html');
    await page.waitForMarks((texts) => texts.length === 7);
    const options = await openExtensionPage('options.html');
    await click(options, '.section-actions button', 'New glossary');
    await type(options, 'dialog input', 'Weather');
    await click(options, 'dialog button', 'Create');

    await click(options, '.browser-tools button', 'New concept');
    // Nothing but a name is missing: the message stands at its field, which has the focus.
    await type(options, '.concept-form .text-row textarea', 'Rain for days on end.');
    await click(options, '.form-foot button', 'Save');
    await options.page.waitForFunction(() =>
      document.activeElement?.matches('.term-text[aria-invalid=true]'),
    );
    // With large letters the name has a line of its own, and what is wrong with it the width of the form.
    const widths = await options.page.evaluate(() => {
      document.documentElement.style.fontSize = '24px';
      const parts = ['.term-line', '.term-text', '.term-line .trouble'];
      const found = parts.map((part) => document.querySelector(part)?.getBoundingClientRect().width);
      document.documentElement.style.fontSize = '';
      return [...new Set(found)];
    });
    expect(widths).toHaveLength(1);
    await type(options, '.concept-form .term-text', '今天');
    await click(options, '.concept-form summary', 'Try it out');
    await type(options, '.concept-form .try textarea', '今天下雨，昨今天气不好。');
    await options.page.waitForFunction(
      () => document.querySelector('.try-text mark')?.textContent === '今天',
    );
    const tried = await options.page.evaluate(() => document.querySelector('.try-list')?.textContent ?? '');
    expect(tried).toContain('Marked.');
    expect(tried).toContain('Not marked.');
    // The text of a page, in its own encoding; and what is said where there is none.
    await click(options, '.try-page button', 'Take its text');
    await options.page.waitForFunction(
      () => document.querySelector('#try-address-problem')?.textContent !== '',
    );
    await type(options, '#try-address', new URL('/gbk.html', inject('origin')).href);
    await click(options, '.try-page button', 'Take its text');
    await options.page.waitForFunction(() =>
      document.querySelector('.try-text')?.textContent?.includes('天府新区'),
    );
    await click(options, '.form-foot button', 'Save');
    await waitForRows(options, ['今天']);

    // A second page sees it at once, and what it changes is seen by the first.
    const second = await openExtensionPage('options.html#glossaries/weather/concepts/+');
    await type(second, '.concept-form .term-text', '果园港');
    await click(second, '.form-foot button', 'Save');
    await waitForRows(second, ['今天', '果园港']);
    for (const term of ['港', '江']) {
      await goTo(second, '#glossaries/weather/concepts/+');
      await type(second, '.concept-form .term-text', term);
      await click(second, '.form-foot button', 'Save');
      await second.page.waitForSelector('.form-foot button:disabled');
    }

    // Escape is the input method's while something is composed.
    const formHash = await second.page.evaluate(() => {
      const composing = new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true });
      document.querySelector('.concept-form .term-text')?.dispatchEvent(composing);
      return location.hash;
    });
    expect(formHash).toContain('#glossaries/weather/concepts/');

    // Keys alone: out of the form into the table and back; from one remedy to the next.
    await second.page.keyboard.press('Escape');
    await focusIsOn(second, '.row', '江');
    await second.page.keyboard.press('ArrowUp');
    await focusIsOn(second, '.row', '港');
    // A key that is held down deletes one row, not those that follow it.
    await second.page.keyboard.down('Delete');
    await waitForRows(second, ['今天', '果园港', '江']);
    await second.page.keyboard.down('Delete');
    await second.page.keyboard.up('Delete');
    // What the toast tells of may be long; it covers nothing that can't be scrolled away from it.
    await second.page.waitForSelector('.toast-box');
    const covered = await second.page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      const bottom = document.querySelector('.glossary-page')?.getBoundingClientRect().bottom ?? 0;
      return bottom - (document.querySelector('.toast-box')?.getBoundingClientRect().top ?? 0);
    });
    expect(covered).toBeLessThan(0);
    await click(second, '.toast button', 'Undo');
    await waitForRows(second, ['今天', '果园港', '港', '江']);
    await second.page.focus('.row[tabindex="0"]');
    await focusIsOn(second, '.row', '港');
    await second.page.keyboard.press('Enter');
    await focusIsOn(second, '.term-text', '');
    await goTo(second, '#glossaries/weather/problems');
    await second.page.waitForSelector('.lint-row .button');
    await second.page.focus('.lint-row .button');
    await focusIsOn(second, '.lint-row .button[aria-label*="港"]', 'Do not mark it');
    await second.page.keyboard.press('Enter');
    await focusIsOn(second, '.lint-row .button[aria-label*="江"]', 'Do not mark it');
    await second.page.keyboard.press('Enter');
    await second.page.waitForFunction(() => document.querySelector('.lint-row .button') === null);

    await options.page.bringToFront();
    await waitForRows(options, ['今天', '果园港', '港', '江']);

    // Unsaved text is not lost by going elsewhere.
    await type(options, '.concept-form .term-text', '气');
    await click(options, '.options-side a', 'Sites');
    await click(options, 'dialog button', 'Keep editing');
    expect(
      await options.page.evaluate(() => document.querySelector<HTMLInputElement>('.term-text')?.value),
    ).toBe('今天气');
    // Nor by going back, which leads to the same place as before once more.
    const form = await options.page.evaluate(() => location.hash);
    await options.page.evaluate(() => history.back());
    await click(options, 'dialog button', 'Keep editing');
    expect(await options.page.evaluate(() => location.hash)).toBe(form);
    await options.page.evaluate(() => history.back());
    await click(options, 'dialog button', 'Discard');
    await options.page.waitForFunction(() => location.hash === '#glossaries/weather/concepts');
    await click(options, '.options-side a', 'Glossaries');

    await options.page.waitForFunction(() => document.querySelectorAll('.glossary').length === 2);
    await click(options, '.glossary:nth-child(2) .menu-items button', 'Delete');
    await options.page.waitForFunction(() => document.querySelectorAll('.glossary').length === 1);
    await click(options, '.toast button', 'Undo');
    await options.page.waitForFunction(() => document.querySelectorAll('.glossary').length === 2);

    // Its colour is that of its marks on pages.
    await goTo(options, '#glossaries/weather/details');
    await options.page.waitForSelector('.details input[value=rose]');
    await options.page.evaluate(() =>
      document.querySelector<HTMLElement>('.details input[value=rose]')?.click(),
    );
    // Neither are details.
    await type(options, '.details-plain .form-field:nth-child(2) input', '.5');
    await click(options, '.options-side a', 'Sites');
    await click(options, 'dialog button', 'Keep editing');
    await click(options, '.details .form-foot button', 'Save');
    await options.page.waitForSelector('.details .form-foot button:disabled');
    await goTo(options, '#glossaries');
    await click(options, '.glossary:nth-child(2) .menu-items button', 'Move up');
    await page.page.bringToFront();
    await page.waitForMarks(
      (_texts, marks) =>
        marks.filter(({ text }) => text === '果园港').length === 4 &&
        marks.every(({ text, highlight }) => (highlight === 'gloss-own-dotted-rose') === (text === '果园港')),
    );
    expect(options.errors).toEqual([]);
  });

  test('of a hundred thousand concepts is listed, scrolled, searched and edited', async ({
    openExtensionPage,
  }) => {
    const options = await openExtensionPage('options.html');
    await options.page.waitForSelector('.glossary');
    await options.page.evaluate(async () => {
      const opened = indexedDB.open('pangzhu');
      await new Promise((done) => {
        opened.onsuccess = done;
      });
      const change = opened.result.transaction(['glossaries', 'chunks', 'meta'], 'readwrite');
      change.objectStore('glossaries').put({
        id: 'large',
        name: { en: 'Large' },
        version: '1',
        updated: '2026-11-24',
        // Legal in a glossary, and no language that a browser has a name for.
        language: 'zh-Hans-1',
        categories: {},
        origin: 'own',
        enabled: false,
        edition: 1,
        position: 9,
        conceptCount: 100_000,
      });
      for (let chunk = 0; chunk < 200; chunk++) {
        const concepts = Array.from({ length: 500 }, (_, at) => {
          const id = `c${chunk * 500 + at}`;
          return {
            id,
            terms: [{ text: `概念${id}`, language: 'zh-Hans', status: 'preferred' }],
            definitions: {},
            sources: [],
          };
        });
        change.objectStore('chunks').put(concepts, ['large', chunk]);
      }
      change.objectStore('meta').put(1_000_000, 'revision');
      await new Promise((done) => {
        change.oncomplete = done;
      });
      opened.result.close();
    });
    const table = await openExtensionPage('options.html#glossaries/large/concepts');
    await table.page.waitForSelector('.row');
    const drawn = () => table.page.evaluate(() => document.querySelectorAll('.row').length);
    expect(await drawn()).toBeLessThan(80);
    await table.page.focus('.row');
    await table.press('End');
    await table.page.waitForFunction(() => document.activeElement?.textContent?.includes('概念c99999'));
    await table.press('ArrowUp');
    await table.page.waitForFunction(() => document.activeElement?.textContent?.includes('概念c99998'));
    expect(await drawn()).toBeLessThan(80);
    await type(table, '.browser-tools input', 'C77777');
    await waitForRows(table, ['概念c77777']);
    // What is typed while the form is being saved stays, and is yet to be saved.
    await click(table, '.row', '概念c77777');
    await type(table, '.concept-form .text-row textarea', 'One');
    await table.page.waitForSelector('.form-foot button.primary:enabled');
    await table.page.evaluate(() => {
      document.querySelector('form')?.requestSubmit();
      const text = document.querySelector<HTMLTextAreaElement>('.concept-form .text-row textarea');
      if (text === null) throw new Error('No field');
      text.value = 'One, two';
      text.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await table.page.waitForSelector('.sign-saved');
    await table.page.waitForSelector('.form-foot button.primary:enabled');
    expect(
      await table.page.evaluate(() => document.querySelector('.text-row textarea')?.matches(':focus')),
    ).toBe(true);
    await table.page.click('.form-foot button.primary');
    await table.page.waitForSelector('.form-foot button.primary:disabled');
    await table.page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('.text-row textarea')?.value === 'One, two',
    );
    await goTo(table, '#glossaries');
    await table.page.waitForFunction(() =>
      document.querySelector('.glossary:last-child .facts')?.textContent?.includes('zh-Hans-1'),
    );
  });
});
