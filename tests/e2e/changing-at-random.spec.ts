import { describe, expect } from 'vitest';
import type { Mark } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { storeSettings } from './settings.ts';

/** Changes what is in a new element of the page, so many times, in bursts: the same ones for the same seed. */
async function changeAtRandom(seed: number, changes: number): Promise<void> {
  let state = seed;
  const below = (bound: number): number => {
    // A linear congruential generator (constants: Numerical Recipes).
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const pieces =
    '果园港 两江新区 两江 新区 果园 港 江北嘴 江北 长江北岸 兩江新區(qū)管委会 ， 。 在 去重庆， \u200b （'.split(
      ' ',
    );
  const makeText = (): string => Array.from({ length: 1 + below(4) }, () => oneOf(pieces)).join('');
  const makeNode = (depth = 0): Node => {
    if (below(3) === 0) return document.createTextNode(makeText());
    const element = document.createElement(oneOf(['p', 'div', 'span', 'b', 'ruby', 'section', 'x-box']));
    for (let count = below(4); count > 0; count--)
      element.append(depth < 2 ? makeNode(depth + 1) : makeText());
    if (element.localName === 'x-box' && below(2) === 0) {
      const root = element.attachShadow({ mode: 'open' });
      root.append(makeNode(depth + 1), ...(below(2) === 0 ? [document.createElement('slot')] : []));
    }
    return element;
  };

  const main = document.createElement('main');
  document.body.append(main);
  const elementsIn = (root: Element | ShadowRoot): Element[] =>
    [...root.querySelectorAll(':not(slot)')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
    ]);
  const anyElement = (): Element => oneOf([main, ...elementsIn(main)]);
  const anyText = (): Text | undefined => {
    const nodes = [main, ...elementsIn(main)].flatMap(({ childNodes }) => [...childNodes]);
    return oneOf(nodes.filter((node) => node instanceof Text));
  };
  /** Another element than the outermost. */
  const inner = (change: (element: Element) => void) => (): void => {
    const element = anyElement();
    if (element !== main) change(element);
  };
  const inText = (change: (text: Text) => void) => (): void => {
    const text = anyText();
    if (text !== undefined) change(text);
  };
  const waysToChange: readonly (() => void)[] = [
    () => anyElement().append(makeNode()),
    () => anyElement().prepend(makeNode()),
    () => anyElement().normalize(),
    () => anyElement().append(document.createComment('x')),
    inner((element) => element.before(makeNode())),
    inner((element) => element.remove()),
    inner((element) => element.replaceWith(...element.childNodes)),
    inner((element) => {
      element.innerHTML = `${makeText()}<i>${makeText()}</i>`;
    }),
    inner((element) => {
      const target = anyElement();
      const root = target.getRootNode();
      const isInside =
        element.contains(target) || (root instanceof ShadowRoot && element.contains(root.host));
      if (!isInside) target.append(element);
    }),
    inner((element) => {
      if (element.hasAttribute('contenteditable')) element.removeAttribute('contenteditable');
      else if (below(3) === 0) element.setAttribute('contenteditable', '');
    }),
    inText((text) => text.remove()),
    inText((text) => text.insertData(below(text.length + 1), makeText())),
    inText((text) => text.deleteData(below(text.length + 1), 1 + below(3))),
    inText((text) => text.splitText(below(text.length + 1))),
    inText((text) => text.splitText(below(text.length + 1)).before(document.createElement('br'))),
    inText((text) => {
      const wrapper = document.createElement(oneOf(['p', 'b', 'span', 'rt']));
      text.replaceWith(wrapper);
      wrapper.append(text);
    }),
  ];
  for (let change = 0; change < changes; change++) {
    if (main.textContent.length < 60) main.append(makeNode(), makeNode(), makeText());
    oneOf(waysToChange)();
    // Changes that come together are read together.
    if (below(4) === 0) await new Promise((resolve) => setTimeout(resolve, below(160)));
  }
}

const readMarks = (marks: readonly Mark[]): string[] =>
  marks.map(({ text, offsets, within, inShadow }) => `${text} ${offsets} ${within} ${inShadow}`);

describe('a page that changes at random', () => {
  test.for([1, 2, 3])(
    'has the marks of one that is read only then (seed %i)',
    async (seed, { driver, open }) => {
      const tab = await open('/plain.html');
      await tab.waitForMarks((texts) => texts.length === 7);
      await tab.page.evaluate(changeAtRandom, seed, 60);
      const marks = readMarks(await tab.settledMarks());
      expect(marks.length).toBeGreaterThan(7);
      await storeSettings(driver, { enabled: false });
      await expect.poll(() => tab.marks()).toEqual([]);
      await storeSettings(driver, { enabled: true });
      expect(readMarks(await tab.settledMarks())).toEqual(marks);
    },
  );
});
