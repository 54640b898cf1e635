import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');

/** The core's tests that run against each mutant: all but those of thousands of random or hostile texts. */
export default defineConfig({
  root: PROJECT_DIR,
  resolve: { alias: { '@': PROJECT_DIR } },
  test: {
    include: ['tests/unit/{text,matching,lexicon,term-index}/**/*.test.ts'],
    exclude: ['**/{hostile-text,properties,guises}.test.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
