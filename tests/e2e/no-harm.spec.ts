import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { PROJECT_DIR } from '../../scripts/build-extension.ts';
import { startBrowser } from './browser-test.ts';
import { listSavedPages } from './server.ts';

const FIXTURES = readdirSync(join(PROJECT_DIR, 'tests', 'fixtures', 'pages'))
  .filter((file) => file.endsWith('.html'))
  .map((file) => `/${file}`);

/** The DOM of each page once it has settled, and how many marks it then has. */
async function readPages(paths: string[], { withExtension }: { withExtension: boolean }) {
  const driver = await startBrowser({ withExtension });
  try {
    const pages = new Map<string, { dom: string; marks: number }>();
    for (const path of paths) {
      const tab = await driver.open(inject('origin') + path);
      const marks = withExtension ? (await tab.settledMarks()).length : 0;
      pages.set(path, { dom: await tab.serializeDom(), marks });
      await tab.close();
    }
    return pages;
  } finally {
    await driver.close();
  }
}

async function compare(paths: string[]): Promise<{ changed: string[]; marks: number }> {
  const before = await readPages(paths, { withExtension: false });
  const after = await readPages(paths, { withExtension: true });
  const changed: string[] = [];
  let marks = 0;
  for (const [path, page] of after) {
    if (page.dom !== before.get(path)?.dom) changed.push(path);
    marks += page.marks;
  }
  return { changed, marks };
}

describe('a page that has been underlined', () => {
  test('has the DOM that it has without the extension, shadow trees and frames included', {
    timeout: 300_000,
  }, async () => {
    const { changed, marks } = await compare([...FIXTURES, '/demo/article.html']);
    expect(changed).toEqual([]);
    expect(marks).toBeGreaterThan(50);
  });

  // PANGZHU_PAGES names a folder of saved pages with its MANIFEST.json; there is none in the repository.
  test.runIf(process.env['PANGZHU_PAGES'])(
    'has it on saved pages of the web, too',
    {
      timeout: 1_200_000,
    },
    async () => {
      const { changed } = await compare(listSavedPages(inject('savedPagesDir')));
      expect(changed).toEqual([]);
    },
  );
});
