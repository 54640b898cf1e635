import { PINNED_CLASS } from '@/lib/page/popover-bridge';

/** A pinned card is never smaller, in CSS pixels: its buttons and a line of text. */
const LEAST = { width: 220, height: 140 } as const;

/** So much of a pinned card stays in the window, in CSS pixels: it can be drawn back by it. */
const LEAST_SEEN_PX = 40;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value));

/** Where a pinned window is, and how large: the reader's choice, within the viewport. */
export class PinnedPlace {
  readonly #frame: HTMLElement;

  /**
   * Takes over a frame where it stands.
   *
   * @param signal ends it
   */
  constructor(frame: HTMLElement, signal: AbortSignal) {
    this.#frame = frame;
    frame.classList.add(PINNED_CLASS);
    // A window that gets smaller, or is zoomed into, must not leave it outside.
    addEventListener('resize', () => this.move(0, 0), { signal });
  }

  /** By CSS pixels. */
  move(x: number, y: number): void {
    const { left, top, width } = this.#frame.getBoundingClientRect();
    const to = {
      x: clamp(left + x, LEAST_SEEN_PX - width, innerWidth - LEAST_SEEN_PX),
      y: clamp(top + y, 0, innerHeight - LEAST_SEEN_PX),
    };
    this.#frame.style.translate = `${Math.round(to.x)}px ${Math.round(to.y)}px`;
  }

  /** By CSS pixels. */
  resize(x: number, y: number): void {
    const card = this.#frame.querySelector('.card');
    if (card === null) return;
    const { width, height } = card.getBoundingClientRect();
    const { style } = this.#frame;
    style.setProperty('--card-width', `${clamp(width + x, LEAST.width, innerWidth)}px`);
    style.setProperty('--card-height', `${clamp(height + y, LEAST.height, innerHeight)}px`);
  }
}
