import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  // Long time-outs cost nothing where all is well, and properties take long on a busy machine.
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 },
});
