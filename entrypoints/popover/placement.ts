import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  type Middleware,
  offset,
  type Platform,
  platform,
  shift,
  size,
} from '@floating-ui/dom';
import { rectsOf } from '@/lib/page/rects';
import { anchorBox } from '@/lib/popover/anchor';
import type { Point } from '@/lib/popover/safe-triangle';
import { LEAVE_DELAY_MS } from '@/lib/popover/timing';
import { watchSeenPart } from './seen-part';

/** Room between the term and the popover: the underline stays in sight. CSS pixels. */
const GAP_PX = 8;
/** Room between the popover and the edge of the window. CSS pixels. */
const EDGE_PX = 8;
/** Below this a popover is a slit: in a frame that has no more room it rather covers text. CSS pixels. */
const LEAST_HEIGHT_PX = 96;
/** Below this nothing is left for the definition between head and foot: then all of it scrolls. CSS pixels. */
const SHORT_PX = 220;
/** Above this it hides too much of the page; what is longer scrolls. CSS pixels. */
const MOST_HEIGHT_PX = 560;

/** The library takes the left edge of the root element for that of the window, which in many a page it is not. */
const PLATFORM: Platform = {
  ...platform,
  getElementRects: async ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, ...(await platform.getDimensions(floating)) },
  }),
};

/**
 * Keeps the popover beside its term while the page scrolls, zooms and resizes: below its lines or, where there is
 * no room, above them, never over them; beside the columns in vertical text; in a frame, where that is to be seen.
 * Returns a function that stops it.
 *
 * @param point where the pointer was, in viewport CSS pixels
 * @param onGone called when the term's text is no longer drawn, maybe before this returns, or has been scrolled out of
 *   sight; not while somebody is in the popover, for whose coming a menu may have closed over the term
 */
export function placeBeside(
  frame: HTMLElement,
  { ranges, point }: { ranges: readonly AbstractRange[]; point: Point | undefined },
  onGone: () => void,
): () => void {
  const element = ranges[0]?.startContainer.parentElement ?? document.documentElement;
  const vertical = getComputedStyle(element).writingMode.startsWith('vertical');
  // The page moves under the popover: the place that was pointed at moves with its text.
  const [origin] = rectsOf(ranges);
  const movedPoint = (first: DOMRect | undefined): Point | undefined =>
    point &&
    origin &&
    first && { x: point.x + first.left - origin.left, y: point.y + first.top - origin.top };
  const anchor = {
    contextElement: element,
    getBoundingClientRect: () => {
      const lines = rectsOf(ranges);
      const { left, top, right, bottom } = anchorBox(lines, movedPoint(lines[0]), vertical);
      return new DOMRect(left, top, right - left, bottom - top);
    },
  };
  const setMostHeight = (heightPx: number): void => {
    const height = Math.min(MOST_HEIGHT_PX, Math.max(LEAST_HEIGHT_PX, heightPx));
    frame.style.setProperty('--card-max-height', `${height}px`);
    frame.classList.toggle('short', height < SHORT_PX);
  };
  // The side is chosen by the height that it would like to have, not by what it had beside another term.
  setMostHeight(innerHeight);
  if (document.body === null) return placeBelow(frame, anchor.getBoundingClientRect(), onGone);
  let wasInSight = false;
  let stopped = false;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  const closeIfLeft = (): void => {
    hiddenTimer = undefined;
    if (rectsOf(ranges).length === 0 && !frame.matches(':hover, :focus-within')) onGone();
  };
  const place = (): void => {
    if (rectsOf(ranges).length === 0) {
      // A menu closes when the pointer leaves it for the popover, which that may reach a moment later.
      const isHidden = wasInSight && ranges[0]?.startContainer.isConnected === true;
      if (isHidden) hiddenTimer ??= setTimeout(closeIfLeft, LEAVE_DELAY_MS);
      else onGone();
      return;
    }
    const edges = { padding: EDGE_PX, ...seenPart.boundary };
    const limitHeight: Middleware = size({
      ...edges,
      apply: ({ availableHeight }) => setMostHeight(availableHeight),
    });
    void computePosition(anchor, frame, {
      platform: PLATFORM,
      strategy: 'fixed',
      placement: vertical ? 'left-start' : 'bottom-start',
      middleware: [offset(GAP_PX), flip(edges), shift(edges), limitHeight, hide()],
    }).then(({ x, y, middlewareData }) => {
      if (stopped) return;
      frame.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
      const isInSight = middlewareData.hide?.referenceHidden !== true;
      if (wasInSight && !isInSight) onGone();
      wasInSight ||= isInSight;
    });
  };
  const seenPart = watchSeenPart(frame, place);
  const stop = autoUpdate(anchor, frame, () => {
    place();
    seenPart.look();
  });
  return () => {
    stopped = true;
    clearTimeout(hiddenTimer);
    seenPart.stop();
    stop();
  };
}

/** What reckons with all that can scroll or clip needs a body, which plain XML has not: there it goes on scrolling. */
function placeBelow(frame: HTMLElement, { left, bottom }: DOMRect, onGone: () => void): () => void {
  const x = Math.max(EDGE_PX, Math.min(left, innerWidth - frame.offsetWidth - EDGE_PX));
  const y = Math.max(EDGE_PX, Math.min(bottom + GAP_PX, innerHeight - frame.offsetHeight - EDGE_PX));
  frame.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  const listening = new AbortController();
  addEventListener('scroll', onGone, { capture: true, once: true, signal: listening.signal });
  return () => listening.abort();
}
