import { describe, expect } from 'vitest';
import { serve } from '../support/publisher-server.ts';
import { test as base, startBrowser } from './browser-test.ts';
import { click, glossaryFile, startPublisher, waitForText } from './publisher.ts';

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  .extend('driver', { scope: 'file' }, async ({}, { onCleanup }) => {
    const driver = await startBrowser({ ownHome: true });
    onCleanup(() => driver.close());
    return driver;
  });

/** Texts of the options page in the language that the policy sets, whatever the browser's is. */
const MANAGED = '由你的組織設定';

describe('the policy of an organisation', () => {
  test('presets glossaries, sites and settings, and gives them up when it is lifted', async ({
    driver,
    openExtensionPage,
    tabs,
    skip,
  }) => {
    const publisher = await startPublisher('临江码头与朝天渡口之间有一条老街。');
    const address = `${publisher.origin}/house.json`;
    publisher.paths.set('/house.json', serve(glossaryFile('1', '临江码头', '老街')));
    const possible = await driver.setPolicy({
      subscriptions: [{ address }, { address: 'http://example.org/not-encrypted.json' }],
      pausedSites: ['localhost', 7],
      settings: { uiLanguage: 'zh-TW', nonsense: true },
    });
    if (!possible) skip(`${driver.version} takes no policies from a test`);

    // The glossary is the organisation's: it is there, fetched like any other, and cannot be ended.
    const options = await openExtensionPage('options.html#subscriptions');
    await waitForText(options, MANAGED);
    await click(options, '立即檢查');
    const paused = await driver.open(`${publisher.origin.replace('127.0.0.1', 'localhost')}/page.html`);
    const page = await driver.open(`${publisher.origin}/page.html`);
    tabs.push(paused, page);
    await page.waitForMarks((texts) => texts.join() === '临江码头,老街');
    const buttons = (): Promise<string[]> =>
      options.page.$$eval('.subscription button', (all) => all.map((one) => one.textContent ?? ''));
    expect(await buttons()).not.toContain('取消訂閱');

    // A site of the policy is switched off, and says whose doing that is.
    expect(await paused.marks()).toEqual([]);
    const sites = await openExtensionPage('options.html#sites');
    await waitForText(sites, `localhost${MANAGED}`);

    // Lifted: what it set goes, what it brought is the reader's.
    await driver.setPolicy({});
    await paused.waitForMarks((texts) => texts.join() === '临江码头,老街');
    await page.waitForMarks((texts) => texts.join() === '临江码头,老街');
    // Firefox has loaded the extension anew, and its pages are gone.
    const after = driver.kind === 'firefox' ? await openExtensionPage('options.html#subscriptions') : options;
    await waitForText(after, 'Unsubscribe', '取消订阅');
    expect(await after.page.$eval('body', (body) => body.textContent)).not.toContain(MANAGED);
    expect(after.errors).toEqual([]);
  });
});
