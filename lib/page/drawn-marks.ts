import type { StopFilter } from '@/lib/page-list/stops';
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
  return inDocumentOrder(wanted).flatMap((mark) => {
    const [rect] = rectsOf(mark.ranges);
    return rect === undefined ? [] : [{ mark, rect }];
  });
}
