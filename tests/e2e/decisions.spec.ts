import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { PROJECT_DIR } from '../../scripts/build-extension.ts';
import { test } from './browser-test.ts';

/** The same file that the unit tests compare with in Node. */
const GOLDEN = JSON.parse(readFileSync(join(PROJECT_DIR, 'tests', 'cases', 'decisions.json'), 'utf8'));

test('each browser decides as the golden file says, to the last number', async ({ open }) => {
  const tab = await open('/decisions.html');
  await tab.page.waitForFunction(() => 'decided' in globalThis);
  expect(await tab.page.evaluate('decided')).toEqual(GOLDEN);
});
