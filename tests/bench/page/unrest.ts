import type { Driver } from '../../../scripts/browser/driver.ts';
import { watchMainThread } from '../../../scripts/measure/main-thread.ts';
import { medians, pause, REST_MS, RUNS } from './runs.ts';

/** By then a page that never rests is known to be one. */
const UNREST_KNOWN_MS = 5000;
/** How long it is watched. */
const UNREST_MS = 3000;
/** Where the page of few text nodes is; the long one is at the root. */
export const FEW_PATH = '/few';
/** Pages that never rest. */
const UNREST_PAGES = { [FEW_PATH]: 'a page of 400 text nodes', '/': 'the long page' } as const;
type UnrestPage = keyof typeof UNREST_PAGES;
/** By page and kind of unrest. */
export type AllUnrest = Record<UnrestPage, Record<Unrest, MainThreadShare>>;

/** How much of the main thread something takes, as fractions. */
interface MainThreadShare {
  busy: number;
  script: number;
}

/** What a page does that is never at rest. */
type Unrest = 'lines' | 'style';
const UNREST: Record<Unrest, string> = {
  lines: 'a line with a term comes, and one goes, 100 times a second',
  style: 'one element changes its colour in every frame',
};

/** How much of the main thread such a page takes once it has been so for a while. */
async function measureUnrest(
  driver: Driver,
  url: string,
  term: string,
  unrest: Unrest,
): Promise<MainThreadShare> {
  const tab = await driver.open(url);
  await tab.page.bringToFront();
  await pause(2 * REST_MS);
  await tab.page.evaluate(startUnrest, term, unrest);
  await pause(UNREST_KNOWN_MS);
  const stop = await watchMainThread(tab.page);
  const start = performance.now();
  await pause(UNREST_MS);
  const ms = performance.now() - start;
  const { busyMs, scriptMs } = await stop();
  await tab.close();
  return { busy: busyMs / ms, script: scriptMs / ms };
}

/** Runs in the page. */
function startUnrest(term: string, unrest: Unrest): void {
  // Above everything else and on the screen, so that it is drawn.
  const list = document.body.appendChild(document.createElement('div'));
  list.style.cssText = 'position: fixed; inset: 0 auto auto 0; height: 300px; overflow: hidden';
  let changes = 0;
  if (unrest === 'style') list.textContent = '股市行情';
  const change = (): void => {
    changes++;
    if (unrest === 'style') {
      list.style.color = changes % 2 === 0 ? 'red' : 'green';
      requestAnimationFrame(change);
      return;
    }
    const line = document.createElement('p');
    line.textContent = `第${changes}行：${term}。`;
    list.append(line);
    if (list.childElementCount > 20) list.firstElementChild?.remove();
    setTimeout(change, 10);
  };
  change();
}

async function measureUnrestOf(
  driver: Driver,
  url: string,
  term: string,
): Promise<Record<Unrest, MainThreadShare>> {
  const runs: Record<Unrest, MainThreadShare[]> = { lines: [], style: [] };
  for (let run = 0; run < RUNS; run++) {
    for (const unrest of Object.keys(runs) as Unrest[]) {
      runs[unrest].push(await measureUnrest(driver, url, term, unrest));
    }
  }
  return { lines: medians(runs.lines), style: medians(runs.style) };
}

/** Of each page and each kind of unrest, how much of the main thread it takes. */
export async function measureAllUnrest(driver: Driver, origin: string, term: string): Promise<AllUnrest> {
  const long = await measureUnrestOf(driver, origin, term);
  return { '/': long, [FEW_PATH]: await measureUnrestOf(driver, `${origin}${FEW_PATH}`, term) };
}

/** A line for each page and kind of unrest, of what was measured under some names. */
export function describeUnrest(unrest: readonly [string, AllUnrest][]): string[] {
  const lines: string[] = [];
  for (const [page, where] of Object.entries(UNREST_PAGES) as [UnrestPage, string][]) {
    for (const [kind, what] of Object.entries(UNREST) as [Unrest, string][]) {
      const shares = unrest.map(([name, share]) => {
        const { busy, script } = share[page][kind];
        return `${name} ${(100 * busy).toFixed(1)} % (scripts ${(100 * script).toFixed(1)})`;
      });
      lines.push(`main thread of ${where} while ${what}: ${shares.join(', ')}`);
    }
  }
  return lines;
}
