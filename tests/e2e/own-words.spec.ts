import type { Frame } from 'puppeteer-core';
import { afterEach, describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { tabIdOf } from '../../scripts/browser/tab-id.ts';
import { test } from './browser-test.ts';
import { openPanelFor, openPlain, SEVEN } from './page-list.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<{ reply: { terms: { key: string; text: string }[] } }> };
};

let form: Tab | undefined;
afterEach(async () => {
  await form?.close().catch(() => undefined);
  form = undefined;
});

/** Selects a text in an element of a page or frame. */
const select = (frame: Frame, selector: string, text: string): Promise<void> =>
  frame.evaluate(
    ([wanted, part]) => {
      const host = document.querySelector(wanted);
      const walker = document.createTreeWalker(host?.shadowRoot ?? host ?? document, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(part);
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + part.length);
      }
    },
    [selector, text] as const,
  );

/** Selects from the beginning of one text to the end of another, through whatever stands between them. */
const selectBetween = (frame: Frame, from: string, to: string): Promise<void> =>
  frame.evaluate(
    (first, last) => {
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
      const start = nodes.find(({ data }) => data.includes(first));
      const end = nodes.find(({ data }) => data.includes(last));
      if (start === undefined || end === undefined) return;
      const [at, behind] = [start.data.indexOf(first), end.data.indexOf(last) + last.length];
      getSelection()?.setBaseAndExtent(start, at, end, behind);
    },
    from,
    to,
  );

async function openForm(driver: Driver, panel: Tab): Promise<Tab> {
  await panel.click('.panel-head .quiet');
  form = await driver.waitForTab((url) => url.startsWith(driver.extensionUrl('note.html')));
  await form.page.waitForSelector('.note-term');
  return form;
}

const fieldValue = (tab: Tab, selector: string): Promise<string | undefined> =>
  tab.page.evaluate((wanted) => document.querySelector<HTMLInputElement>(wanted)?.value, selector);

const textOf = (tab: Tab, selector: string): Promise<string> =>
  tab.page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

async function fill(tab: Tab, selector: string, text: string): Promise<void> {
  await tab.page.evaluate(
    ([wanted, value]) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      if (field === null) return;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [selector, text] as const,
  );
}

/** What stands in the field that is wrong, which has the focus; and whether what is wrong can be seen. */
const wrongField = ({ page }: Tab) =>
  page.evaluate(() => {
    const trouble = document.querySelector('.trouble')?.getBoundingClientRect() ?? new DOMRect();
    const there = document.elementFromPoint(trouble.x + 1, trouble.y + trouble.height / 2);
    const field = document.activeElement;
    const wrong = field?.getAttribute('aria-invalid') === 'true';
    return {
      field: wrong ? (field as HTMLTextAreaElement).value : undefined,
      shown: there?.className === 'trouble',
    };
  });

