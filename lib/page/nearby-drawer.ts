import type { Container } from './elements';
import type { Highlighter } from './highlighter';
import type { Mark } from './mark';
import type { MarkDrawer } from './mark-drawer';

/**
 * Marks drawn wherever they stand: a long article needs nothing else, in a tab in the background too, which gets no
 * frames and so hears nothing of what is near. Each costs a changed frame as much as the one before.
 */
const DRAWN_ANYWHERE = 200;

/**
 * How far from the screen, or from the visible part of a scroll container, marks are drawn: one screen. On a page that
 * changes in each frame every mark costs, so that there only those in sight are.
 */
const NEAR = '100%';
const NEAR_WHEN_RESTLESS = '0%';

/**
 * What comes near and goes far is collected: each change costs a frame that takes longer, and asking where all boxes of
 * a long page are takes more than a millisecond for each thousand of them.
 */
const COLLECT_MS = 200;

/** A box with no more marks is not asked whether its text runs out of it: for thousands of boxes that takes a while. */
const FEW = 9;

/** What TypeScript's DOM types do not have yet. */
interface WatchOptions extends IntersectionObserverInit {
  scrollMargin: string;
  /** Least time between two answers, ms. */
  delay: number;
}

/** The marks of one box. */
interface Place {
  marks: Set<Mark>;
  /** Whether it is near, and its marks have their ranges. */
  drawn: boolean;
}

/**
 * The drawer for Chromium, which works through all ranges in `CSS.highlights` anew in each frame in which anything on
 * the page has changed, some 10 µs a range: thousands of them would slow down every page that moves
 * (docs/adr/0025-draw-near-the-screen.md). So the first marks of a page, which the scanner gives for what is on screen,
 * are drawn wherever they stand, and the rest of a long page only near the screen.
 */
export class NearbyDrawer implements MarkDrawer {
  readonly #highlighter: Highlighter;
  readonly #anywhere = new Set<Mark>();
  readonly #places = new Map<Element, Place>();
  /** Boxes that have got their first mark, or lost their last: watched from the next round on, or no longer. */
  readonly #changed = new Set<Element>();
  #watch: IntersectionObserver;
  #restless = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(highlighter: Highlighter) {
    this.#highlighter = highlighter;
    this.#watch = this.#createWatch();
  }

  /** Whether the page changes in most of its frames: then only what is in sight is drawn. */
  setRestless(restless: boolean): void {
    this.#restless = restless;
    if (restless) this.#dropFarAway();
    this.#watch.disconnect();
    this.#watch = this.#createWatch();
    for (const box of this.#places.keys()) this.#watch.observe(box);
  }

  show(mark: Mark): void {
    const box = boxOf(mark.container);
    if (box === undefined || (!this.#restless && this.#anywhere.size < DRAWN_ANYWHERE)) {
      this.#anywhere.add(mark);
    } else {
      const place = this.#placeAt(box);
      place.marks.add(mark);
      if (!place.drawn) return;
    }
    this.#highlighter.add(mark.ranges, mark.colour);
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
    if (place.marks.size > 0) return;
    // A text that changes has new marks in a moment: until then it is known where it stands.
    this.#watchSoon(box);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#watch.disconnect();
    this.#places.clear();
  }

  #createWatch(): IntersectionObserver {
    const near = this.#restless ? NEAR_WHEN_RESTLESS : NEAR;
    const options: WatchOptions = {
      root: document,
      rootMargin: near,
      scrollMargin: near,
      delay: COLLECT_MS,
    };
    return new IntersectionObserver((entries) => this.#onMoved(entries), options);
  }

  #placeAt(box: Element): Place {
    let place = this.#places.get(box);
    if (place === undefined) {
      place = { marks: new Set(), drawn: false };
      this.#places.set(box, place);
      this.#watchSoon(box);
    }
    return place;
  }

  /** Each box that is watched anew makes the browser draw a frame and go through all of them: they are collected. */
  #watchSoon(box: Element): void {
    this.#changed.add(box);
    this.#timer ??= setTimeout(() => this.#watchChanged(), COLLECT_MS);
  }

  /** Keeps the marks drawn anywhere by their boxes too, like all others. */
  #dropFarAway(): void {
    for (const mark of this.#anywhere) {
      const box = boxOf(mark.container);
      if (box === undefined) continue;
      this.#anywhere.delete(mark);
      // Drawn until the box turns out to be far away.
      if (!this.#places.has(box)) this.#placeAt(box).drawn = true;
      const place = this.#placeAt(box);
      place.marks.add(mark);
      if (!place.drawn) this.#highlighter.remove(mark.ranges);
    }
  }

  #onMoved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const place = this.#places.get(target);
      if (place === undefined) continue;
      // The text of a box that is as high as the window runs out of it, to where the box is not.
      const runsOut = place.marks.size > FEW && target.scrollHeight > target.clientHeight + innerHeight;
      const near = isIntersecting || runsOut;
      if (place.drawn === near) continue;
      place.drawn = near;
      for (const { ranges, colour } of place.marks) {
        if (place.drawn) this.#highlighter.add(ranges, colour);
        else this.#highlighter.remove(ranges);
      }
    }
  }

  #watchChanged(): void {
    this.#timer = undefined;
    for (const box of this.#changed) {
      if (this.#places.get(box)?.marks.size !== 0) this.#watch.observe(box);
      else {
        this.#places.delete(box);
        this.#watch.unobserve(box);
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
