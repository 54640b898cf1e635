/**
 * Tells whether a page is at rest, or changes in most of its frames: a ticker, a chat, an animation that the browser has
 * to draw anew. It is looked at now and then for a moment, so that the watching itself costs such a page next to nothing.
 */

/** How long a look takes. */
const LOOK_MS = 250;
/** A page changes all the time that does so 24 times a second. */
const CHANGES_IN_A_LOOK = 6;
/** Changes closer together are drawn in one frame. */
const FRAME_MS = 15;

/** Pauses between looks; each look that finds a page at rest is followed by a longer one. */
const SHORTEST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 16_000;

/** Looks in a row that must agree: a carousel that turns, or a feed that arrives, is no unrest. */
const LOOKS_UNTIL_RESTLESS = 2;
const LOOKS_UNTIL_RESTED = 3;

/** What a compositor can animate by itself: such an animation draws no frame of the page. */
const COMPOSITED = new Set([
  ...['transform', 'translate', 'rotate', 'scale', 'opacity', 'filter', 'backdropFilter'],
  // What stands in a keyframe beside its properties.
  ...['offset', 'computedOffset', 'easing', 'composite'],
]);
/** A page with more animations is judged by the first of them. */
const ANIMATIONS_ASKED = 50;

type Root = Document | ShadowRoot;

export class UnrestWatch {
  readonly #onChange: (restless: boolean) => void;
  readonly #roots = new Set<Root>([document]);
  readonly #observer = new MutationObserver(() => this.#onMutations());
  #timer: ReturnType<typeof setTimeout>;
  #pauseMs = SHORTEST_PAUSE_MS;
  #changes = 0;
  #changedAt = 0;
  #restless = false;
  /** Looks in a row that found other than what is held to be so. */
  #against = 0;

  /** @param onChange called when a page that was at rest no longer is, and the other way round */
  constructor(onChange: (restless: boolean) => void) {
    this.#onChange = onChange;
    this.#timer = setTimeout(() => this.#startLook(), this.#pauseMs);
  }

  include(root: ShadowRoot): void {
    this.#roots.add(root);
  }

  exclude(root: ShadowRoot): void {
    this.#roots.delete(root);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  }

  #startLook(): void {
    this.#changes = 0;
    // What is not seen is not drawn, and costs nothing.
    if (!document.hidden) {
      for (const root of this.#roots) {
        const attributeFilter = ['class', 'style'];
        this.#observer.observe(root, {
          attributeFilter,
          childList: true,
          characterData: true,
          subtree: true,
        });
      }
    }
    this.#timer = setTimeout(() => this.#endLook(), LOOK_MS);
  }

  #onMutations(): void {
    const now = performance.now();
    if (now - this.#changedAt < FRAME_MS) return;
    this.#changedAt = now;
    this.#changes++;
  }

  #endLook(): void {
    this.#observer.disconnect();
    if (!document.hidden) this.#judge(this.#changes >= CHANGES_IN_A_LOOK || this.#isAnimated());
    this.#timer = setTimeout(() => this.#startLook(), this.#pauseMs);
  }

  #judge(restless: boolean): void {
    const rested = !restless && !this.#restless;
    this.#pauseMs = rested ? Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS) : SHORTEST_PAUSE_MS;
    this.#against = restless === this.#restless ? 0 : this.#against + 1;
    if (this.#against < (restless ? LOOKS_UNTIL_RESTLESS : LOOKS_UNTIL_RESTED)) return;
    this.#against = 0;
    this.#restless = restless;
    this.#onChange(restless);
  }

  #isAnimated(): boolean {
    return [...this.#roots].some((root) =>
      root.getAnimations().slice(0, ANIMATIONS_ASKED).some(isDrawnByThePage),
    );
  }
}

function isDrawnByThePage({ playState, effect }: Animation): boolean {
  if (playState !== 'running' || !(effect instanceof KeyframeEffect)) return false;
  return effect.getKeyframes().some((frame) => Object.keys(frame).some((name) => !COMPOSITED.has(name)));
}
