import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const E2E_DIR = import.meta.dirname;

/** Browsers at a time: most of a test is waiting, but not all of it. Each has a profile of its own. */
const AT_ONCE = 2;

// The same specs in each browser: `--project firefox` runs one of them.
export default defineConfig({
  root: join(E2E_DIR, '..', '..'),
  test: {
    projects: ['chromium', 'firefox'].map((kind) => ({
      test: {
        name: kind,
        include: ['tests/e2e/**/*.spec.ts'],
        globalSetup: [join(E2E_DIR, 'global-setup.ts')],
        pool: 'forks' as const,
        // A test that passes only the second time is a failure to look into. CI repeats one once, and says so in
        // its output: on two busy cores a browser now and then takes longer than any of these time-outs.
        retry: process.env['CI'] ? 1 : 0,
        // Long time-outs cost nothing where all is well.
        testTimeout: 90_000,
        hookTimeout: 180_000,
        expect: { poll: { timeout: 20_000 } },
      },
    })),
    maxWorkers: AT_ONCE,
  },
});
