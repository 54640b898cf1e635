import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Driver } from '../../scripts/browser/driver.ts';
import { launchBrowser } from '../../scripts/browser/launch.ts';
import { closeWelcomePage } from './browser-test.ts';
import { storeSettings } from './settings.ts';

describe('a browser that is closed and started again', () => {
  test('marks pages at once, as the reader had set it', { timeout: 120_000 }, async () => {
    const profileDir = mkdtempSync(join(tmpdir(), 'pangzhu-profile-'));
    let driver: Driver | undefined;
    const start = async (): Promise<Driver> => {
      driver = await launchBrowser({
        ...inject('browser'),
        language: 'zh-CN',
        extensionDir: inject('extensionDir'),
        profileDir,
      });
      return driver;
    };
    onTestFinished(async () => {
      await driver?.close();
      rmSync(profileDir, { recursive: true, force: true });
    });
    const here = `${inject('origin')}/plain.html`;
    const elsewhere = `${inject('otherOrigin')}/plain.html`;

    const before = await start();
    await closeWelcomePage(before);
    const look = { style: 'wavy', colour: 'rose' };
    await storeSettings(before, {
      underline: look,
      pausedSites: [new URL(inject('otherOrigin')).hostname],
    });
    await (await before.open(here)).waitForMarks((texts) => texts.length === 7);
    await before.close();

    const after = await start();
    const opened = await after.open(here);
    const marks = await opened.waitForMarks((texts) => texts.length === 7);
    expect(new Set(marks.map(({ highlight }) => highlight))).toEqual(new Set(['gloss-wavy-rose']));
    expect(await (await after.open(elsewhere)).settledMarks()).toEqual([]);
    // Chromium's driver has to install the extension again, which is then greeted again.
    if (after.kind === 'firefox') {
      expect((await after.tabUrls()).filter((url) => url.includes('welcome'))).toEqual([]);
    }

    const options = await after.openExtensionPage('options.html');
    await options.click('[role=switch]');
    await opened.waitForMarks((texts) => texts.length === 0);
    await after.close();

    const last = await start();
    expect(await (await last.open(here)).settledMarks()).toEqual([]);
  });
});
