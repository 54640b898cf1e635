import { drawnParent } from '@/lib/page/drawn-parent';
import { topElementAt } from '@/lib/page/hit-test';
import type { Mark } from '@/lib/page/mark';
import type { Point } from '@/lib/popover/safe-triangle';
import { LONG_PRESS_MS, PRESS_TOLERANCE_PX } from '@/lib/popover/timing';

/** What a tap is meant for. */
const CONTROLS =
  'a[href], button, input, select, textarea, summary, label, [role=button], [role=link], [role=tab], [role=menuitem]';

/**
 * Whether a tap on a term at a point of the viewport (CSS pixels) is for something that does something of its own:
 * the term stands in it, or it is laid over the term. Through shadow trees.
 */
export function isInControl({ ranges: [range] }: Mark, { x, y }: Point): boolean {
  return [range?.startContainer, topElementAt(x, y)].some((from) => {
    for (let at: Node | null = from ?? null; at !== null; at = drawnParent(at))
      if (at instanceof Element && at.matches(CONTROLS)) return true;
    return false;
  });
}

/** A finger or pen held down on a term that a tap would not explain, since it is a link. */
export class LongPress {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #from: Point = { x: 0, y: 0 };
  /** The browser's own reaction to this press is still to come. */
  #done = false;

  start(point: Point, onLongPress: () => void): void {
    this.forget();
    this.#from = point;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#done = true;
      onLongPress();
    }, LONG_PRESS_MS);
  }

  /** A finger that moves scrolls, a pen that moves selects. */
  move({ clientX, clientY }: PointerEvent): void {
    if (Math.hypot(clientX - this.#from.x, clientY - this.#from.y) > PRESS_TOLERANCE_PX) this.end();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Another press begins: nothing of the last one is to come any more. */
  forget(): void {
    this.end();
    this.#done = false;
  }

  /** Keeps the browser's menu, and the link, from what was a long press. */
  swallow(event: Event): void {
    if (!this.#done) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
