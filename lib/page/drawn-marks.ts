import type { StopFilter } from '@/lib/page-list/stops';
import { drawnParent } from './drawn-parent';
import { inDocumentOrder, type Mark } from './mark';
import { rectsOf } from './rects';

/** Where a logo has the text that its picture stands for: so far to the left of the page. CSS pixels. */
const OUT_OF_SIGHT_PX = -900;

/** A mark whose text is drawn somewhere, with the box of its first line in the viewport (CSS pixels). */
export interface DrawnMark {
  mark: Mark;
  rect: DOMRect;
}

/** The marks that a reader can be taken to, in document order: all, or those of some forms. */
export function drawnMarks(shown: Iterable<Mark>, of?: StopFilter): DrawnMark[] {
  const wanted = [...shown].filter(
    ({ form, revision }) => of === undefined || (revision === of.revision && of.forms.includes(form)),
  );
  return inDocumentOrder(visibleOf(wanted)).flatMap((mark) => {
    const [rect] = rectsOf(mark.ranges);
    return rect === undefined ? [] : [{ mark, rect }];
  });
}

/** Those marks that are to be seen where they stand: a style alone may hide what they are in, and nothing tells of it. */
export function visibleOf(marks: readonly Mark[]): Mark[] {
  // A page may have ten thousand, and is asked every few seconds while its list is open: each parent is asked once.
  const known = new Map<Node | null, boolean>();
  const clipped = new Map<Node, boolean>();
  return marks.filter(({ place: { node } }) => {
    const parent = shownIn(node);
    const visible = known.get(parent) ?? (isVisible(parent) && !isClippedAway(parent, clipped));
    known.set(parent, visible);
    return visible;
  });
}

/**
 * What a text is drawn in, as `drawnParent` but for slots of closed shadow roots, whose host stands for them: to ask every
 * parent for its root takes as long as all else.
 */
function shownIn(node: Node): Node | null {
  const slot = node instanceof Text || node instanceof Element ? node.assignedSlot : null;
  const parent = slot ?? node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent;
}

function isVisible(parent: Node | null): boolean {
  let at = parent;
  while (at instanceof Element && !at.checkVisibility({ visibilityProperty: true })) {
    // Without a box of its own such an element is never visible, what is in it may be.
    if (getComputedStyle(at).display !== 'contents') return false;
    at = drawnParent(at);
  }
  return !(at instanceof Element && hidesItsText(at));
}

/** Whether an element that is to be seen itself hides the text that stands directly in it. */
function hidesItsText(element: Element): boolean {
  if (element instanceof HTMLDetailsElement && !element.open) return true;
  const { contentVisibility, textIndent } = getComputedStyle(element);
  return contentVisibility === 'hidden' || Number.parseFloat(textIndent) <= OUT_OF_SIGHT_PX;
}

/** Whether text is there for screen readers only: in a box of which a style sheet leaves nothing to be seen. */
function isClippedAway(node: Node | null, known: Map<Node, boolean>): boolean {
  if (node === null) return false;
  let clipped = known.get(node);
  if (clipped === undefined) {
    clipped = (node instanceof Element && hasNothingLeft(node)) || isClippedAway(shownIn(node), known);
    known.set(node, clipped);
  }
  return clipped;
}

function hasNothingLeft(element: Element): boolean {
  const { clip, clipPath, position } = getComputedStyle(element);
  if (/^inset\((50|100)%/.test(clipPath)) return true;
  // It has no effect on what is not positioned absolutely.
  if (clip === 'auto' || !/^(absolute|fixed)$/.test(position)) return false;
  const [, top = 0, right = 0, bottom = 0, left = 0] = clip
    .split(/[(,]/)
    .map((side) => Number.parseFloat(side));
  return bottom - top <= 1 && right - left <= 1;
}
