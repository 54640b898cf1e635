/**
 * The popover's life as a pure function. `T` is what it explains: a mark on the page.
 *
 * hidden ─rest on a term→ opening ─described→ shown ⇄ closing ─time is up→ hidden
 */
export type PopoverState<T> =
  | { kind: 'hidden' }
  /** The pointer rests on `target`, and its description has been asked for. */
  | { kind: 'opening'; target: T; token: number }
  | { kind: 'shown'; target: T }
  /** The pointer is neither on the term nor on the popover; it may come back. */
  | { kind: 'closing'; target: T };

export type PopoverEvent<T> =
  /** The pointer rests on a term, or the reader asks for it by other means. */
  | { type: 'rest'; target: T; token: number }
  /** The pointer is on the open popover or its term. */
  | { type: 'inside' }
  /** The pointer is on neither. */
  | { type: 'outside' }
  /** The answer to the question of an `opening` state. */
  | { type: 'described'; token: number; found: boolean }
  /** The leave delay has passed. */
  | { type: 'leave-elapsed' }
  /** Escape, a click elsewhere, or the term is gone. */
  | { type: 'dismiss' };

const HIDDEN = { kind: 'hidden' } as const;

/** The state after an event; the same object if nothing changes. */
export function nextState<T>(state: PopoverState<T>, event: PopoverEvent<T>): PopoverState<T> {
  switch (event.type) {
    case 'rest':
      if (state.kind !== 'hidden' && state.target === event.target) return state;
      return { kind: 'opening', target: event.target, token: event.token };
    case 'described':
      // A late answer, to a question that is no longer of interest.
      if (state.kind !== 'opening' || state.token !== event.token) return state;
      return event.found ? { kind: 'shown', target: state.target } : HIDDEN;
    case 'inside':
      return state.kind === 'closing' ? { kind: 'shown', target: state.target } : state;
    case 'outside':
      if (state.kind === 'opening') return HIDDEN;
      return state.kind === 'shown' ? { kind: 'closing', target: state.target } : state;
    case 'leave-elapsed':
      return state.kind === 'closing' ? HIDDEN : state;
    case 'dismiss':
      return state.kind === 'hidden' ? state : HIDDEN;
  }
}
