import type { Container } from './elements';
import type { Highlighter } from './highlighter';
import type { Mark } from './mark';

/**
 * Decides which of the marks that are to be shown have their ranges in `CSS.highlights`.
 *
 * Chromium works through all ranges there anew in each frame in which anything on the page has changed, some 10 µs
 * a range: thousands of them would slow down every page that moves (docs/adr/0025-draw-near-the-screen.md). So the
 * first marks of a page, which the scanner gives for what is on screen, are drawn wherever they stand, and the rest
 * of a long page only near the screen.
 */

/**
 * Marks drawn wherever they stand: a long article needs nothing else, in a tab in the background too, which gets no
 * frames and so hears nothing of what is near. Each costs a changed frame as much as the one before.
 */
const DRAWN_ANYWHERE = import.meta.env.FIREFOX ? Number.POSITIVE_INFINITY : 200;

/** How far from the screen, or from the visible part of a scroll container, marks are drawn: one screen. */
const NEAR = '100%';

/** What comes near and goes far while scrolling is collected: each change costs a frame that takes longer. */
const COLLECT_MS = 200;

/** The marks of one box. */
interface Place {
  marks: Set<Mark>;
  near: boolean;
  drawn: boolean;
}

export class MarkDrawer {
  readonly #highlighter: Highlighter;
  readonly #anywhere = new Set<Mark>();
  readonly #places = new Map<Element, Place>();
  readonly #changed = new Set<Element>();
  readonly #watch: IntersectionObserver;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(highlighter: Highlighter) {
    this.#highlighter = highlighter;
    const options = { root: document, rootMargin: NEAR, scrollMargin: NEAR };
    this.#watch = new IntersectionObserver((entries) => this.#onMoved(entries), options);
  }

  show(mark: Mark): void {
    const box = boxOf(mark.container);
    if (this.#anywhere.size < DRAWN_ANYWHERE || box === undefined) {
      this.#anywhere.add(mark);
      this.#highlighter.add(mark.ranges, mark.colour);
      return;
    }
    let place = this.#places.get(box);
    if (place === undefined) {
      place = { marks: new Set(), near: false, drawn: false };
      this.#places.set(box, place);
      this.#watch.observe(box);
    }
    place.marks.add(mark);
    if (place.drawn) this.#highlighter.add(mark.ranges, mark.colour);
  }

  hide(mark: Mark): void {
    if (this.#anywhere.delete(mark)) {
      this.#highlighter.remove(mark.ranges);
      return;
    }
    const box = hostOf(mark.container);
    const place = this.#places.get(box);
    if (place === undefined || !place.marks.delete(mark)) return;
    if (place.drawn) this.#highlighter.remove(mark.ranges);
    // A text that changes has new marks in a moment: until then it is known where it stands.
    if (place.marks.size === 0) this.#expectChange(box);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#watch.disconnect();
    this.#places.clear();
  }

  #onMoved(entries: readonly IntersectionObserverEntry[]): void {
    let inSight = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const place = this.#places.get(target);
      if (place === undefined) continue;
      place.near = isIntersecting;
      if (place.near === place.drawn) continue;
      this.#expectChange(target);
      inSight ||= isIntersecting && boundingClientRect.bottom >= 0 && boundingClientRect.top <= innerHeight;
    }
    if (inSight) this.#drawChanged();
  }

  #expectChange(box: Element): void {
    this.#changed.add(box);
    this.#timer ??= setTimeout(() => this.#drawChanged(), COLLECT_MS);
  }

  #drawChanged(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const box of this.#changed) {
      const place = this.#places.get(box);
      if (place === undefined) continue;
      if (place.marks.size === 0) {
        this.#places.delete(box);
        this.#watch.unobserve(box);
      } else if (place.near !== place.drawn) {
        place.drawn = place.near;
        for (const { ranges, colour } of place.marks) {
          if (place.drawn) this.#highlighter.add(ranges, colour);
          else this.#highlighter.remove(ranges);
        }
      }
    }
    this.#changed.clear();
  }
}

function hostOf(container: Container): Element {
  return container instanceof ShadowRoot ? container.host : container;
}

/** The element whose box tells where a container is; `undefined` if it has none. */
function boxOf(container: Container): Element | undefined {
  const box = hostOf(container);
  return container instanceof ShadowRoot && getComputedStyle(box).display === 'contents' ? undefined : box;
}
