import type { TermDescription } from '@/lib/glossary/sense-description';
import { backdropTheme } from '@/lib/page/backdrop';
import type { Mark } from '@/lib/page/mark';
import { contains } from '@/lib/page/rects';
import type { Box, Point } from '@/lib/popover/safe-triangle';
import { CardContent, type CardContext, type CardHolder } from './card-content';
import { rememberFocus, tabStops } from './focus-return';
import type { PopoverHost } from './host';
import { PinnedPlace } from './pinned-place';
import { placeBeside } from './placement';

/** What a window shows, and for whom. */
export interface WindowRequest {
  mark: Mark;
  /** Has at least one sense. */
  description: TermDescription;
  /** Where the pointer is, in viewport CSS pixels: a term that wraps is explained at the line pointed at. */
  point: Point | undefined;
  /** The reader uses the keyboard: the focus goes into the window, and a screen reader says what it shows. */
  focus: boolean;
}

/** What every window needs of its surroundings. */
export interface WindowContext extends CardContext {
  /** Gets the texts that `view` needs. */
  prepare(): Promise<void>;
  /** Called when a window shows another term or none. */
  onChange(): void;
  onPin(window: PopoverWindow): void;
  /** The reader wants it closed, or its term has gone from under it. */
  onClose(window: PopoverWindow): void;
}

/** One popover: a frame beside its term, or where the reader has pinned it, with a card in it. */
export class PopoverWindow implements CardHolder {
  readonly frame: HTMLElement;
  readonly #host: PopoverHost;
  readonly #context: WindowContext;
  #content: CardContent | undefined;
  #pinned: PinnedPlace | undefined;
  #stopPlacing: (() => void) | undefined;
  #returnFocus: (() => void) | undefined;
  readonly #removed = new AbortController();

  constructor(host: PopoverHost, context: WindowContext) {
    this.#host = host;
    this.#context = context;
    this.frame = host.addFrame();
    this.frame.addEventListener('keydown', (event) => this.#onTab(event));
  }

  /** The text that it explains; none while it is closed. */
  get ranges(): readonly StaticRange[] {
    return this.#content?.mark.shown === true ? this.#content.mark.ranges : [];
  }

  /** Where it is; `undefined` while it is closed. */
  get box(): Box | undefined {
    return this.#content && this.frame.getBoundingClientRect();
  }

  get isOpen(): boolean {
    return this.#content !== undefined;
  }

  /** Whether it is to be seen: a page can take away what it stands in. */
  get isSeen(): boolean {
    return this.frame.checkVisibility();
  }

  get hasFocus(): boolean {
    return this.frame.contains(this.#host.focused);
  }

  /** Whether somebody uses it with the keyboard: a button that was clicked has the focus too. */
  get hasKeyboard(): boolean {
    return this.hasFocus && this.#host.focused?.matches(':focus-visible') === true;
  }

  /** Whether it says how to undo what it has just done. */
  get offersUndo(): boolean {
    return this.#content?.offersUndo === true;
  }

  get pinned(): PinnedPlace | undefined {
    return this.#pinned;
  }

  holds(event: PointerEvent): boolean {
    return (
      this.isOpen &&
      this.#host.holds(event) &&
      contains(this.frame.getBoundingClientRect(), event.clientX, event.clientY, 1)
    );
  }

  show({ mark, description, point, focus }: WindowRequest): void {
    this.hide();
    const { ranges } = mark;
    const node = ranges[0]?.startContainer;
    if (node === undefined) return;
    const content = new CardContent(this, this.#context, mark, description);
    this.#content = content;
    this.frame.dataset['theme'] = backdropTheme(node);
    content.draw();
    this.#host.show(this.frame, node);
    const stopPlacing = placeBeside(this.frame, { ranges, point }, () => this.close());
    // A text that has vanished by now has closed it again.
    if (this.#content !== content) {
      stopPlacing();
      return;
    }
    this.#stopPlacing = stopPlacing;
    this.#context.onChange();
    if (focus) this.takeFocus();
  }

  /** Takes another mark for its own, if that is what `renew` gives: the same place, read again. */
  renewMark(renew: (mark: Mark) => Mark): void {
    const before = this.#content?.mark;
    const mark = before && renew(before);
    if (mark !== undefined && mark !== before) this.#content?.renewMark(mark);
  }

  /** Takes the focus into the window; it goes back to where it was when the window closes. */
  takeFocus(): void {
    if (!this.hasFocus) this.#returnFocus = rememberFocus();
    this.frame.focus({ preventScroll: true });
    this.#announce();
  }

  hide(): void {
    if (this.#content === undefined) return;
    const content = this.#content;
    this.#content = undefined;
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    const returnFocus = this.hasFocus ? this.#returnFocus : undefined;
    this.#host.hide(this.frame);
    this.#host.announce('', '');
    content.end();
    returnFocus?.();
    this.#returnFocus = undefined;
    this.#context.onChange();
  }

  remove(): void {
    this.hide();
    this.#removed.abort();
    this.frame.remove();
  }

  redraw(): void {
    this.#content?.draw();
  }

  close(): void {
    this.#context.onClose(this);
  }

  pin(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    this.#pinned = new PinnedPlace(this.frame, this.#removed.signal);
    this.#context.onPin(this);
    this.redraw();
    this.frame.querySelector<HTMLElement>('.pin-bar')?.focus({ preventScroll: true });
  }

  replace(draw: () => void): void {
    const hadFocus = this.hasFocus;
    draw();
    if (!hadFocus) return;
    // What led there may be gone, and the focus with it.
    if (!this.hasFocus) this.frame.focus({ preventScroll: true });
    this.#announce();
  }

  onMark(): void {
    this.#context.onChange();
  }

  #announce(): void {
    const { text, language } = this.#content?.spoken ?? { text: '', language: '' };
    this.#host.announce(text, language);
  }

  /** The page has no tab stop for us: beyond the first and last of ours the reader is back on the page. */
  #onTab(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || this.#returnFocus === undefined) return;
    const stops = tabStops(this.frame);
    const { focused } = this.#host;
    const leaves = event.shiftKey
      ? focused === this.frame || focused === stops[0]
      : focused === stops.at(-1) || stops.length === 0;
    if (!leaves) return;
    event.preventDefault();
    if (this.#pinned === undefined) this.close();
    else this.#returnFocus();
  }
}
