import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import type { Driver, Tab } from '../../scripts/browser/driver.ts';
import { tabIdOf } from '../../scripts/browser/tab-id.ts';
import { test } from './browser-test.ts';

/** The extension's API as its own pages have it in either browser. */
declare const chrome: { action: { getBadgeText(details: { tabId: number }): Promise<string> } };

/** Runs in the page: the lines on the screen whose term is not underlined. */
function unmarkedOnScreen(): string[] {
  const marked = new Set<Element | null>();
  for (const [name, ranges] of CSS.highlights) {
    if (!name.startsWith('gloss-')) continue;
    for (const { startContainer } of ranges) marked.add(startContainer.parentElement);
  }
  return [...document.querySelectorAll('p')]
    .filter((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      const frame = line.closest('#box')?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
      return (
        bottom > Math.max(0, frame.top) && top < Math.min(innerHeight, frame.bottom) && !marked.has(line)
      );
    })
    .map(({ id }) => id);
}

/** Runs in the page. */
const countRanges = (): number => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);

/** Runs in the page. */
const countRangesOnScreen = (): number =>
  [...CSS.highlights.values()]
    .flatMap((ranges) => [...ranges])
    .filter((range) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const { top, bottom } = live.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }).length;

const expectAllUnderlined = (tab: Tab): Promise<void> =>
  expect.poll(() => tab.page.evaluate(unmarkedOnScreen)).toEqual([]);

const badgeOf = async (driver: Driver, tab: Tab): Promise<string> =>
  driver.evaluateInExtension((id) => chrome.action.getBadgeText({ tabId: id }), await tabIdOf(driver, tab));

describe('a long page', () => {
  test('is underlined wherever its reader goes, and none of its terms goes uncounted', async ({
    driver,
    open,
  }) => {
    const tab = await open('/long.html');
    await expect.poll(() => badgeOf(driver, tab)).toBe('900');
    await tab.page.bringToFront();
    // Lines of which nothing has been drawn yet are empty for a moment, and then read as before.
    await tab.page.evaluate(async () => {
      const texts = [...document.querySelectorAll('p')]
        .slice(300)
        .map(({ firstChild }) => firstChild as Text);
      const before = texts.map(({ data }) => data);
      for (const text of texts) text.data = '';
      await new Promise((resolve) => setTimeout(resolve, 20));
      for (const [at, text] of texts.entries()) text.data = before[at] ?? '';
    });
    for (const part of [0, 0.3, 0.32, 0.7, 0.1, 1]) {
      await tab.page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), part);
      await expectAllUnderlined(tab);
    }
    for (const part of [0.4, 0.42, 1]) {
      await tab.page.evaluate((at) => {
        const box = document.getElementById('box') as HTMLElement;
        box.scrollTo(0, at * box.scrollHeight);
      }, part);
      await expectAllUnderlined(tab);
    }
    // A line that changes, far from where the reading began, is underlined again.
    await tab.page.evaluate(() => {
      const line = document.getElementById('box-299') as HTMLElement;
      line.textContent = '天府新区到了。';
    });
    await tab.waitForMarks((texts) => texts.includes('天府新区'));
    await expectAllUnderlined(tab);
  });

  test('has ranges for what is near the screen only, where more of them would slow it down', async ({
    driver,
    open,
  }) => {
    const tab = await open('/long.html');
    await expect.poll(() => badgeOf(driver, tab)).toBe('900');
    await tab.page.bringToFront();
    for (const part of [0.2, 0.4, 0.6, 0.8]) {
      await tab.page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), part);
      await expectAllUnderlined(tab);
    }
    const fewEnough = driver.kind === 'chromium' ? 500 : 900;
    await expect.poll(() => tab.page.evaluate(countRanges)).toBeLessThanOrEqual(fewEnough);
  });

  test('is underlined to its end where its text runs out of a box as high as the window', async ({
    driver,
    open,
  }) => {
    const tab = await open('/blank.html');
    await tab.page.evaluate(() => {
      document.body.innerHTML = `<style>html, body, #app { height: 100%; margin: 0 }</style>
        <div id="app">${'说到果园港和两江新区。<br>'.repeat(300)}</div>`;
    });
    await expect.poll(() => badgeOf(driver, tab)).toBe('600');
    await tab.page.bringToFront();
    for (const part of [0.5, 1, 0]) {
      await tab.page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), part);
      // What is far away loses its underlines a moment later.
      await pause(1000);
      await expect.poll(() => tab.page.evaluate(countRangesOnScreen)).toBeGreaterThan(20);
    }
  });

  test.for([
    [
      'an animation',
      () => {
        const drawing = document.body.animate(
          { color: ['#000', '#333'] },
          { duration: 1000, iterations: 60 },
        );
        addEventListener('rest', () => drawing.cancel());
      },
    ],
    [
      'a script',
      () => {
        let frames = 0;
        const draw = (): void => {
          document.body.style.paddingLeft = `${frames++ % 2}px`;
          if (frames < 3600) requestAnimationFrame(draw);
        };
        draw();
        addEventListener('rest', () => {
          frames = 3600;
        });
      },
    ],
  ] as [string, () => void][])(
    'has ranges for what is in sight only, while %s changes it in each frame',
    async ([, start], { driver, open }) => {
      const tab = await open('/long.html');
      await expect.poll(() => badgeOf(driver, tab)).toBe('900');
      await tab.page.bringToFront();
      await tab.page.evaluate(start);
      const ranges = expect.poll(() => tab.page.evaluate(countRanges));
      const inSight = 80;
      if (driver.kind === 'chromium') await ranges.toBeLessThanOrEqual(inSight);
      for (const part of [0, 0.5]) {
        await tab.page.evaluate((at) => scrollTo(0, at * document.body.scrollHeight), part);
        await expectAllUnderlined(tab);
      }
      await tab.page.evaluate(() => dispatchEvent(new Event('rest')));
      await ranges.toBeGreaterThan(inSight);
    },
  );
});
