import { describe, expect } from 'vitest';
import type { Tab } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';

const texts = async (tab: Tab, isEnough: (texts: string[]) => boolean): Promise<string[]> =>
  (await tab.waitForMarks(isEnough)).map(({ text }) => text);

describe('the demo article', () => {
  test('has more than 25 different terms underlined', async ({ open }) => {
    const tab = await open('/demo/article.html');
    const marks = await tab.settledMarks();
    const different = new Set(marks.map(({ text }) => text));
    expect(different.size).toBeGreaterThan(25);
    expect(different).toContain('成渝地区双城经济圈');
    expect(different).toContain('兩江新區');
    expect(different).toContain('礼嘉悦来智慧园');
    expect(different).toContain('Liangjiang New Area');
    expect(new Set(marks.map(({ highlight }) => highlight))).toEqual(new Set(['gloss-dotted-blue']));
  });

  test('is underlined where its words are, and nowhere else', async ({ open }) => {
    const tab = await open('/demo/article.html');
    for (const mark of await tab.settledMarks()) {
      expect(mark.rects.length, mark.text).toBeGreaterThan(0);
      expect(mark.text, 'no mark starts or ends with punctuation or space').toMatch(
        /^[\p{L}\p{N}“(].*[\p{L}\p{N}”)]$/u,
      );
    }
  });
});

describe('terms that need context', () => {
  test('are marked where another term gives it, and what stands inside them is not marked without it either', async ({
    open,
  }) => {
    const tab = await open('/blank.html');
    await tab.page.evaluate(() => {
      document.body.innerHTML = '<p>江北区的长江上游地区。</p><p>The Yangtze River has dry ports.</p>';
    });
    expect(await tab.settledMarks()).toEqual([]);
    await tab.page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>果园港</p>'));
    expect(await texts(tab, (all) => all.length === 5)).toEqual([
      '江北区',
      '长江上游地区',
      'Yangtze River',
      'dry ports',
      '果园港',
    ]);
  });

  test('have it of a term that begins inside of them, and are marked in its place', async ({ open }) => {
    const tab = await open('/blank.html');
    await tab.page.evaluate(() => {
      document.body.textContent = '海上丝绸之路经济带。';
    });
    expect((await tab.settledMarks()).map(({ text }) => text)).toEqual(['海上丝绸之路']);
  });
});

describe('a plain page', () => {
  test('has each term underlined, again each time', async ({ open }) => {
    const tab = await open('/plain.html');
    expect(await texts(tab, (all) => all.length >= 7)).toEqual([
      '果园港',
      '两江新区',
      '天府新区',
      '成渝地区双城经济圈',
      '果园港',
      '果园港',
      '果园港',
    ]);
  });

  test('keeps its code and its hidden text unmarked', async ({ open }) => {
    const tab = await open('/plain.html');
    const marks = await tab.settledMarks();
    expect(marks.every(({ rects }) => rects.length > 0)).toBe(true);
    expect(marks.map(({ within }) => within)).toEqual([
      'first',
      'first',
      'second',
      'second',
      'link',
      'twice',
      'twice',
    ]);
  });
});

describe('a term in another guise', () => {
  test('is underlined as it stands on the page', async ({ open }) => {
    const tab = await open('/guises.html');
    const marks = await tab.settledMarks();
    const expected = await tab.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-painted]')].map(({ id, dataset }) => [
        id,
        dataset['painted'] ?? '',
      ]),
    );
    const painted = expected.map(([id]) => [
      id,
      marks
        .filter(({ within }) => within === id)
        .map(({ text }) => text)
        .join(' | '),
    ]);
    expect(painted).toEqual(expected);
  });

  test('is found on a page in GBK', async ({ open }) => {
    const tab = await open('/gbk.html');
    expect(await tab.page.evaluate(() => document.characterSet)).toBe('GBK');
    expect(await texts(tab, (all) => all.length >= 3)).toEqual(['两江新区', '天府新区', '果园港']);
  });
});

describe('a page with shadow trees', () => {
  test('is underlined in open, closed, nested, declarative and slotted ones', async ({ open }) => {
    const tab = await open('/shadow.html');
    const marks = await tab.waitForMarks((all) => all.length >= 7);
    expect(marks.map(({ within, text, inShadow }) => [within, text, inShadow])).toEqual([
      ['light', '两江新区', false],
      ['open', '果园港', true],
      ['open', '宜宾港', true],
      ['closed', '成渝地区双城经济圈', true],
      ['declarative', '天府新区', true],
      ['slotted', '果园港', false],
      ['filled', '南充', true],
    ]);
    const lines = await tab.page.evaluate((name) => {
      const lineOf = (root?: ParentNode | null): string | undefined => {
        const text = root?.querySelector('p');
        return text ? getComputedStyle(text, `::highlight(${name})`).textDecorationLine : undefined;
      };
      return [lineOf(document), lineOf(document.querySelector('#open')?.shadowRoot)];
    }, marks[0]?.highlight);
    expect(lines).toEqual(['underline', 'underline']);
  });

  test('is underlined in one that is attached later and in one that changes', async ({ open }) => {
    const tab = await open('/shadow.html');
    await tab.waitForMarks((all) => all.length >= 7);
    await tab.page.evaluate('attachLate()');
    await tab.waitForMarks((all) => all.includes('泸州港'));
    await tab.page.evaluate('changeClosed()');
    await tab.waitForMarks((all) => all.includes('南充港') && !all.includes('成渝地区双城经济圈'));
  });

  test('is underlined in one that is given other style sheets', async ({ open }) => {
    const tab = await open('/shadow.html');
    await tab.waitForMarks((all) => all.length >= 7);
    const countSheets = (): Promise<number> =>
      tab.page.evaluate(() => document.querySelector('#open')?.shadowRoot?.adoptedStyleSheets.length ?? -1);
    // Firefox needs one of ours in each.
    const ours = await countSheets();
    await tab.page.evaluate(() => {
      const root = document.querySelector('#open')?.shadowRoot;
      if (root) root.adoptedStyleSheets = [new CSSStyleSheet()];
    });
    await tab.moveAway();
    await expect.poll(countSheets).toBe(1 + ours);
  });

  test('explains a term in a closed one', async ({ open }) => {
    const tab = await open('/shadow.html');
    await tab.waitForMarks((all) => all.length >= 7);
    await tab.hover('成渝地区双城经济圈');
    expect((await tab.waitForPopover()).text).toContain('成渝地区双城经济圈');
  });
});
