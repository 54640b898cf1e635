import { ask, tell } from '@/lib/messaging/messenger';
import type { ContentToBackground } from '@/lib/messaging/protocol';
import { findMarkAt } from '@/lib/page/hit-test';
import type { Mark } from '@/lib/page/mark';
import { findPopover, type PopoverControl, type PopoverGround } from '@/lib/page/popover-bridge';

/** A pointer still for this long may be on a term: shorter than any delay a reader can set. In ms. */
const STILL_MS = 60;

const POINTER_EVENTS = [
  'pointermove',
  'pointerdown',
  'pointerup',
  'pointercancel',
  'click',
  'contextmenu',
] as const;

/**
 * Looks out for the first sign that a reader wants a term explained, then has the popover's script put here.
 * That one does all the rest: what stays in every frame of every page is only this.
 */
export class HoverWatch {
  readonly #ground: PopoverGround;
  readonly #onDeed: () => void;
  readonly #listening = new AbortController();
  #control: PopoverControl | undefined;
  #loading: Promise<PopoverControl> | undefined;
  #latest: PointerEvent | undefined;
  /** Presses and clicks that happened while the script was on its way. */
  #missed: PointerEvent[] = [];
  #stillTimer: ReturnType<typeof setTimeout> | undefined;
  #escapeOwner: number | undefined;
  /** An Escape that was ours is still held down. */
  #escaped = false;

  /** @param onDeed called when the reader does something, which may make the page do something */
  constructor(ground: PopoverGround, onDeed: () => void) {
    this.#ground = ground;
    this.#onDeed = onDeed;
    const { signal } = this.#listening;
    const onPointer = (event: Event): void => this.#onPointer(event as PointerEvent);
    for (const type of POINTER_EVENTS) {
      // A long press on a link must be able to keep the browser's menu away, and the link from being followed.
      const passive = type !== 'contextmenu' && type !== 'click';
      addEventListener(type, onPointer, { capture: true, passive, signal });
    }
    // Not passive: Escape is ours alone while a popover is open, and the page's otherwise.
    addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    addEventListener('keyup', (event) => this.#onKeyUp(event), { capture: true, signal });
  }

  openFor(mark: Mark, options: { focus: boolean }): void {
    this.#withControl((control) => control.openFor(mark, options));
  }

  checkTargets(): void {
    this.#control?.checkTargets();
  }

  dismiss({ floatingOnly }: { floatingOnly: boolean }): void {
    if (floatingOnly) this.#control?.dismissFloating();
    else this.#control?.dismiss();
  }

  /** Escape belongs to the popover of another frame, until told otherwise: keys go to the focused frame only. */
  lendEscape(frameId: number | undefined): void {
    this.#escapeOwner = frameId;
  }

  destroy(): void {
    this.#listening.abort();
    clearTimeout(this.#stillTimer);
    this.#control?.destroy();
  }

  #onPointer(event: PointerEvent): void {
    // A page that could open a popover would learn from it what is a term.
    if (!event.isTrusted) return;
    this.#onDeed();
    if (this.#control !== undefined) {
      this.#control.receive(event);
      return;
    }
    this.#latest = event;
    if (event.type !== 'pointermove') {
      if (this.#loading !== undefined) this.#missed.push(event);
      else this.#look(event);
    } else if (event.pointerType !== 'touch') {
      clearTimeout(this.#stillTimer);
      this.#stillTimer = setTimeout(() => this.#look(event), STILL_MS);
    }
  }

  #look(event: PointerEvent): void {
    if (!this.#ground.isAlive() || findMarkAt(this.#ground, event.clientX, event.clientY) === undefined)
      return;
    if (event.type !== 'pointermove') this.#missed.push(event);
    this.#withControl((control) => {
      for (const each of this.#missed) control.receive(each);
      if (this.#latest?.type === 'pointermove') control.receive(this.#latest);
    });
  }

  #withControl(use: (control: PopoverControl) => void): void {
    this.#load()
      .then(use, (error: unknown) => {
        // Nothing to explain with: the extension is gone or its background failed.
        if (this.#ground.isAlive()) console.error(error);
      })
      .finally(() => {
        this.#missed = [];
      });
  }

  #load(): Promise<PopoverControl> {
    this.#loading ??= loadPopover(this.#ground).then(
      (control) => {
        this.#control = control;
        // Marking may have ended while the script was on its way.
        if (this.#listening.signal.aborted) control.destroy();
        return control;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    this.#onDeed();
    if (event.key !== 'Escape' || event.isComposing) return;
    if (this.#control?.dismiss() !== true) {
      if (this.#escapeOwner === undefined) return;
      const frameId = this.#escapeOwner;
      // Once: a frame may be gone without a word. One that has another popover lends it again.
      this.#escapeOwner = undefined;
      tell<ContentToBackground, 'passEscape'>('passEscape', { frameId });
    }
    this.#escaped = true;
    swallow(event);
  }

  /** Many a page closes its own dialogs when the key comes up again. */
  #onKeyUp(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#escaped) return;
    this.#escaped = false;
    swallow(event);
  }
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

async function loadPopover(ground: PopoverGround): Promise<PopoverControl> {
  if (findPopover() === undefined) await ask<ContentToBackground, 'injectPopover'>('injectPopover', {});
  const create = findPopover();
  if (create === undefined) throw new Error('The popover script did not arrive');
  return create(ground);
}
