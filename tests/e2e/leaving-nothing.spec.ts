import { describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';

/** What a page holds once its garbage is collected. Firefox does not tell: zeros. */
async function memoryOf(
  driver: Driver,
  tab: Tab,
): Promise<Record<'nodes' | 'listeners' | 'heapBytes', number>> {
  if (driver.kind === 'firefox') return { nodes: 0, listeners: 0, heapBytes: 0 };
  const session = await tab.page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { Nodes = 0, JSEventListeners = 0, JSHeapUsedSize = 0 } = await tab.page.metrics();
  await session.detach();
  return { nodes: Nodes, listeners: JSEventListeners, heapBytes: JSHeapUsedSize };
}

describe('a page that stays open', () => {
  test('leaves nothing behind of 10,000 lines that came and went', { timeout: 180_000 }, async ({ open }) => {
    const tab = await open('/plain.html');
    const before = (await tab.settledMarks()).map(({ text }) => text);
    const countRanges = (): number => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    const ranges = await tab.page.evaluate(countRanges);
    await tab.page.evaluate(async () => {
      for (let round = 0; round < 100; round++) {
        const lines = Array.from({ length: 100 }, (_, at) => {
          const line = document.createElement('p');
          line.textContent = `第${at}条：两江新区的果园港。`;
          return line;
        });
        document.body.append(...lines);
        // Long enough for some of them to be read and underlined, too short for all.
        await new Promise((resolve) => setTimeout(resolve, 20 + (round % 4) * 40));
        for (const line of lines) line.remove();
      }
    });
    await tab.waitForMarks((texts) => texts.length === before.length);
    expect((await tab.settledMarks()).map(({ text }) => text)).toEqual(before);
    // Ranges of nodes that are no longer in the page do not show, but they count.
    expect(await tab.page.evaluate(countRanges)).toBe(ranges);
  });

  test('has nothing left of 150 passes of the pointer and of popovers that closed', async ({
    driver,
    open,
  }) => {
    const tab = await open('/plain.html');
    await tab.waitForMarks();
    const point = async (): Promise<void> => {
      await tab.hover('果园港');
      await tab.waitForPopover();
      await tab.moveAway();
      await tab.waitForNoPopover();
    };
    await point();
    const before = await memoryOf(driver, tab);
    const places = (await tab.marks()).flatMap(({ rects }) => rects);
    // Those that a script makes up would be ignored.
    for (let pass = 0; pass < 150; pass++) {
      const { x, y } = places[pass % places.length] as { x: number; y: number };
      await tab.page.mouse.move(x + 2 + (pass % 7), y + 3);
    }
    for (let round = 0; round < 3; round++) await point();
    expect(await tab.page.evaluate(() => CSS.highlights.get('gloss-active')?.size)).toBe(0);
    expect(await tab.page.evaluate(() => document.querySelectorAll('gloss-margin').length)).toBe(1);
    const after = await memoryOf(driver, tab);
    expect(after.nodes - before.nodes).toBeLessThan(50);
    expect(after.listeners - before.listeners).toBeLessThan(10);
    // Popovers leave 175,000 bytes of compiled code and the like; a kilobyte a pass would be as much again.
    expect(after.heapBytes - before.heapBytes).toBeLessThan(270_000);
  });
});
