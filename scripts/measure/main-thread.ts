import type { CDPSession, Page, Protocol } from 'puppeteer-core';

/** What the main thread of a page did, in ms of processor time: what else goes on on the machine does not count. */
export interface MainThreadTime {
  /** All its tasks: scripts, garbage collection, messages, style, layout, painting. */
  busyMs: number;
  /** What scripts took of it, with what the browser did while they waited for it. */
  scriptMs: number;
  /** The longest task with any script in it. */
  longestMs: number;
}

/** A complete event of Chromium's trace; times in µs. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Of the thread's own clock. */
  tdur?: number;
}

/** Tasks; microtasks that follow them; calls of scripts; our own sign that tells which thread it is. */
const CATEGORIES = ['disabled-by-default-devtools.timeline', 'toplevel', 'v8', 'blink.user_timing'];
const TASK = 'RunTask';
/** Scripts run in these. The answer to a message is dealt with in microtasks. */
const SCRIPT = new Set(['v8.callFunction', 'v8.run', 'BlinkScheduler_PerformMicrotaskCheckpoint']);
const SIGN = 'pangzhu-bench';

/**
 * Watches how long the main thread of a page is busy, whatever with, by Chromium's own counter.
 *
 * @returns a function that gives the ms so far
 */
export async function watchBusy(page: Page): Promise<() => Promise<number>> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busyMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const start = await busyMs();
  return async () => (await busyMs()) - start;
}

/**
 * Watches in Chromium's trace what the main thread of a page does: no profiler slows it down. Not for scripts that make
 * millions of calls, each of which is an event.
 *
 * @returns a function that ends it and gives the figures
 */
export async function watchMainThread(page: Page): Promise<() => Promise<MainThreadTime>> {
  const session: CDPSession = await page.createCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const traceConfig: Protocol.Tracing.TraceConfig = {
    recordMode: 'recordAsMuchAsPossible',
    includedCategories: CATEGORIES,
    excludedCategories: ['*'],
  };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await page.evaluate((sign) => performance.mark(sign), SIGN);
  const busy = await watchBusy(page);
  return async () => {
    const busyMs = await busy();
    const complete = new Promise<Protocol.Tracing.TracingCompleteEvent>((resolve) =>
      session.once('Tracing.tracingComplete', resolve),
    );
    await session.send('Tracing.end');
    const { dataLossOccurred } = await complete;
    await session.detach();
    if (dataLossOccurred) throw new Error('The trace was too long to be kept');
    return { busyMs, ...sumUp(events) };
  };
}

function sumUp(events: readonly TraceEvent[]): Omit<MainThreadTime, 'busyMs'> {
  const sign = events.find(({ name }) => name === SIGN);
  if (sign === undefined) throw new Error('The trace does not know the page');
  const mine = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === sign.pid && tid === sign.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let [scriptUs, longestUs] = [0, 0];
  let task: TraceEvent | undefined;
  let scriptEnd = 0;
  for (const event of mine) {
    const { name, ts, dur = 0, tdur = 0 } = event;
    if (name === TASK) task = event;
    // What is called within a call has been counted.
    if (!SCRIPT.has(name) || ts < scriptEnd) continue;
    scriptEnd = ts + dur;
    scriptUs += tdur;
    // Each task ends with a look for microtasks, mostly in vain.
    if (tdur >= 50) longestUs = Math.max(longestUs, task?.tdur ?? 0);
  }
  return { scriptMs: scriptUs / 1000, longestMs: longestUs / 1000 };
}
