import type { Mark } from './mark';
import { contains, rectsOf } from './rects';

/** Brings a mark to the middle of the window, through whatever scrolls around it. */
export function scrollToMark(mark: Mark): void {
  const [range] = mark.ranges;
  const element = range?.startContainer.parentElement;
  // At once, also where the page scrolls smoothly: the next line asks where the term is.
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  // In a paragraph taller than the window its middle may be in sight and the term not.
  const [rect] = rectsOf(mark.ranges);
  if (rect === undefined) return;
  const screen = new DOMRect(0, 0, innerWidth, innerHeight);
  if (!contains(screen, rect.left, rect.top) || !contains(screen, rect.left, rect.bottom)) {
    scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
  }
}
