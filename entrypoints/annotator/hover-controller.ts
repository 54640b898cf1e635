import type { ContainedTerm, TermDescription } from '@/lib/glossary/sense-description';
import { contains, rangesAtPoint, rectsOf } from '@/lib/page/hit-test';
import type { Mark } from '@/lib/page/mark';
import type { PopoverView } from '@/lib/page/popover-bridge';
import { nextState, type PopoverEvent, type PopoverState } from '@/lib/popover/state';
import { LEAVE_DELAY_MS, REST_TOLERANCE_PX } from '@/lib/popover/timing';

export interface HoverDependencies {
  /** The painted mark that a range belongs to. */
  markOf(range: AbstractRange): Mark | undefined;
  /** What a term of an index means; no senses if that is no longer known. */
  describe(term: ContainedTerm & { revision: number }): Promise<TermDescription>;
  /** The popover, loaded when first needed. */
  loadView(onDismiss: () => void): Promise<PopoverView>;
  /** Called with the mark whose popover is open, and with nothing when it closes. */
  onActive(mark: Mark | undefined): void;
  hoverDelayMs(): number;
  /** Escape was pressed here while the popover of that frame is open. */
  passEscape(frameId: number): void;
  /** False once the extension is gone: then everything is taken down. */
  isAlive(): boolean;
}

/** Turns pointer and keyboard events into the popover's state, and owns its timers. */
export class HoverController {
  readonly #on: HoverDependencies;
  #state: PopoverState<Mark> = { kind: 'hidden' };
  #view: PopoverView | undefined;
  #point = { x: 0, y: 0 };
  #restedAt: { x: number; y: number } | undefined;
  #movedAtMs = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #leaveTimer: ReturnType<typeof setTimeout> | undefined;
  #token = 0;
  #escapeOwner: number | undefined;
  readonly #listening = new AbortController();

