import { describe, expect } from 'vitest';
import { test } from './browser-test.ts';

describe('a page to write on', () => {
  test('has no term underlined in what is being written', async ({ open }) => {
    const tab = await open('/editors.html');
    await tab.waitForMarks();
    const marks = await tab.settledMarks();
    const places = new Set(marks.map(({ within }) => within));
    expect(places).toContain('outside');
    for (const editor of ['editable', 'plaintext', 'area', 'field', 'textbox', 'in-body', 'in-design'])
      expect(places).not.toContain(editor);
    await tab.waitForMarks((_texts, all) => all.every(({ within }) => within !== 'in-late'));
  });

  test('has no term underlined while all of it is edited, and all again afterwards', async ({ open }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    const edit = (mode: 'on' | 'off'): Promise<void> =>
      tab.page.evaluate((wanted) => {
        document.designMode = wanted;
        document.body.append(wanted);
      }, mode);
    await edit('on');
    await tab.waitForMarks((texts) => texts.length === 0);
    await edit('off');
    await tab.waitForMarks((texts) => texts.length === 7);
  });

  test('has no term underlined in a paragraph that is moved into an editor, and it again when that is moved out', async ({
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks((texts) => texts.length === 7);
    await tab.page.evaluate(() => {
      const editor = document.createElement('div');
      editor.contentEditable = 'true';
      document.body.append(editor);
      editor.append(document.getElementById('first') as HTMLElement);
    });
    await tab.waitForMarks((texts) => texts.length === 5);
    await tab.page.evaluate(() => document.body.prepend(document.getElementById('first') as HTMLElement));
    await tab.waitForMarks((texts) => texts.length === 7);
  });

  test('keeps what is typed as it is typed', async ({ open }) => {
    const tab = await open('/editors.html');
    await tab.waitForMarks();
    for (const id of ['editable', 'area', 'field']) {
      await tab.page.click(`#${id}`);
      await tab.page.keyboard.type('天府新区');
    }
    await tab.settledMarks();
    const written = await tab.page.evaluate(() => ({
      html: document.getElementById('editable')?.innerHTML ?? '',
      area: document.querySelector('textarea')?.value ?? '',
      field: document.querySelector('input')?.value ?? '',
    }));
    expect(written.html.replace('天府新区', '')).toBe('正在写的果园港<b>和两江</b>新区');
    expect(written.area).toContain('天府新区');
    expect(written.field).toContain('天府新区');
    expect((await tab.marks()).map(({ text }) => text)).not.toContain('天府新区');
  });

  test('leaves a ProseMirror document to its writer', async ({ open }) => {
    const tab = await open('/prosemirror.html');
    await tab.waitForMarks();
    await tab.page.click('#editor .ProseMirror p');
    await tab.press('End');
    await tab.page.keyboard.type('，还有天府新区');
    await tab.press('Enter');
    await tab.page.keyboard.type('宜宾港');
    await tab.settledMarks();
    expect(await tab.page.evaluate('editor.text()')).toBe('正在写的果园港，还有天府新区\n宜宾港\n和两江新区');
    expect((await tab.marks()).map(({ within }) => within)).toEqual(['outside']);
    expect(tab.errors).toEqual([]);
  });
});
