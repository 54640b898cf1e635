import type { ContainedTerm, TermDescription } from '@/lib/glossary/sense-description';
import { ask } from '@/lib/messaging/messenger';
import type { PopoverToBackground } from '@/lib/messaging/popover-protocol';
import { findMarkAt } from '@/lib/page/hit-test';
import { type Mark, successorOf } from '@/lib/page/mark';
import type { PopoverControl, PopoverGround } from '@/lib/page/popover-bridge';
import { contains, rectsOf } from '@/lib/page/rects';
import { isOnTheWay, type Point } from '@/lib/popover/safe-triangle';
import { nextState, type PopoverEvent, type PopoverState } from '@/lib/popover/state';
import { LEAVE_DELAY_MS, REST_TOLERANCE_PX } from '@/lib/popover/timing';
import { isInControl, LongPress } from './touch';
import type { Windows } from './windows';

const isPen = ({ pointerType }: PointerEvent): boolean => pointerType === 'pen';

/** Turns what a reader does with pointer, finger and keys into the popover's state, and owns its timers. */
export class PopoverController implements PopoverControl {
  readonly #ground: PopoverGround;
  readonly #windows: Windows;
  #state: PopoverState<Mark> = { kind: 'hidden' };
  #point: Point = { x: 0, y: 0 };
  /** Where the pointer was last on the open popover's term. */
  #leftAt: Point | undefined;
  #restedAt: Point | undefined;
  #movedAtMs = 0;
  #movedWithAlt = false;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #leaveTimer: ReturnType<typeof setTimeout> | undefined;
  #token = 0;
  /** Opened by keys, or by a pen's tap: a mouse that lies about, or the pen when it goes away, does not close it. */
  #held = false;
  readonly #longPress = new LongPress();
  readonly #listening = new AbortController();

