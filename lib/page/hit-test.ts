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

/** The shadow roots that the point lies in, outermost first. */
function shadowRootsAt(x: number, y: number): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let scope: Document | ShadowRoot = document;
  for (;;) {
    const element: Element | null = scope.elementFromPoint(x, y);
    const root: ShadowRoot | undefined = element === null ? undefined : shadowRootOf(element);
    if (root === undefined || roots.includes(root)) return roots;
    roots.push(root);
    scope = root;
  }
}

/**
 * All highlighted ranges whose text is drawn at a point of the viewport (CSS pixels), ours and the page's,
 * topmost first.
 */
function rangesAtPoint(x: number, y: number): AbstractRange[] {
  const registry = CSS.highlights as unknown as PointableRegistry;
  const ranges: AbstractRange[] = [];
  // Both lists are read by index: Firefox hands out page objects that cannot be iterated from here.
  const hits = registry.highlightsFromPoint(x, y, { shadowRoots: shadowRootsAt(x, y) });
  for (let h = 0; h < hits.length; h++) {
    const found = hits[h]?.ranges ?? [];
    for (let r = 0; r < found.length; r++) ranges.push(found[r] as AbstractRange);
  }
  return ranges.filter((range) => rectsOf([range]).some((rect) => contains(rect, x, y)));
}

/** Whether a box around a node cuts it off at a point: Chromium also finds text that is scrolled out of its box. */
function isClipped(node: Node, x: number, y: number): boolean {
  for (let at: Node | null = node; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    if (!(at instanceof Element) || contains(at.getBoundingClientRect(), x, y, 1)) continue;
    const { overflowX, display } = getComputedStyle(at);
    // Root and body scroll with the window, and boxes of text in a line clip nothing.
    const clips = overflowX !== 'visible' && !/^(inline|contents)$/.test(display);
    if (clips && !/^(html|body)$/.test(at.localName)) return true;
  }
  return false;
}

/** The painted mark whose text is drawn at a point of the viewport (CSS pixels). */
export function findMarkAt(
  { markOf }: { markOf(range: AbstractRange): Mark | undefined },
  x: number,
  y: number,
): Mark | undefined {
  for (const range of rangesAtPoint(x, y)) {
    const mark = markOf(range);
    if (mark !== undefined && !isClipped(range.startContainer, x, y)) return mark;
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
