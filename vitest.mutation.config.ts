import { defineConfig } from 'vitest/config';

/** The core's tests that run against each mutant: all but those of thousands of random or hostile texts. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/unit/{text,matching,lexicon,term-index}/**/*.test.ts'],
    exclude: ['**/{hostile-text,properties,guises}.test.ts'],
    testTimeout: 60_000,
  },
});
