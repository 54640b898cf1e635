import { defineConfig } from 'vitest/config';

/** The tests of the core alone, without the one that weighs long hostile texts: run against each mutant. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/unit/{text,matching,lexicon,term-index}/**/*.test.ts'],
    exclude: ['**/hostile-text.test.ts', '**/properties.test.ts'],
    testTimeout: 120_000,
  },
});
