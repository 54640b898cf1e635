import type { Page } from 'puppeteer-core';

/**
 * Watches how long the main thread of a page is busy, whatever with, by Chromium's own counter: no profiler slows
 * it down.
 *
 * @returns a function that gives the ms so far
 */
export async function watchMainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const start = await busyMs();
  return async () => (await busyMs()) - start;
}