/** Unfolds the first card of a panel; afterwards: what it says, and whether the list was ever empty meanwhile. */
async function watchList({ page }: Tab): Promise<() => Promise<{ emptied: boolean; definition: string }>> {
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('.term-open')?.click();
    new MutationObserver(() => {
      if (document.querySelector('.term-item') === null) document.body.dataset['emptied'] = '';
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.waitForSelector('.term-item .card .definition');
  return () =>
    page.evaluate(() => ({
      emptied: document.body.dataset['emptied'] !== undefined,
      definition: document.querySelector('.card .definition')?.textContent ?? '',
    }));
}

describe('a term of the reader', () => {
  test('is taken from a selection, marked at once, changed, deleted and brought back', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const { tab, panel } = await openPlain(driver, open, openExtensionPage);
    await select(tab.page.mainFrame(), '#first', '货车');
    const listed = await watchList(panel);
    const before = await listed();
    const note = await openForm(driver, panel);
    expect(await fieldValue(note, '.note-term')).toBe('货车');
    expect(await fieldValue(note, '.note-source textarea')).toBe(
      '清早的果园港已经亮灯，两江新区的货车排到了路口。',
    );
    expect(await textOf(note, '.note-address')).toContain(tab.page.url());

    // The same term in other characters is known; a new one is not.
    await fill(note, '.note-term', '兩江新區');
    await expect.poll(() => textOf(note, '.known')).toContain('两江新区');
    await fill(note, '.note-term', '货车');
    await expect.poll(() => textOf(note, '.known')).toBe('');

    // What can't be stored is said in words, before anything is.
    const names = '.note-field:nth-child(3) textarea';
    await fill(note, names, 'x'.repeat(129));
    await note.click('.button.primary');
    await expect.poll(() => textOf(note, '.trouble')).toMatch(/“x+…”.*129.*128/);
    await expect.poll(() => wrongField(note)).toEqual({ field: 'x'.repeat(129), shown: true });
    await fill(note, names, '');

    await fill(note, '.note-field textarea', '运货的车。');
    // Once too often: it is kept once.
    await note.page.focus('.note-field textarea');
    await note.page.keyboard.down('Control');
    await note.press('Enter');
    await note.press('Enter');
    await note.page.keyboard.up('Control');
    await tab.waitForMarks((texts) => texts.includes('货车'));
    await note.close();

    const tabId = await tabIdOf(driver, tab);
    const key = await driver.evaluateInExtension(async (id) => {
      const message = { name: 'getPageTerms', request: { tabId: id } };
      const { reply } = await chrome.runtime.sendMessage(message);
      return reply.terms.find(({ text }) => text === '货车')?.key ?? '';
    }, tabId);
    const [glossary = '', concept = ''] = key.split('/');
    const path = `note.html?${new URLSearchParams({ glossary, concept })}`;
    const again = await openExtensionPage(path);
    await again.page.waitForSelector('.note-term');
    expect(await fieldValue(again, '.note-field textarea')).toBe('运货的车。');
    await again.click('.button.danger');
    await tab.waitForMarks(SEVEN);
    await again.page.waitForSelector('.note-done .button');
    await again.click('.note-done .button');
    await tab.waitForMarks((texts) => texts.includes('货车'));
    const last = await openExtensionPage(path);
    await last.page.waitForSelector('.note-term');
    await last.click('.button.danger');
    await tab.waitForMarks(SEVEN);
    // The list beside the page has stood all the while, and what was unfolded in it is as it was.
    await expect.poll(listed).toEqual(before);
  });

  test('is taken from frames, of other origins and of no address', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/frames.html');
    await tab.waitForMarks((texts) => texts.length >= 7);
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    const inner = tab.page.frames().find((frame) => frame.url().endsWith('?cross'));
    const written = tab.page.frames().find((frame) => frame.url() === 'about:srcdoc');
    if (inner === undefined || written === undefined) throw new Error('no such frames');
    await select(inner, 'p', '框架');
    const note = await openForm(driver, panel);
    expect(await fieldValue(note, '.note-term')).toBe('框架');
    expect(await fieldValue(note, '.note-source textarea')).toBe('框架里的果园港。');
    expect(await textOf(note, '.note-address')).toContain(inner.url());
    await note.close();
    await inner.evaluate(() => getSelection()?.removeAllRanges());
    await select(written, 'p', '属性');
    const other = await openForm(driver, panel);
    expect(await fieldValue(other, '.note-term')).toBe('属性');
    // Its own address leads nowhere.
    expect(await textOf(other, '.note-address')).toContain(tab.page.url());
  });

  test('is taken with its sentence through readings, line breaks, markup and blanks', async ({
    driver,
    open,
    openExtensionPage,
  }) => {
    const tab = await open('/plain.html');
    await tab.page.setContent(`<title>江边</title>
      <p>走吧。我们去<ruby>重<rt>chóng</rt>庆<rt>qìng</rt></ruby>看灯。晚了。</p>
      <p>走吧。清早的两江
        新区亮灯。晚了。</p>
      <p>走吧。清早的天府<br>广场亮灯。晚了。</p>
      <p>走吧。清早的<b>果园</b>&nbsp;码头亮灯。晚了。</p>
      <p>走吧。运行<code>git</code>工具就行。晚了。</p>`);
    const panel = await openPanelFor(driver, tab, openExtensionPage);
    for (const [from, to, term, sentence] of [
      ['重', '庆', '重庆', '我们去重庆看灯。'],
      ['两江', '新区', '两江 新区', '清早的两江 新区亮灯。'],
      ['天府', '广场', '天府 广场', '清早的天府 广场亮灯。'],
      ['果园', '码头', '果园 码头', '清早的果园 码头亮灯。'],
      ['运行', '工具', '运行git工具', '运行工具就行。'],
      ['看灯', '新区', '看灯。晚了。 走吧。清早的两江 新区', ''],
    ] as const) {
      await selectBetween(tab.page.mainFrame(), from, to);
      const note = await openForm(driver, panel);
      expect(await fieldValue(note, '.note-term')).toBe(term);
      expect(await fieldValue(note, '.note-source textarea')).toBe(sentence);
      await note.close();
    }
  });

  test('is taken from the frame with the keyboard, where something is selected in several', async ({
    driver,
    open,
  }) => {
    const tab = await open('/frames.html');
    await tab.waitForMarks((texts) => texts.length >= 7);
    const inner = tab.page.frames().find((frame) => frame.url().endsWith('?cross'));
    if (inner === undefined) throw new Error('no such frame');
    await select(tab.page.mainFrame(), '#top', '外面');
    await tab.page.bringToFront();
    await tab.page.evaluate(() => document.querySelector<HTMLElement>('#cross')?.focus());
    await select(inner, 'p', '框架');
    await expect.poll(() => inner.evaluate(() => document.hasFocus())).toBe(true);
    const tabId = await tabIdOf(driver, tab);
    await driver.evaluateInExtension(async (id) => {
      await chrome.runtime.sendMessage({ name: 'addNote', request: { tabId: id } });
    }, tabId);
    form = await driver.waitForTab((url) => url.startsWith(driver.extensionUrl('note.html')));
    await form.page.waitForSelector('.note-term');
    expect(await fieldValue(form, '.note-term')).toBe('框架');
  });
});
