import iconv from 'iconv-lite';
import { describe, expect } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { dropFile, dropFiles, pickFile, savedBy } from './files.ts';

/** Clicks the n-th of the buttons at the end of the import or export. */
const act = (tab: Tab, form: string, n = 0): Promise<void> =>
  tab.page.evaluate(
    (selector, at) => document.querySelectorAll<HTMLElement>(`${selector} > .actions .button`)[at]?.click(),
    form,
    n,
  );

/** What the page says in an element, as one line. */
const textOf = (tab: Tab, selector: string): Promise<string> =>
  tab.page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>(wanted)]
        .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
        .filter((text) => text !== '')
        .join(' '),
    selector,
  );

const TABLE = [
  '术语,英文,释义,链接',
  '朝天渡口,Chaotian Ferry,嘉陵江边的老渡口。,https://example.org/a',
  ',,没有名字的,',
  '临江码头,,,javascript:alert(1)',
  '',
].join('\r\n');

/** A file with the id of the embedded glossary, and a concept that it does not have. */
const WITH_ENGINEER = {
  format: 'pangzhu-glossary',
  formatVersion: 1,
  id: 'chengdu-chongqing',
  name: { zh: '成渝地区术语' },
  version: '1',
  updated: '2026-11-25',
  language: 'zh-Hans',
  categories: {},
  concepts: [
    {
      id: 'engineer',
      terms: [{ text: '工程师', language: 'zh-Hans', status: 'preferred' }],
      definitions: { zh: '设计和建造的人。' },
      sources: [],
    },
  ],
};

