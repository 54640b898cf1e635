import { drawnParent } from './drawn-parent';
import type { Mark } from './mark';
import { liveRange } from './ranges';
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

/**
 * Whether the text of a node is to be seen at a point, where the given element is the topmost. Chromium also finds text
 * that is scrolled out of its box; Firefox that, and text behind what the page has put over it.
 */
function isSeenAt(node: Node, x: number, y: number, top: Element | null): boolean {
  let isOnTop = top === null;
  for (let at: Node | null = node; at !== null; at = drawnParent(at)) {
    isOnTop ||= at === top;
    if (!(at instanceof Element) || contains(at.getBoundingClientRect(), x, y, 1)) continue;
    const { overflowX, display } = getComputedStyle(at);
    // Root and body scroll with the window, and boxes of text in a line clip nothing.
    const clips = overflowX !== 'visible' && !/^(inline|contents)$/.test(display);
    if (clips && !/^(html|body)$/.test(at.localName)) return false;
  }
  return isOnTop;
}

/** The painted mark whose text is drawn at a point of the viewport (CSS pixels). */
export function findMarkAt(
  { markOf }: { markOf(range: AbstractRange): Mark | undefined },
  x: number,
  y: number,
): Mark | undefined {
  const { top, shadowRoots } = elementAt(x, y);
  for (const range of rangesAtPoint(x, y, shadowRoots)) {
    const mark = markOf(range);
    if (mark !== undefined && isSeenAt(range.startContainer, x, y, top)) return mark;
  }
  return undefined;
}

/** The boxes that the text of some ranges fills, one for each line, in viewport CSS pixels. */
export function rectsOf(ranges: readonly AbstractRange[]): DOMRect[] {
  return ranges
    .flatMap((range) => [...(liveRange(range)?.getClientRects() ?? [])])
    .filter((rect) => rect.width > 0 && rect.height > 0);
}

/** Whether a point is inside a box, or at most `marginPx` outside it. */
export function contains(rect: DOMRect, x: number, y: number, marginPx = 0): boolean {
  return (
    x >= rect.left - marginPx &&
    x <= rect.right + marginPx &&
    y >= rect.top - marginPx &&
    y <= rect.bottom + marginPx
  );
}
