import { vi } from 'vitest';

/** Longer than anything takes on a busy machine (vitest's own second is not), and less than a test may take. ms */
const timeout = 30_000;

/** Waits until something is there or true. */
export const waitUntil = <T>(read: () => T | Promise<T>): ReturnType<typeof vi.waitUntil<T>> =>
  vi.waitUntil(read, { timeout });

/** Waits until some expectations hold. */
export const waitFor = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout, interval: 1 });
