import { describe, expect } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { serve } from '../support/publisher-server.ts';
import { test } from './browser-test.ts';
import { click, glossaryFile, startPublisher, waitForText } from './publisher.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: {
  alarms: { create(name: string, when: { when: number }): void; getAll(): Promise<unknown[]> };
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
};

/** As if the time of the next check had come. */
async function makeDue(driver: Driver): Promise<void> {
  await driver.evaluateInExtension(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('pangzhu');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('subscriptions', 'readwrite');
      const store = transaction.objectStore('subscriptions');
      store.openCursor(IDBKeyRange.bound('subscription ', 'subscription \uffff')).onsuccess = ({
        target,
      }) => {
        const { result: cursor } = target as IDBRequest<IDBCursorWithValue | null>;
        cursor?.update({ ...cursor.value, nextCheckMs: 0 });
        cursor?.continue();
      };
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    database.close();
    chrome.alarms.create('check-subscriptions', { when: Date.now() + 2000 });
  });
}

describe('a subscription', () => {
  test('is looked at, subscribed to, kept up to date, gone back from, and outlives the background', async ({
    driver,
    openExtensionPage,
    tabs,
  }) => {
    const publisher = await startPublisher('临江码头与朝天渡口之间有一条老街。');
    const address = `${publisher.origin}/words.json`;
    const publish = (version: string, ...terms: string[]): void =>
      void publisher.paths.set('/words.json', serve(glossaryFile(version, ...terms)));
    publish('1', '临江码头', '老街');
    const page = await driver.open(`${publisher.origin}/page.html`);
    tabs.push(page);

    // Without a subscription nothing is ever due.
    expect(await driver.evaluateInExtension(() => chrome.alarms.getAll())).toEqual([]);

    // The link fills in the address, and asks for nothing by itself.
    const options = await openExtensionPage(`options.html#subscribe?url=${encodeURIComponent(address)}`);
    await options.page.waitForSelector('#subscription-address');
    expect(
      await options.page.$eval('#subscription-address', (field) => (field as HTMLInputElement).value),
    ).toBe(address);
    expect(publisher.requests.filter(({ path }) => path === '/words.json')).toEqual([]);
    await click(options, '查看', 'Look at it');
    await waitForText(options, '由The Newsroom发布', 'Published by The Newsroom');
    expect(await options.page.$eval('.options-main .notice', (none) => none.checkVisibility())).toBe(false);
    expect(await page.marks()).toEqual([]);
    await click(options, '订阅', 'Subscribe');
    await page.waitForMarks((texts) => texts.join() === '临江码头,老街');

    // An update that the alarm brings, after the background was stopped.
    publish('2', '临江码头', '朝天渡口');
    await driver.killBackground();
    await makeDue(driver);
    await page.waitForMarks((texts) => texts.join() === '临江码头,朝天渡口');
    await options.page.waitForSelector('.history .changes');
    const changes = await options.page.$eval('.history .changes', (list) => list.textContent);
    expect(changes).toMatch(/新增 1 个|1 new/);
    expect(changes).toContain('朝天渡口');
    expect(changes).toMatch(/移除 1 个|1 removed/);

    // A server that fails is told of in plain words; nothing is lost.
    publisher.paths.set('/words.json', serve('<!doctype html><title>Sign in</title>'));
    await click(options, '立即检查', 'Check now');
    await waitForText(options, '那里的内容不是术语表', 'What is there is not a glossary');
    expect((await page.marks()).map(({ text }) => text)).toEqual(['临江码头', '朝天渡口']);

    publish('2', '临江码头', '朝天渡口');
    await click(options, '改用此版本', 'Use this version');
    await page.waitForMarks((texts) => texts.join() === '临江码头,老街');

    // With "ask me first" the next one waits.
    await options.page.click('.subscription input[value=ask]');
    publish('3', '临江码头', '老街', '朝天渡口');
    await click(options, '立即检查', 'Check now');
    await waitForText(options, '有新版本 3', 'Version 3 is there');
    await click(options, '跳过此版本', 'Skip this version');
    await waitForText(options, '已跳过版本 3', 'You skipped version 3');
    await click(options, '仍要查看', 'Offer it again');
    await waitForText(options, '有新版本 3', 'Version 3 is there');
    expect((await page.marks()).map(({ text }) => text)).toEqual(['临江码头', '老街']);
    await click(options, '应用', 'Apply');
    await page.waitForMarks((texts) => texts.length === 3);

    // Removed with its glossary, and back again.
    await click(options, '取消订阅', 'Unsubscribe');
    await click(options, '保留订阅', 'Stay subscribed');
    await click(options, '取消订阅', 'Unsubscribe');
    await click(options, '取消并删除术语表', 'Unsubscribe and delete');
    await page.waitForMarks((texts) => texts.length === 0);
    await click(options, '撤销', 'Undo');
    await page.waitForMarks((texts) => texts.length === 3);
    await options.page.waitForSelector('.subscription');
    expect(options.errors).toEqual([]);

    // Nothing about the page, and nobody, was told to the publisher.
    for (const { path, headers } of publisher.requests) {
      if (path !== '/words.json') continue;
      expect(headers['referer']).toBeUndefined();
      expect(headers['cookie']).toBeUndefined();
    }
  });

  test('can be to a glossary in another format', async ({ driver, openExtensionPage, tabs }) => {
    const publisher = await startPublisher('缆车从栈桥开往凉亭。');
    const entries = ['栈桥', '凉亭'].map(
      (term) =>
        `<conceptEntry><langSec xml:lang="zh"><termSec><term>${term}</term></termSec></langSec></conceptEntry>`,
    );
    const tbx = `<tbx type="TBX-Basic"><tbxHeader><fileDesc><titleStmt><title>Harbour words</title></titleStmt>
      </fileDesc></tbxHeader><text><body>${entries.join('')}</body></text></tbx>`;
    publisher.paths.set('/words', serve(tbx, { 'content-type': 'application/octet-stream' }));
    const page = await driver.open(`${publisher.origin}/page.html`);
    tabs.push(page);
    const options = await openExtensionPage(
      `options.html#subscribe?url=${encodeURIComponent(`${publisher.origin}/words`)}`,
    );
    await click(options, '查看', 'Look at it');
    await waitForText(options, 'Harbour words');
    await click(options, '订阅', 'Subscribe');
    await page.waitForMarks((texts) => texts.join() === '栈桥,凉亭');
    // A file that breaks is told of with its place, and nothing is lost.
    publisher.paths.set('/words', serve(tbx.replace('</langSec>', '</langSect>')));
    await options.page.evaluate(() => {
      const rows = [...document.querySelectorAll('.subscription')];
      const row = rows.find(({ textContent }) => textContent?.includes('Harbour words'));
      row?.querySelector<HTMLElement>('.actions button')?.click();
    });
    await waitForText(options, '第一处：第 2 行第', 'error: line 2, character');
    expect((await page.marks()).map(({ text }) => text)).toEqual(['栈桥', '凉亭']);
    expect(options.errors).toEqual([]);
    if (driver.kind !== 'chromium') return;
    // The page that was there to have a worker is gone with it.
    const left = await driver.evaluateInExtension(() =>
      chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] }),
    );
    expect(left).toEqual([]);
  });
});