  constructor(ground: PopoverGround, windows: Windows) {
    this.#ground = ground;
    this.#windows = windows;
    const { signal } = this.#listening;
    document.addEventListener(
      'pointerout',
      (event) => {
        // A finger goes out of everything each time it is lifted.
        if (event.relatedTarget === null && event.pointerType !== 'touch') this.#onLeaveWindow();
      },
      { capture: true, passive: true, signal },
    );
    addEventListener('keydown', (event) => this.#onKey(event), { capture: true, passive: true, signal });
  }

  receive(event: PointerEvent): void {
    if (event.type === 'pointermove') {
      this.#longPress.move(event);
      this.#onMove(event);
    } else if (event.type === 'pointerdown') this.#onDown(event);
    else if (event.type === 'click') this.#onClick(event);
    else if (event.type === 'contextmenu') this.#longPress.swallow(event);
    else this.#longPress.end();
  }

  openFor(mark: Mark, { focus }: { focus: boolean }): void {
    const { kind } = this.#state;
    if ((kind === 'shown' || kind === 'closing') && this.#state.target === mark) {
      this.#send({ type: 'inside' });
      this.#held = true;
      if (focus) this.#windows.floating.takeFocus();
    } else this.#explain(mark, { focus, held: true });
  }

  checkTargets(): void {
    const renew = (mark: Mark): Mark =>
      mark.shown ? mark : (successorOf(mark, this.#ground.marksIn(mark.container)) ?? mark);
    this.#windows.renewMarks(renew);
    if (this.#state.kind === 'hidden') return;
    if (this.#state.kind !== 'opening') this.#state = { ...this.#state, target: renew(this.#state.target) };
    if (this.#state.target.shown) return;
    // A popover that has just said how to undo a "don't mark" stays, though it has itself unmarked its term.
    if (!this.#windows.floating.offersUndo) this.#send({ type: 'dismiss' });
  }

  dismiss(): boolean {
    const pinned = this.#windows.pinnedWithFocus ?? this.#windows.lastPinned;
    const isOpen = this.#state.kind === 'shown' || this.#state.kind === 'closing';
    if (isOpen && this.#windows.pinnedWithFocus === undefined) this.#send({ type: 'dismiss' });
    else if (pinned !== undefined) this.#windows.close(pinned);
    else return false;
    return true;
  }

  destroy(): void {
    this.#listening.abort();
    clearTimeout(this.#restTimer);
    this.#longPress.end();
    this.#send({ type: 'dismiss' });
    this.#windows.destroy();
  }

  /** The floating popover's own wish, or its term has gone from under it. */
  dismissFloating(): void {
    this.#send({ type: 'dismiss' });
  }

  /** The floating popover has been pinned: it is no longer this one's to close. */
  letGo(): void {
    clearTimeout(this.#leaveTimer);
    this.#state = { kind: 'hidden' };
    this.#held = false;
  }

  /** Explains a mark in place of what is explained. */
  #explain(
    target: Mark,
    { point, focus = false, held = false }: { point?: Point; focus?: boolean; held?: boolean },
  ): void {
    if (this.#state.kind !== 'hidden' && this.#state.target === target) return;
    this.#send({ type: 'rest', target, token: ++this.#token });
    this.#held = held;
    void this.#open(target, { token: this.#token, focus, ...(point && { point }) });
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    const rested = this.#restedAt;
    if (rested !== undefined && Math.hypot(x - rested.x, y - rested.y) <= REST_TOLERANCE_PX) return;
    this.#restedAt = undefined;
    this.#point = { x, y };
    this.#movedAtMs = performance.now();
    // A pointer that selects or drags something is not asking for anything.
    if (event.buttons !== 0) {
      this.#stopResting();
      return;
    }
    if (this.#state.kind !== 'hidden') {
      this.#follow(event, this.#state.target);
      if (this.#windows.holds(event)) {
        this.#stopResting();
        return;
      }
    }
    const { openOn, hoverDelayMs } = this.#ground.settings();
    this.#movedWithAlt = event.altKey;
    if (openOn === 'alt' && event.altKey) this.#explainAt(this.#point, { moving: true });
    this.#restTimer ??= setTimeout(() => this.#onRestTimer(), hoverDelayMs);
  }

  /** Says whether the pointer is on the popover, its term, or the way between them. */
  #follow(event: PointerEvent, target: Mark): void {
    const { x, y } = this.#point;
    const onTerm = rectsOf(target.ranges).some((rect) => contains(rect, x, y, REST_TOLERANCE_PX));
    if (onTerm) this.#leftAt = this.#point;
    const box = this.#windows.floating.box;
    const onTheWay =
      this.#leftAt !== undefined && box !== undefined && isOnTheWay(this.#leftAt, this.#point, box);
    const inside = onTerm || onTheWay || this.#windows.floating.holds(event) || this.#isHeld;
    this.#send({ type: inside ? 'inside' : 'outside' });
  }

  get #isHeld(): boolean {
    return this.#held || this.#windows.floating.hasKeyboard;
  }

  #onRestTimer(): void {
    this.#restTimer = undefined;
    const { openOn, hoverDelayMs } = this.#ground.settings();
    const remainingMs = this.#movedAtMs + hoverDelayMs - performance.now();
    if (remainingMs > 1) {
      this.#restTimer = setTimeout(() => this.#onRestTimer(), remainingMs);
      return;
    }
    this.#restedAt = this.#point;
    if (openOn === 'rest' || (openOn === 'alt' && this.#movedWithAlt)) this.#explainAt(this.#point);
    else this.#restBesideTerms(this.#point);
  }

  #explainAt(point: Point, { moving = false } = {}): void {
    if (!this.#ground.isAlive()) return;
    const target = findMarkAt(this.#ground, point.x, point.y, { through: !moving });
    if (target !== undefined) this.#explain(target, { point });
    else this.#restBesideTerms(point);
  }

  /** A pointer at rest is not on its way anywhere: it is on the popover, on its term, or has left both. */
  #restBesideTerms({ x, y }: Point): void {
    if (this.#state.kind === 'hidden' || this.#isHeld) return;
    const { box } = this.#windows.floating;
    const places = [...rectsOf(this.#state.target.ranges), ...(box ? [box] : [])];
    if (!places.some((place) => contains(place, x, y, REST_TOLERANCE_PX))) this.#send({ type: 'outside' });
  }

  #stopResting(): void {
    clearTimeout(this.#restTimer);
    this.#restTimer = undefined;
  }

  #onDown(event: PointerEvent): void {
    // A press is not a rest.
    this.#stopResting();
    this.#restedAt = undefined;
    this.#longPress.forget();
    if (this.#windows.holds(event)) return;
    this.#send({ type: 'dismiss' });
    if (event.pointerType === 'mouse') return;
    const point = { x: event.clientX, y: event.clientY };
    const mark = findMarkAt(this.#ground, point.x, point.y);
    if (mark === undefined || !isInControl(mark, point)) return;
    this.#longPress.start(point, () => this.#explain(mark, { point, held: isPen(event) }));
  }

  /**
   * A finger has no hover, nor have many pens: a tap explains a term, unless the tap is meant for a link or control.
   * Those that have one rest on terms as a mouse does; what a tap has opened stays when they are lifted.
   */
  #onClick(event: PointerEvent): void {
    // The page's own, or one by a key, has nothing to do with a press.
    if (event.pointerType !== '') this.#longPress.swallow(event);
    if (event.defaultPrevented || this.#windows.holds(event) || !this.#ground.isAlive()) return;
    const counts =
      event.pointerType === 'mouse' ? this.#ground.settings().openOn === 'click' : event.pointerType !== '';
    if (!counts || getSelection()?.isCollapsed === false) return;
    const point = { x: event.clientX, y: event.clientY };
    const mark = findMarkAt(this.#ground, point.x, point.y);
    if (mark !== undefined && !isInControl(mark, point)) this.#explain(mark, { point, held: isPen(event) });
  }

  #onLeaveWindow(): void {
    this.#stopResting();
    this.#restedAt = undefined;
    if (!this.#isHeld) this.#send({ type: 'outside' });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Alt' && !event.repeat && this.#ground.settings().openOn === 'alt')
      this.#explainAt(this.#point);
  }

  #send(event: PopoverEvent<Mark>): void {
    const before = this.#state;
    const after = nextState(before, event);
    if (after === before) return;
    this.#state = after;
    clearTimeout(this.#leaveTimer);
    if (after.kind === 'closing') {
      this.#leaveTimer = setTimeout(() => this.#send({ type: 'leave-elapsed' }), LEAVE_DELAY_MS);
    } else if (after.kind === 'opening' ? before.kind === 'shown' || before.kind === 'closing' : false) {
      this.#windows.floating.hide();
    } else if (after.kind === 'hidden') {
      this.#held = false;
      this.#leftAt = undefined;
      this.#windows.floating.hide();
    }
  }

  async #open(target: Mark, at: { token: number; point?: Point; focus: boolean }): Promise<void> {
    const { token } = at;
    try {
      const [description] = await Promise.all([this.describe(target), this.#windows.prepare()]);
      const found = description.senses.length > 0 && target.shown;
      this.#send({ type: 'described', token, found });
      if (this.#state.kind !== 'shown' || this.#state.target !== target) return;
      this.#leftAt = at.point;
      this.#windows.floating.show({ mark: target, description, focus: at.focus, point: at.point });
    } catch (error) {
      this.#send({ type: 'described', token, found: false });
      // Nothing to explain with: the extension is gone or its background failed.
      if (this.#ground.isAlive()) console.error(error);
    }
  }

  /** What a term of an index means; no senses if that is no longer known. */
  describe({ revision, form, text }: ContainedTerm & { revision: number }): Promise<TermDescription> {
    const termsOnPage = this.#ground.countTerms();
    return ask<PopoverToBackground, 'describeForm'>('describeForm', { revision, form, text, termsOnPage });
  }
}
