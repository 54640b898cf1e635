// Measures on texts and pages that are not part of the project.
//   npm run measure -- <folder with data/ and pages/> [spotting] [extraction] [seed] [pages] [--browser chromium|firefox]
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserKind } from './browser/find.ts';
import { ensureBrowser } from './browser/install.ts';
import { buildExtension, PROJECT_DIR } from './build-extension.ts';
import { measureSavedPages } from './measure/saved-pages.ts';
import { measureSeedArticle } from './measure/seed-article.ts';

const PARTS = ['spotting', 'extraction', 'seed', 'pages'] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'string' } },
});
const [folder, ...chosen] = positionals;
if (folder === undefined) throw new Error('npm run measure -- <folder with data/ and pages/>');
const sharedDir = resolve(folder);
const parts = chosen.length > 0 ? chosen : PARTS;
const kinds = (['chromium', 'firefox'] satisfies BrowserKind[]).filter(
  (kind) => (values.browser ?? kind) === kind,
);

const failed: string[] = [];
const SCRIPTS: readonly (readonly [part: (typeof PARTS)[number], file: string])[] = [
  ['spotting', 'measure-spotting.ts'],
  ['extraction', join('measure', 'extraction.ts')],
];
for (const [part, file] of SCRIPTS) {
  if (!parts.includes(part)) continue;
  const script = join(PROJECT_DIR, 'scripts', file);
  const { status } = spawnSync(process.execPath, [script, sharedDir], { stdio: 'inherit', cwd: PROJECT_DIR });
  if (status !== 0) failed.push(part);
}
for (const kind of kinds) {
  if (!parts.includes('seed') && !parts.includes('pages')) break;
  const browser = ensureBrowser(kind);
  buildExtension(kind);
  if (parts.includes('seed') && !(await measureSeedArticle(browser, sharedDir)))
    failed.push(`seed in ${kind}`);
  if (parts.includes('pages') && !(await measureSavedPages(browser, sharedDir)))
    failed.push(`pages in ${kind}`);
}
console.log(
  failed.length === 0 ? '\nNothing is below its floor.' : `\nBelow the floor: ${failed.join(', ')}`,
);
if (failed.length > 0) process.exitCode = 1;
