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
    (mark) =>
      (of === undefined || (mark.revision === of.revision && of.forms.includes(mark.form))) && isDrawn(mark),
  );
  return inDocumentOrder(wanted).flatMap((mark) => {
    const [rect] = rectsOf(mark.ranges);
    return rect === undefined ? [] : [{ mark, rect }];
  });
}

/** Whether a mark is to be seen where it stands: a style alone may hide what it is in, and nothing tells of it. */
export function isDrawn({ place }: Mark): boolean {
  let at = drawnParent(place.node);
  while (at instanceof Element && !at.checkVisibility({ visibilityProperty: true })) {
    // Without a box of its own such an element is never visible, what is in it may be.
    if (getComputedStyle(at).display !== 'contents') return false;
    at = drawnParent(at);
  }
  return true;
}
