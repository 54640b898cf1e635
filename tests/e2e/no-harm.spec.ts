import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { PROJECT_DIR } from '../../scripts/build-extension.ts';
import { startBrowser } from './browser-test.ts';

/** Every fixture and the demo article; pages from outside are compared by `npm run measure`. */
const PAGES = readdirSync(join(PROJECT_DIR, 'tests', 'fixtures', 'pages'))
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file}`)
  .concat('/demo/article.html');

/** Pages opened at once: what takes long is waiting whether more marks come. */
const AT_ONCE = 12;

/** Runs in the page; resolves when it has been drawn a few times. */
async function nextFrames(): Promise<void> {
  for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
}

/** The DOM of each page once it has settled, and how many marks it then has. */
async function readPages(paths: string[], { withExtension }: { withExtension: boolean }) {
  const driver = await startBrowser({ withExtension });
  try {
    const pages = new Map<string, { dom: string; marks: number }>();
    for (let start = 0; start < paths.length; start += AT_ONCE) {
      const opened: [path: string, tab: Tab][] = [];
      for (const path of paths.slice(start, start + AT_ONCE)) {
        const tab = await driver.open(inject('origin') + path);
        // A page that adds lines when it is seen does it now: behind the next tab it will not be.
        await tab.page.evaluate(nextFrames);
        opened.push([path, tab]);
      }
      await Promise.all(
        opened.map(async ([path, tab]) => {
          const marks = withExtension ? (await tab.settledMarks()).length : 0;
          pages.set(path, { dom: await tab.serializeDom(), marks });
          await tab.close();
        }),
      );
    }
    return pages;
  } finally {
    await driver.close();
  }
}

describe('a page that has been underlined', () => {
  test('has the DOM that it has without the extension, shadow trees and frames included', {
    timeout: 300_000,
  }, async () => {
    const before = await readPages(PAGES, { withExtension: false });
    const after = await readPages(PAGES, { withExtension: true });
    expect(PAGES.filter((path) => after.get(path)?.dom !== before.get(path)?.dom)).toEqual([]);
    const marks = [...after.values()].reduce((sum, page) => sum + page.marks, 0);
    expect(marks).toBeGreaterThan(50);
  });
});
