import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Holds the built files to their size: `npm run size`. The content script goes into every frame of every
 * page; the popover only where a reader points at a term; the background is read anew each time a page wakes it.
 */
const BUDGETS_BYTES_GZIPPED: Readonly<Record<string, number>> = {
  'annotator.js': 12_000,
  'highlight.css': 1_000,
  'background.js': 140_000,
  'popover.js': 40_000,
  'generated/lexicon.bin': 600_000,
};

let failed = false;
for (const output of ['chrome-mv3', 'firefox-mv3']) {
  for (const [file, budget] of Object.entries(BUDGETS_BYTES_GZIPPED)) {
    const bytes = gzipSync(readFileSync(join(import.meta.dirname, '..', '.output', output, file))).length;
    const ok = bytes <= budget;
    failed ||= !ok;
    console.log(`${ok ? 'ok ' : 'BIG'} ${output}/${file}: ${bytes} of ${budget} bytes gzipped`);
  }
}
if (failed) process.exitCode = 1;
