import type { Tab } from '../browser/driver.ts';

export interface PaintTimes {
  marks: number;
  /** From the page's load event to the first frame with a mark and to the last that brought one, in ms. */
  firstMs: number | undefined;
  lastMs: number | undefined;
}

/** The marks stand still for this long: the page is through. */
const QUIET_MS = 1200;
/** A page without any mark is given up after this long. */
const NOTHING_MS = 2500;
/** A page that never stands still is measured up to here. */
const LONGEST_MS = 30_000;

/** Notes, in the page's own world, when the number of painted ranges changes. Call before opening the page. */
export async function watchPaints(tab: Tab): Promise<void> {
  await tab.page.evaluateOnNewDocument(() => {
    const record = { first: undefined as number | undefined, last: undefined as number | undefined, size: 0 };
    (globalThis as { paints?: typeof record }).paints = record;
    const look = (): void => {
      let size = 0;
      for (const [name, highlight] of CSS.highlights) if (name.startsWith('gloss-')) size += highlight.size;
      if (size !== record.size) {
        record.last = performance.now();
        record.first ??= record.last;
        record.size = size;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Waits until the marks of the page stand still, and says when they came. */
export async function readPaints(tab: Tab): Promise<PaintTimes> {
  const opened = Date.now();
  for (;;) {
    const now = await tab.page.evaluate(() => {
      const { paints } = globalThis as { paints?: { first?: number; last?: number; size: number } };
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const load = navigation?.loadEventEnd ?? 0;
      const since = (time: number | undefined) => (time === undefined ? undefined : Math.round(time - load));
      return {
        marks: paints?.size ?? 0,
        firstMs: since(paints?.first),
        lastMs: since(paints?.last),
        quietMs: performance.now() - (paints?.last ?? 0),
      };
    });
    const waitedMs = Date.now() - opened;
    const done = now.marks > 0 ? now.quietMs > QUIET_MS : waitedMs > NOTHING_MS;
    if (done || waitedMs > LONGEST_MS) return { marks: now.marks, firstMs: now.firstMs, lastMs: now.lastMs };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
