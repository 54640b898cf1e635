import type { Driver, Tab } from '../browser/driver.ts';
import { countMarks } from './count-marks.ts';

export interface PaintTimes {
  /** All that were found; of a long page, Chromium draws those near the screen. */
  marks: number;
  /** From the page's load event until the last mark was found, in ms, to the nearest `POLL_MS`. */
  foundMs: number;
  /** From the page's load event to the first frame with a mark and to the last that brought one, in ms. */
  firstMs: number | undefined;
  lastMs: number | undefined;
}

const POLL_MS = 50;
/** The marks stand still for this long: the page is through. */
const QUIET_MS = 700;
/** A page without any mark is given up after this long. */
const NOTHING_MS = 1500;
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

/** Waits until no more terms are found, and says how many there are and when their underlines came. */
export async function readPaints(driver: Driver, tab: Tab): Promise<PaintTimes> {
  const opened = Date.now();
  let [marks, changedAt] = [0, opened];
  for (;;) {
    const found = await countMarks(driver, tab);
    if (found !== marks) changedAt = Date.now();
    marks = found;
    const quietMs = Date.now() - changedAt;
    if (quietMs > (marks > 0 ? QUIET_MS : NOTHING_MS) || Date.now() - opened > LONGEST_MS) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const drawn = await tab.page.evaluate(() => {
    const { paints } = globalThis as { paints?: { first?: number; last?: number } };
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const load = navigation?.loadEventEnd ?? 0;
    const since = (time: number | undefined) => (time === undefined ? undefined : Math.round(time - load));
    const loadedAt = performance.timeOrigin + load;
    return { firstMs: since(paints?.first), lastMs: since(paints?.last), loadedAt };
  });
  const { firstMs, lastMs, loadedAt } = drawn;
  return { marks, firstMs, lastMs, foundMs: changedAt - loadedAt };
}