  constructor(dependencies: HoverDependencies) {
    this.#on = dependencies;
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    addEventListener('pointermove', (event) => this.#onMove(event), options);
    addEventListener('pointerdown', (event) => this.#onDown(event), options);
    addEventListener('click', (event) => this.#onTap(event), options);
    document.addEventListener(
      'pointerout',
      (event) => {
        if (event.relatedTarget === null) this.#onLeaveWindow();
      },
      options,
    );
    // Not passive: Escape is ours alone while the popover is open, and the page's otherwise.
    addEventListener('keydown', (event) => this.#onKey(event), {
      capture: true,
      signal: this.#listening.signal,
    });
  }

  /** Closes the popover if it explains a mark that is no longer painted. */
  checkTarget(): void {
    if (this.#state.kind !== 'hidden' && !this.#state.target.shown) this.#send({ type: 'dismiss' });
  }

  /** Opens the popover of a mark that was stepped to. */
  openFor(target: Mark): void {
    const [rect] = rectsOf(target.ranges);
    if (rect !== undefined) this.#point = { x: rect.left + 1, y: rect.top + 1 };
    this.#send({ type: 'rest', target, token: ++this.#token });
  }

  dismiss(): void {
    this.#send({ type: 'dismiss' });
  }

  /** Escape belongs to the popover of another frame, until told otherwise: keys go to the focused frame only. */
  lendEscape(frameId: number | undefined): void {
    this.#escapeOwner = frameId;
  }

  destroy(): void {
    this.#listening.abort();
    clearTimeout(this.#restTimer);
    this.#send({ type: 'dismiss' });
    this.#view?.destroy();
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    const rested = this.#restedAt;
    if (rested !== undefined && Math.hypot(x - rested.x, y - rested.y) <= REST_TOLERANCE_PX) return;
    this.#restedAt = undefined;
    this.#point = { x, y };
    this.#movedAtMs = performance.now();
    if (this.#state.kind !== 'hidden') {
      this.#send({ type: this.#isInside(event, this.#state.target) ? 'inside' : 'outside' });
      if (this.#view?.holds(event) === true) {
        clearTimeout(this.#restTimer);
        this.#restTimer = undefined;
        return;
      }
    }
    this.#restTimer ??= setTimeout(() => this.#onRestTimer(), this.#on.hoverDelayMs());
  }

  #onRestTimer(): void {
    this.#restTimer = undefined;
    const remainingMs = this.#movedAtMs + this.#on.hoverDelayMs() - performance.now();
    if (remainingMs > 1) {
      this.#restTimer = setTimeout(() => this.#onRestTimer(), remainingMs);
      return;
    }
    this.#restedAt = this.#point;
    this.#explainAt(this.#point);
  }

  #explainAt({ x, y }: { x: number; y: number }): void {
    if (!this.#on.isAlive()) return;
    const target = rangesAtPoint(x, y)
      .map((range) => this.#on.markOf(range))
      .find((mark) => mark !== undefined);
    this.#send({ type: 'rest', target, token: ++this.#token });
  }

  #isInside(event: PointerEvent, target: Mark): boolean {
    if (this.#view?.holds(event) === true) return true;
    return rectsOf(target.ranges).some((rect) =>
      contains(rect, event.clientX, event.clientY, REST_TOLERANCE_PX),
    );
  }

  #onDown(event: PointerEvent): void {
    this.#restedAt = undefined;
    if (this.#state.kind !== 'hidden' && this.#view?.holds(event) !== true) this.#send({ type: 'dismiss' });
  }

  /** A finger has no hover: a tap explains a term, unless the tap is meant for a link or control. */
  #onTap(event: MouseEvent): void {
    if ((event as PointerEvent).pointerType !== 'touch' || this.#view?.holds(event) === true) return;
    const [at] = event.composedPath();
    if (at instanceof Element && at.closest('a, button, input, select, textarea, summary, label') !== null)
      return;
    this.#point = { x: event.clientX, y: event.clientY };
    this.#explainAt(this.#point);
  }

  #onLeaveWindow(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = undefined;
    this.#restedAt = undefined;
    this.#send({ type: 'outside' });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    const isOpen = this.#state.kind === 'shown' || this.#state.kind === 'closing';
    if (!isOpen && this.#escapeOwner === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isOpen) this.dismiss();
    else if (this.#escapeOwner !== undefined) this.#on.passEscape(this.#escapeOwner);
  }

  #send(event: PopoverEvent<Mark>): void {
    const before = this.#state;
    const after = nextState(before, event);
    if (after === before) return;
    this.#state = after;
    clearTimeout(this.#leaveTimer);
    if (after.kind === 'closing') {
      this.#leaveTimer = setTimeout(() => this.#send({ type: 'leave-elapsed' }), LEAVE_DELAY_MS);
    } else if (after.kind === 'opening') {
      if (before.kind === 'shown' || before.kind === 'closing') this.#hide();
      void this.#open(after.target, after.token);
    } else if (after.kind === 'hidden') {
      this.#hide();
    }
  }

  #hide(): void {
    this.#view?.hide();
    this.#on.onActive(undefined);
  }

  async #open(target: Mark, token: number): Promise<void> {
    const point = this.#point;
    try {
      const [description, view] = await Promise.all([
        this.#on.describe(target),
        this.#view ?? this.#on.loadView(() => this.#send({ type: 'dismiss' })),
      ]);
      this.#view = view;
      const found = description.senses.length > 0 && target.shown;
      this.#send({ type: 'described', token, found });
      if (this.#state.kind !== 'shown' || this.#state.target !== target) return;
      const { ranges, text, revision } = target;
      const describe = (term: ContainedTerm) => this.#on.describe({ ...term, revision });
      view.show({ ranges, point, text, description, describe });
      this.#on.onActive(target);
    } catch (error) {
      this.#send({ type: 'described', token, found: false });
      // Nothing to explain with: the extension is gone or its background failed, which reports it itself.
      if (this.#on.isAlive()) throw error;
    }
  }
}
