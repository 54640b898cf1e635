import type { Rect } from '@floating-ui/dom';
import { HTML_NAMESPACE } from '@/lib/page/shadow-roots';

/** The part of a frame that is to be seen: a frame as high as its content reaches beyond the window. */
export interface SeenPart {
  /** What the placing keeps to, if that is not the window of its own document. Viewport CSS pixels. */
  boundary: { rootBoundary?: Rect };
  /** Has it measured anew; how, is told a moment later. */
  look(): void;
  stop(): void;
}

/**
 * @param beside in the shadow tree of the host, where something as large as the window is laid, for nobody to see
 * @param onChange called when another part is to be seen than before
 */
export function watchSeenPart(beside: Element, onChange: () => void): SeenPart {
  const part: SeenPart = { boundary: {}, look: () => {}, stop: () => {} };
  if (window === top) return part;
  const pane = document.createElementNS(HTML_NAMESPACE, 'div');
  pane.className = 'pane';
  beside.after(pane);
  const watch = new IntersectionObserver((entries) => {
    const seen = entries.at(-1);
    const boundary = seen?.isIntersecting ? boundaryOf(seen) : {};
    if (JSON.stringify(boundary) === JSON.stringify(part.boundary)) return;
    part.boundary = boundary;
    onChange();
  });
  // It tells by itself only when something comes into sight or goes; but always where something is that is new to it.
  part.look = () => {
    watch.unobserve(pane);
    watch.observe(pane);
  };
  part.stop = () => {
    watch.disconnect();
    pane.remove();
  };
  return part;
}

/** What a page transforms may keep the pane from being as large as the window: what counts is where it is cut off. */
function boundaryOf({
  boundingClientRect: whole,
  intersectionRect: seen,
}: IntersectionObserverEntry): SeenPart['boundary'] {
  const left = seen.left > Math.max(0, whole.left) + 1 ? seen.left : 0;
  const top = seen.top > Math.max(0, whole.top) + 1 ? seen.top : 0;
  const right = seen.right < Math.min(innerWidth, whole.right) - 1 ? seen.right : innerWidth;
  const bottom = seen.bottom < Math.min(innerHeight, whole.bottom) - 1 ? seen.bottom : innerHeight;
  const isAll = left === 0 && top === 0 && right === innerWidth && bottom === innerHeight;
  return isAll ? {} : { rootBoundary: { x: left, y: top, width: right - left, height: bottom - top } };
}
