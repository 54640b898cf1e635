import type { StopFilter } from '@/lib/page-list/stops';
import { drawnParent } from './drawn-parent';
import { inDocumentOrder, type Mark } from './mark';
import { rectsOf } from './rects';

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
  return marks.filter(({ place: { node } }) => {
    const parent = shownIn(node);
    const visible = known.get(parent) ?? isVisible(parent);
    known.set(parent, visible);
    return visible;
  });
}

/**
 * What a text is drawn in, as `drawnParent` but for slots of closed shadow roots, whose host stands for them: to ask every
 * parent for its root takes as long as all else.
 */
function shownIn(node: Node): Node | null {
  const parent = (node instanceof Text && node.assignedSlot) || node.parentNode;
  return parent instanceof ShadowRoot ? parent.host : parent;
}

function isVisible(parent: Node | null): boolean {
  let at = parent;
  while (at instanceof Element && !at.checkVisibility({ visibilityProperty: true })) {
    // Without a box of its own such an element is never visible, what is in it may be.
    if (getComputedStyle(at).display !== 'contents') return false;
    at = drawnParent(at);
  }
  return true;
}
