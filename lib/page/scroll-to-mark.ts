import { drawnParent } from './drawn-parent';
import { isSeenAt } from './hit-test';
import type { Mark } from './mark';
import { rectsOf } from './rects';

/**
 * How far down each box a mark is put, as shares of its height: the middle is clear of what pages lay over their
 * edges, unless the box is low or what lies over it is large, as a card is that a reader has pinned there.
 */
const AIMS = [1 / 2, 3 / 4, 1 / 4, 7 / 8, 1 / 8] as const;

/** Brings a mark to the middle of the window and of whatever scrolls around it, or else to where nothing covers it. */
export function scrollToMark(mark: Mark): void {
  const text = mark.ranges[0]?.startContainer;
  if (text === undefined) return;
  // What only the browser can scroll: the frames around this one, and a window that fingers have enlarged. It goes by
  // elements, and of a long one the mark may be far from the middle. At once, for what comes next measures.
  const block = window === top ? 'nearest' : 'center';
  text.parentElement?.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  const boxes = scrollersAround(text);
  for (const share of [...AIMS, AIMS[0]]) {
    for (const box of boxes) scrollWithin(box, mark, share);
    if (isInSight(mark)) return;
  }
}

/** Whether a reader sees where a mark begins. */
export function isInSight(mark: Mark): boolean {
  const [range] = mark.ranges;
  const [line] = rectsOf(mark.ranges);
  if (range === undefined || line === undefined) return false;
  return isSeenAt(range.startContainer, line.left + line.width / 2, line.top + line.height / 2);
}

/** What can be scrolled around a text, the innermost first; the window, as the last, by the element that stands for it. */
function scrollersAround(text: Node): Element[] {
  const boxes: Element[] = [];
  for (let at: Node | null = text; at !== null; at = drawnParent(at)) {
    if (!(at instanceof Element)) continue;
    if (at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth) boxes.push(at);
  }
  return boxes;
}

/** Puts a mark so far down what scrolls; sideways, and in what no reader could scroll back, only if it is outside. */
function scrollWithin(box: Element, mark: Mark, share: number): void {
  const [line] = rectsOf(mark.ranges);
  if (line === undefined) return;
  const isWindow = box === document.scrollingElement;
  const { left, top } = isWindow ? new DOMRect() : box.getBoundingClientRect();
  const x = left + (isWindow ? 0 : box.clientLeft);
  const y = top + (isWindow ? 0 : box.clientTop);
  const isBeside = line.left < x || line.right > x + box.clientWidth;
  const isAboveOrBelow = line.top < y || line.bottom > y + box.clientHeight;
  const isForReaders = isWindow || getComputedStyle(box).overflowY !== 'hidden';
  box.scrollBy({
    top: isForReaders || isAboveOrBelow ? (line.top + line.bottom) / 2 - (y + box.clientHeight * share) : 0,
    left: isBeside ? (line.left + line.right) / 2 - (x + box.clientWidth / 2) : 0,
    behavior: 'instant',
  });
}
