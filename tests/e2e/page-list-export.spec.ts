import { describe, expect } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { clickIn, listOf, openPanelFor, openPlain, storeGlossary } from './page-list.ts';

describe('the export', () => {
  /** Catches what a click on the n-th button takes away, in place of clipboard and download folder. */
  async function takeAway(panel: Tab, format: string, n: number): Promise<{ text: string; name: string }> {
    await panel.page.evaluate((value) => {
      document.querySelector<HTMLElement>('.export')?.setAttribute('open', '');
      document.querySelector<HTMLElement>(`.export input[value=${value}]`)?.click();
    }, format);
    await panel.page.waitForFunction(
      (value) => document.querySelector<HTMLInputElement>(`.export input[value=${value}]`)?.checked,
      {},
      format,
    );
    return panel.page.evaluate(
      (at) =>
        new Promise<{ text: string; name: string }>((resolve) => {
          let blob = new Blob();
          Object.defineProperty(navigator.clipboard, 'writeText', {
            configurable: true,
            value: async (text: string) => resolve({ text, name: '' }),
          });
          const make = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (made: Blob) => {
            blob = made;
            return make(made);
          };
          HTMLAnchorElement.prototype.click = async function (this: HTMLAnchorElement) {
            const bytes = new Uint8Array(await blob.arrayBuffer());
            resolve({
              text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
              name: this.download,
            });
          };
          document.querySelectorAll<HTMLElement>('.export .button')[at]?.click();
        }),
      n,
    );
  }

  test('copies a study sheet of what the list shows', async ({ driver, open, openExtensionPage }) => {
    const { panel } = await openPlain(driver, open, openExtensionPage);
    const field = await panel.page.waitForSelector('input[type=search]');
    await field?.type('果園');
    await expect.poll(async () => (await listOf(panel)).length).toBe(1);
    const { text } = await takeAway(panel, 'markdown', 0);
    expect(text).toMatch(/^# 一段平常的话\n/);
    expect(text).toContain('### 果园港');
    expect(text).toContain('> 清早的**果园港**已经亮灯，两江新区的货车排到了路口。');
    expect(text).not.toContain('天府新区\n');
    await expect
      .poll(() => panel.page.evaluate(() => document.querySelector('.exported')?.textContent))
      .toContain('1');
  });

  test('says of a term what its card and its popover say first', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    // Another 果园港, in a glossary that comes last and has most of the terms on the page.
    await storeGlossary(driver, '码头上', ['果园港', '货车', '路口', '工程师', '清早']);
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.includes('货车'));
    await tab.hover('果园港');
    const { text: popover } = await tab.waitForPopover();
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    await panel.page.waitForSelector('.term-item');
    await clickIn(panel, '果园港', '.term-open');
    await panel.page.waitForSelector('.card .definition');
    const card = await panel.page.evaluate(() => document.querySelector('.card .definition')?.textContent);
    const { text: sheet } = await takeAway(panel, 'markdown', 0);
    for (const text of [popover, card, sheet]) expect(text).toContain('码头上的果园港。');
    await storeGlossary(driver, '码头上', undefined);
  });

  test.for([
    ['csv', 'csv', /^\ufeff.*\r\n(?:.*\r\n){4,}$/s],
    ['anki', 'txt', /^#separator:tab\n#html:true\n.*果园港\t/s],
  ] as const)(
    'saves a file for %s',
    async ([format, extension, form], { driver, open, openExtensionPage }) => {
      const { panel } = await openPlain(driver, open, openExtensionPage);
      const { text, name } = await takeAway(panel, format, 1);
      expect(name).toMatch(new RegExp(`^pangzhu-127\\.0\\.0\\.1-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`));
      expect(text).toMatch(form);
      for (const term of ['果园港', '两江新区', '天府新区', '成渝地区双城经济圈'])
        expect(text).toContain(term);
    },
  );
});
