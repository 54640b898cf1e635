import { drawnParent } from './drawn-parent';
import type { Container } from './elements';
import type { Mark } from './mark';
import { HOST_NAME, PINNED_CLASS } from './popover-bridge';
import { contains, rectsOf } from './rects';
import { hasClearPseudos, hasPseudoOver, isSeeThrough } from './see-through';
import { shadowRootOf } from './shadow-roots';

/** What `highlightsFromPoint` returns; not yet in TypeScript's DOM types. */
interface HighlightHit {
  highlight: Highlight;
  ranges: AbstractRange[];
}
interface PointableRegistry {
  highlightsFromPoint(x: number, y: number, options?: { shadowRoots: ShadowRoot[] }): HighlightHit[];
}

/** The topmost element at a point, and the shadow roots that lead to it, outermost first. */
function elementAt(x: number, y: number): { top: Element | null; shadowRoots: ShadowRoot[] } {
  const shadowRoots: ShadowRoot[] = [];
  let scope: Document | ShadowRoot = document;
  let top: Element | null = null;
  for (;;) {
    const element: Element | null = scope.elementFromPoint(x, y);
    top = element ?? top;
    const root: ShadowRoot | undefined = element === null ? undefined : shadowRootOf(element);
    if (root === undefined || shadowRoots.includes(root)) return { top, shadowRoots };
    shadowRoots.push(root);
    scope = root;
  }
}

/** All highlighted ranges with text at a point of the viewport (CSS pixels), ours and the page's, topmost first. */
function rangesAtPoint(x: number, y: number, shadowRoots: ShadowRoot[]): AbstractRange[] {
  const registry = CSS.highlights as unknown as PointableRegistry;
  const ranges: AbstractRange[] = [];
  // Both lists are read by index: Firefox hands out page objects that cannot be iterated from here.
  const hits = registry.highlightsFromPoint(x, y, { shadowRoots });
  for (let h = 0; h < hits.length; h++) {
    const found = hits[h]?.ranges ?? [];
    for (let r = 0; r < found.length; r++) ranges.push(found[r] as AbstractRange);
  }
  return ranges.filter((range) => rectsOf([range]).some((rect) => contains(rect, x, y)));
}

/** The elements around a text, the nearest first, in what is drawn. */
function elementsAround(text: Node): Element[] {
  const elements: Element[] = [];
  for (let at: Node | null = text; at !== null; at = drawnParent(at))
    if (at instanceof Element) elements.push(at);
  return elements;
}

/**
 * Whether text is scrolled out of one of the boxes around it at a point: both browsers find it there all the same.
 *
 * @param hit the innermost of the elements around that is itself at the point: none that holds it clips it there,
 *   since what is fixed or positioned need not be in the boxes around it
 */
function isScrolledAway(around: readonly Element[], hit: number, x: number, y: number): boolean {
  return around.slice(0, hit).some((element) => {
    if (contains(element.getBoundingClientRect(), x, y, 1)) return false;
    const { overflowX, display } = getComputedStyle(element);
    // Root and body scroll with the window, and boxes of text in a line clip nothing.
    const clips = overflowX !== 'visible' && !/^(inline|contents)$/.test(display);
    return clips && !/^(html|body)$/.test(element.localName);
  });
}

/** The topmost element at a point of the viewport (CSS pixels), through shadow trees. */
export function topElementAt(x: number, y: number): Element | null {
  return elementAt(x, y).top;
}

/** The marks of a document, as far as they are painted. */
export interface PaintedMarks {
  /** The mark that a range belongs to. */
  markOf(range: AbstractRange): Mark | undefined;
  /** Those whose text blocks are a container's own. */
  marksIn(container: Container): readonly Mark[];
}

/**
 * The painted mark whose text is drawn at a point of the viewport (CSS pixels).
 *
 * @param through also looks through what is laid over the text and leaves it to be seen: too dear for every move
 */
export function findMarkAt(
  marks: PaintedMarks,
  x: number,
  y: number,
  { through = true } = {},
): Mark | undefined {
  const { top, shadowRoots } = elementAt(x, y);
  for (const range of rangesAtPoint(x, y, shadowRoots)) {
    const mark = marks.markOf(range);
    if (mark === undefined) continue;
    const around = elementsAround(range.startContainer);
    // Firefox also finds text behind what the page has put over it.
    const hit = top ? around.indexOf(top) : around.length;
    if (hit >= 0 && !isScrolledAway(around, hit, x, y)) return mark;
  }
  return through ? findMarkBehind(marks, x, y) : undefined;
}

/** The mark that is to be seen at a point through what is laid over it. */
function findMarkBehind(marks: PaintedMarks, x: number, y: number): Mark | undefined {
  const elements = elementsAt(x, y);
  const [top] = elements;
  // Most often a pointer rests on words or pictures, and there is nothing to look for.
  if (top === undefined || !(hasPseudoOver(top) || isSeeThrough(top, x, y))) return undefined;
  for (const element of elements) {
    // What is in no way covered has been found by then.
    if (element === top && !hasPseudoOver(top)) continue;
    const root = shadowRootOf(element);
    for (const container of root === undefined ? [element] : [root, element]) {
      for (const mark of marks.marksIn(container)) {
        const range = mark.ranges.find((each) => rectsOf([each]).some((rect) => contains(rect, x, y)));
        if (range !== undefined && isSeenBehind(range.startContainer, elements, x, y)) return mark;
      }
    }
  }
  return undefined;
}

/**
 * Whether text that is at a point of the viewport (CSS pixels) is to be seen there: in sight, and covered by nothing of
 * the page, nor by a card that a reader has pinned. Our other cards come and go.
 */
export function isSeenAt(text: Node, x: number, y: number): boolean {
  const goes = (element: Element): boolean => {
    const root = element.getRootNode();
    const isOurs = (root instanceof ShadowRoot ? root.host : element).localName === HOST_NAME;
    return isOurs && element.closest(`.${PINNED_CLASS}`) === null;
  };
  return isSeenBehind(
    text,
    elementsAt(x, y).filter((element) => !goes(element)),
    x,
    y,
  );
}

/** Whether text at a point is to be seen through all that is above it there. */
function isSeenBehind(text: Node, elements: readonly Element[], x: number, y: number): boolean {
  const around = elementsAround(text);
  const hit = around.findIndex((element) => elements.includes(element));
  const lowest = elements.indexOf(around[hit] as Element);
  const above = elements.slice(0, lowest + 1);
  // Of what the text stands in, only what the style sheet has put over it can be above it.
  const isClear = above.every((element) =>
    around.includes(element) ? hasClearPseudos(element) : isSeeThrough(element, x, y),
  );
  return lowest >= 0 && isClear && !isScrolledAway(around, hit, x, y);
}

/** The elements at a point, topmost first, through shadow trees: what is in one stands before its host. */
function elementsAt(x: number, y: number): Element[] {
  const seen = new Set<Document | ShadowRoot>();
  const within = (scope: Document | ShadowRoot): Element[] => {
    seen.add(scope);
    return [...scope.elementsFromPoint(x, y)].flatMap((element) => {
      // A shadow tree is also told what is around it.
      if (element.getRootNode() !== scope) return [];
      const root = shadowRootOf(element);
      return root === undefined || seen.has(root) ? [element] : [...within(root), element];
    });
  };
  return within(document);
}