describe('the exchange of glossaries', () => {
  test('takes a table in GBK with mistakes in it: a dry run, then marks; and gives it back', async ({
    open,
    openExtensionPage,
  }) => {
    const page = await open('/ports.html');
    expect((await page.settledMarks()).map(({ text }) => text)).not.toContain('朝天渡口');
    const options = await openExtensionPage('options.html');
    await options.page.waitForSelector('.options-main');

    // Dropped in any section of the page.
    await dropFile(options, '渡口.csv', iconv.encode(TABLE, 'gbk'));
    await options.page.waitForSelector('.import-plan .changes');
    expect(await textOf(options, '.import-problems tbody td:first-child')).toMatch(
      /^(第 3 行|row 3) · 术语 (第 4 行|row 4) · 链接$/,
    );
    expect(await textOf(options, '.problem-value')).toBe('javascript:alert(1)');
    expect(
      await options.page.$$eval('.mapper select', (selects) => selects.map(({ value }) => value)),
    ).toEqual(['term', 'term:en', 'definition', 'source.url']);
    expect(
      await options.page.$eval('.import-encoding select', (select) => (select as HTMLSelectElement).value),
    ).toBe('gb18030');
    const problems = await savedBy(options, () => act(options, '.import-problems'));
    expect(problems.name).toBe('渡口.csv.problems.csv');
    expect(problems.text.split('\r\n')).toHaveLength(4);

    // Nothing is stored by looking, and nothing by giving up.
    await act(options, '.import-review', 1);
    await options.page.waitForSelector('.drop-zone');
    expect((await page.settledMarks()).map(({ text }) => text)).not.toContain('朝天渡口');

    await dropFile(options, '渡口.csv', iconv.encode(TABLE, 'gbk'));
    await options.page.waitForFunction(
      () =>
        document.querySelector<HTMLButtonElement>('.import-review > .actions .primary')?.disabled === false,
    );
    await act(options, '.import-review');
    await options.page.waitForSelector('.notice a[href^="#glossaries/"]');
    const marks = await page.waitForMarks(
      (texts) => texts.includes('朝天渡口') && texts.includes('临江码头'),
    );
    expect(marks.length).toBeGreaterThan(1);

    // Given back as a file, and taken again, it is the same.
    await options.page.select('.export-which select', await ownId(options));
    await options.page.evaluate(() =>
      document.querySelector<HTMLElement>('.export-form input[value="tbx-dct"]')?.click(),
    );
    const file = await savedBy(options, () => act(options, '.export-form'));
    expect(file.name).toMatch(/\.tbx$/);
    expect(file.text).toContain('<term>朝天渡口</term>');
    await dropFile(options, file.name, new TextEncoder().encode(file.text));
    await options.page.waitForSelector('.import-plan .facts');
    expect(await textOf(options, '.import-plan .facts')).toMatch(/^2 /);
    expect(await options.page.$('.import-plan .changes')).toBeNull();
  });

  test('keeps what a file changes in somebody else’s glossary as one’s own edits', async ({
    open,
    openExtensionPage,
  }) => {
    const page = await open('/plain.html');
    await page.waitForMarks((texts) => texts.includes('果园港'));
    const options = await openExtensionPage('options.html#exchange');
    await options.page.waitForSelector('.drop-zone');
    await dropFile(options, 'mine.json', new TextEncoder().encode(JSON.stringify(WITH_ENGINEER)));
    // A new glossary is offered first, with a word on the one that has its id.
    await options.page.waitForSelector('.import-target .hint');
    await options.page.select('.target-fields select', WITH_ENGINEER.id);
    await options.page.waitForSelector('.import-target input[value=add]');
    expect(await options.page.$('.import-target input[value=replace]')).toBeNull();
    await options.click('.import-review > .actions .primary:enabled');
    await page.waitForMarks((texts) => texts.includes('工程师') && texts.includes('果园港'));
    expect(
      await options.page.$$eval('.export-which option', (all) => all.map(({ value }) => value)),
    ).toContain(WITH_ENGINEER.id);
    await options.click('.toast button');
    await page.waitForMarks((texts) => !texts.includes('工程师') && texts.includes('果园港'));
  });

  test('leaves all or nothing behind when it is cancelled while it is being stored', async ({
    openExtensionPage,
  }) => {
    const options = await openExtensionPage('options.html#exchange');
    await options.page.waitForSelector('.drop-zone');
    const rows = Array.from({ length: 5_000 }, (_, at) => `词${at},释义${at}`);
    await dropFile(options, 'many.csv', new TextEncoder().encode(`术语,释义\n${rows.join('\n')}\n`));
    await options.page.waitForSelector('.import-review > .actions .primary:enabled');
    await options.page.evaluate(async () => {
      const press = (at: number): void =>
        document.querySelectorAll<HTMLElement>('.import-review > .actions .button')[at]?.click();
      press(0);
      // The worker is at it.
      await new Promise((done) => setTimeout(done, 30));
      press(1);
    });
    await options.page.waitForSelector('.drop-zone');
    const stored = await options.page.evaluate(async () => {
      const opened = indexedDB.open('pangzhu');
      await new Promise((done) => {
        opened.onsuccess = done;
      });
      const read = (store: string): Promise<unknown[]> =>
        new Promise((done) => {
          const asked = opened.result.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => done(asked.result);
        });
      const all = (await read('glossaries')) as { id: string; conceptCount: number }[];
      const concepts = ((await read('chunks')) as { id: string }[][]).flat();
      return {
        listed: all.map(({ id }) => id),
        counted: all.reduce((sum, { conceptCount }) => sum + conceptCount, 0),
        there: concepts.length,
      };
    });
    expect(stored.there).toBe(stored.counted);
    // What the page offers is what is there.
    await expect
      .poll(() => options.page.$$eval('.export-which option', (list) => list.map(({ value }) => value)))
      .toEqual(stored.listed);
    expect(options.errors).toEqual([]);
  });

  test('says why a file can not be read', async ({ openExtensionPage }) => {
    const options = await openExtensionPage('options.html#exchange');
    await options.page.waitForSelector('.drop-zone');
    await dropFiles(options, ['a.json', 'b.json'], new TextEncoder().encode('{}'));
    await options.page.waitForSelector('.import-start .trouble:not(:empty)');
    expect(await textOf(options, '.import-start .trouble')).toContain('2');
    expect(await options.page.$('.import-problems')).toBeNull();
    await dropFile(options, 'page.json', new TextEncoder().encode('<!doctype html><html></html>'));
    await options.page.waitForSelector('.import-review .notice[role=alert]');
    expect(await textOf(options, '.notice-title')).toContain('page.json');
    expect(await textOf(options, '.notice-text')).toContain('TBX');
    // Nothing looks as if there were something to go on with.
    expect(await options.page.$('.import-review > .actions, .import-encoding, .import-problems')).toBeNull();
    // Another one takes its place.
    await pickFile(options, '.import-review input[type=file]', 'a.csv', '术语\n栈桥\n');
    await options.page.waitForSelector('.import-review > .actions .primary');
  });
});

/** The glossary that was imported last: the last one of the list. */
const ownId = (tab: Tab): Promise<string> =>
  tab.page.$eval(
    '.export-which select',
    (select) =>
      (select as HTMLSelectElement).options.item((select as HTMLSelectElement).length - 1)?.value ?? '',
  );
