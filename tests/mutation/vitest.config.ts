import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

/** Whose tests run: folders of `tests/unit`. */
const FOLDERS = process.env.TESTS_OF ?? 'text,matching,lexicon,term-index';

/** The core's tests that run against each mutant: all but those of thousands of random or hostile texts. */
export default defineConfig({
  root: PROJECT_DIR,
  resolve: { alias: { '@': PROJECT_DIR } },
  test: {
    include: FOLDERS.split(',').map((folder) => `tests/unit/${folder}/**/*.test.ts`),
    exclude: ['**/{hostile-text,properties,guises}.test.ts'],
    testTimeout: 60_000,
    // Files that share a worker: two thirds of the time, and the same mutants are noticed.
    isolate: false,
  },
});
