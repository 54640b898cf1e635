import { describe, expect } from 'vitest';
import type { Mark, Popover } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { pointAt } from './point-at.ts';

/** Whether the popover leaves all lines of the term readable. */
function isClearOf({ rect }: Popover, { rects }: Mark): boolean {
  return rects.every(
    (line) =>
      line.y + line.height <= rect.y + 0.5 ||
      line.y >= rect.y + rect.height - 0.5 ||
      line.x + line.width <= rect.x + 0.5 ||
      line.x >= rect.x + rect.width - 0.5,
  );
}

describe('the place of the popover', () => {
  test.for([
    ['at the top edge', '果园港', 0],
    ['in a scroll container', '天府新区', 0],
    ['at vertical text', '成渝地区双城经济圈', 0],
    ['at a term broken over two lines', '成渝地区双城经济圈', 1],
    ['at the right edge', '宜宾港', 0],
    ['at the bottom edge', '泸州港', 0],
  ] as const)('is inside the window and clear of the term %s', async ([, text, n], { open }) => {
    const tab = await open('/layout.html');
    const popover = await pointAt(tab, text, n);
    const mark = (await tab.marks()).filter((one) => one.text === text)[n];
    const size = await tab.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(popover.rect.x).toBeGreaterThanOrEqual(0);
    expect(popover.rect.y).toBeGreaterThanOrEqual(0);
    expect(popover.rect.x + popover.rect.width).toBeLessThanOrEqual(size.width);
    expect(popover.rect.y + popover.rect.height).toBeLessThanOrEqual(size.height);
    expect(mark && isClearOf(popover, mark)).toBe(true);
  });

  test.for([
    'writing-mode: vertical-rl',
    'max-width: 30ch; margin: 0 auto',
    'margin-left: 300px',
    'transform: scale(0.8)',
  ])('is beside the term where the root element has %s', async (style, { open }) => {
    const tab = await open('/plain.html');
    await tab.page.evaluate((css) => document.documentElement.setAttribute('style', css), style);
    const { rect } = await pointAt(tab, '两江新区');
    const mark = (await tab.marks()).find(({ text }) => text === '两江新区');
    // Below or above a line it begins where that does, beside a column it ends before it.
    const distances = (mark?.rects ?? []).flatMap(({ x }) => [rect.x - x, rect.x + rect.width + 8 - x]);
    expect(Math.min(...distances.map(Math.abs))).toBeLessThan(2);
    expect(rect.x).toBeGreaterThanOrEqual(0);
    expect(rect.x + rect.width).toBeLessThanOrEqual(await tab.page.evaluate(() => innerWidth));
  });

  test('is inside a window of 1280 × 1024 at 400 %, clear of the term, and says what it means', async ({
    open,
  }) => {
    const tab = await open('/narrow.html');
    await tab.page.setViewport({ width: 320, height: 256 });
    const popover = await pointAt(tab, '果园港');
    const { rect } = popover;
    expect(rect.x).toBeGreaterThanOrEqual(0);
    expect(rect.x + rect.width).toBeLessThanOrEqual(320);
    expect(rect.y).toBeGreaterThanOrEqual(0);
    expect(rect.y + rect.height).toBeLessThanOrEqual(256);
    const [mark] = (await tab.marks()).filter(({ text }) => text === '果园港');
    expect(mark && isClearOf(popover, mark)).toBe(true);
    const [lineBottom, visibleBottom, sideways] = await tab.evaluateInPopover((root) => {
      const card = root.querySelector('.card') as HTMLElement;
      const range = document.createRange();
      range.selectNodeContents(root.querySelector('.definition') as Element);
      const body = root.querySelector('.card-body') as HTMLElement;
      return [
        range.getClientRects()[0]?.bottom ?? 0,
        Math.min(card.getBoundingClientRect().bottom, body.getBoundingClientRect().bottom),
        card.scrollWidth - card.clientWidth,
      ];
    });
    expect(lineBottom).toBeLessThanOrEqual(visibleBottom ?? 0);
    expect(sideways).toBe(0);
    // What is longer than a few lines unfolds.
    const hiddenLines = (): Promise<number> =>
      tab.evaluateInPopover((root) => {
        const { scrollHeight, clientHeight } = root.querySelector('.definition') as HTMLElement;
        return scrollHeight - clientHeight;
      });
    await tab.clickInPopover('.definition-switch [lang=en]');
    await expect.poll(hiddenLines).toBeGreaterThan(0);
    await tab.clickInPopover('.more');
    await expect.poll(hiddenLines).toBe(0);
    await tab.clickInPopover('.definition-switch [lang=zh-Hans]');
  });
});
