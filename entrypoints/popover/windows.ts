import type { Mark } from '@/lib/page/mark';
import type { PopoverGround } from '@/lib/page/popover-bridge';
import type { PopoverHost } from './host';
import { getsKeys } from './keyboard';
import { PopoverWindow, type WindowContext } from './window';

/** All popovers of a frame: the one that comes and goes with the pointer, and those that a reader has pinned. */
export class Windows {
  readonly #host: PopoverHost;
  readonly #ground: PopoverGround;
  readonly #context: WindowContext;
  #floating: PopoverWindow;
  #pinned: PopoverWindow[] = [];
  /** How many ranges are lit. */
  #litCount = 0;

  /** @param context what every window needs, but for what this one adds itself */
  constructor(
    host: PopoverHost,
    ground: PopoverGround,
    context: Omit<WindowContext, 'onChange' | 'onPin' | 'onClose'>,
    { onFloatingPinned, onFloatingClosed }: { onFloatingPinned(): void; onFloatingClosed(): void },
  ) {
    this.#host = host;
    this.#ground = ground;
    this.#context = {
      ...context,
      onChange: () => this.#showActive(),
      onPin: (window) => {
        if (window !== this.#floating) return;
        this.#pinned.push(window);
        this.#floating = new PopoverWindow(host, this.#context);
        onFloatingPinned();
      },
      onClose: (window) => (window === this.#floating ? onFloatingClosed() : this.close(window)),
    };
    this.#floating = new PopoverWindow(host, this.#context);
  }

  get floating(): PopoverWindow {
    return this.#floating;
  }

  get pinnedWithFocus(): PopoverWindow | undefined {
    return this.#pinned.find((window) => window.hasFocus);
  }

  get lastPinned(): PopoverWindow | undefined {
    return this.#pinned.findLast(({ isSeen }) => isSeen);
  }

  /** Closes a pinned window. */
  close(window: PopoverWindow): void {
    this.#pinned = this.#pinned.filter((each) => each !== window);
    window.remove();
  }

  /** Gets what has to be there before anything is shown. */
  prepare(): Promise<void> {
    return this.#context.prepare();
  }

  holds(event: Event): boolean {
    return this.#host.holds(event);
  }

  /** Has every window explain the mark that stands where its own stood, now that the page has been read again. */
  renewMarks(renew: (mark: Mark) => Mark): void {
    for (const window of [this.#floating, ...this.#pinned]) window.renewMark(renew);
    // A term that has gone would stay lit, or what stands in its place be lit for it.
    if (this.#ranges.length !== this.#litCount) this.#showActive();
  }

  redraw(): void {
    for (const window of [this.#floating, ...this.#pinned]) window.redraw();
  }

  destroy(): void {
    for (const window of [this.#floating, ...this.#pinned]) window.remove();
    this.#pinned = [];
    this.#host.remove();
  }

  /** The texts that are explained now. */
  get #ranges(): StaticRange[] {
    return [this.#floating, ...this.#pinned].flatMap(({ ranges }) => ranges);
  }

  #showActive(): void {
    const ranges = this.#ranges;
    this.#litCount = ranges.length;
    const isAnyOpen = [this.#floating, ...this.#pinned].some(({ isOpen }) => isOpen);
    this.#ground.onActive(ranges, isAnyOpen && !getsKeys());
  }
}
