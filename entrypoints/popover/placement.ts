import { autoUpdate, computePosition, flip, type Middleware, offset, shift, size } from '@floating-ui/dom';
import { contains, rectsOf } from '@/lib/page/hit-test';

/** Room between the term and the popover: the underline stays in sight. CSS pixels. */
const GAP_PX = 8;
/** Room between the popover and the edge of the window. CSS pixels. */
const EDGE_PX = 8;
/** Below this a popover is a slit: it is then put where there is more room. CSS pixels. */
const LEAST_HEIGHT_PX = 120;
/** Above this it hides too much of the page; what is longer scrolls. CSS pixels. */
const MOST_HEIGHT_PX = 440;

/** The box of a term to place the popover by: of a term that wraps, the line that was pointed at. */
function anchorRect(ranges: readonly AbstractRange[], point: { x: number; y: number } | undefined): DOMRect {
  const rects = rectsOf(ranges);
  const pointed = point === undefined ? undefined : rects.find((rect) => contains(rect, point.x, point.y, 2));
  return pointed ?? rects[0] ?? new DOMRect();
}

/**
 * Keeps the popover beside its term while the page scrolls and resizes: below the line or, where there is no
 * room, above it, never over it; beside the column in vertical text. Returns a function that stops it.
 *
 * @param onGone called when the term's text is no longer drawn
 */
export function placeBeside(
  frame: HTMLElement,
  { ranges, point }: { ranges: readonly AbstractRange[]; point: { x: number; y: number } | undefined },
  onGone: () => void,
): () => void {
  const element = ranges[0]?.startContainer.parentElement ?? document.documentElement;
  const vertical = getComputedStyle(element).writingMode.startsWith('vertical');
  // Which line was pointed at is settled once; later it is found by its place among the boxes.
  const first = anchorRect(ranges, point);
  const line = Math.max(
    0,
    rectsOf(ranges).findIndex((rect) => rect.top === first.top && rect.left === first.left),
  );
  const anchor = {
    contextElement: element,
    getBoundingClientRect: () => rectsOf(ranges)[line] ?? rectsOf(ranges)[0] ?? new DOMRect(),
  };
  const limitHeight: Middleware = size({
    padding: EDGE_PX,
    apply: ({ availableHeight }) => {
      frame.style.setProperty(
        '--card-max-height',
        `${Math.min(MOST_HEIGHT_PX, Math.max(LEAST_HEIGHT_PX, availableHeight))}px`,
      );
    },
  });
  return autoUpdate(anchor, frame, () => {
    if (rectsOf(ranges).length === 0) {
      onGone();
      return;
    }
    void computePosition(anchor, frame, {
      strategy: 'fixed',
      placement: vertical ? 'left-start' : 'bottom-start',
      middleware: [offset(GAP_PX), flip({ padding: EDGE_PX }), shift({ padding: EDGE_PX }), limitHeight],
    }).then(({ x, y }) => {
      frame.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
    });
  });
}
