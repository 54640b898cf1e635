/**
 * Runs long work in short slices, so that no task of ours holds up the page.
 */

/** Half a frame at 60 Hz: a slice and the page's own work still fit into one. */
export const SLICE_MS = 6;

interface YieldingScheduler {
  postTask?(callback: () => void, options: { priority: 'user-visible' | 'background' }): Promise<void>;
}

/** Lets the page work; resolves when it is our turn again. `urgent` work waits for less. */
export function nextTurn(urgent: boolean): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: YieldingScheduler };
  return new Promise((resolve) => {
    if (!urgent && typeof requestIdleCallback === 'function') {
      // A page that is never idle still gets its terms, a slice every fifth of a second.
      requestIdleCallback(() => resolve(), { timeout: 200 });
    } else if (scheduler?.postTask !== undefined) {
      void scheduler.postTask(resolve, { priority: 'user-visible' });
    } else {
      setTimeout(resolve, 0);
    }
  });
}
