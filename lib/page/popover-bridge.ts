import type { Settings } from '@/lib/settings/settings';
import type { PaintedMarks } from './hit-test';
import type { Mark } from './mark';

/**
 * How the content script and the popover's script, injected into the same frame later, find each other:
 * through a property of the global object that both see and no page does.
 */

/** What the content script lends the popover's script. */
export interface PopoverGround extends PaintedMarks {
  /** The painted marks, in no particular order. */
  shown(): Iterable<Mark>;
  /** How many different terms of each glossary (by ordinal) are painted. */
  countTerms(): [glossary: number, terms: number][];
  /**
   * Called with the ranges of the terms whose popovers are open, and whether Escape for one has to come from another
   * frame; a popover may be open though its term has gone.
   */
  onActive(ranges: readonly StaticRange[], awaitsEscape: boolean): void;
  settings(): Settings;
  /** False once the extension is gone: then everything is taken down. */
  isAlive(): boolean;
}

/** Turns what a reader does on the page into popovers. */
export interface PopoverControl {
  /** An event from before this script was there, or as it comes: `pointermove`, `pointerdown`, … */
  receive(event: PointerEvent): void;
  /** Explains a mark that the reader was taken to by other means than the pointer; with `focus`, by keys. */
  openFor(mark: Mark, options: { focus: boolean }): void;
  /** Closes what explains a mark that is no longer painted. */
  checkTargets(): void;
  /** Closes the popover that Escape would close; `false` if there is none open. */
  dismiss(): boolean;
  /** Closes the popover that is not pinned, if it is open. */
  dismissFloating(): void;
  /** Closes all and removes the host element. */
  destroy(): void;
}

export type CreatePopover = (ground: PopoverGround) => PopoverControl;

/** The one element that we ever add to a page. */
export const HOST_NAME = 'gloss-margin';

/** In it, what a card is in that a reader has pinned. */
export const PINNED_CLASS = 'pinned';

const KEY = Symbol.for('pangzhu.create-popover');
type Global = { [KEY]?: CreatePopover };

/** Called by the popover's script when it arrives. */
export function offerPopover(create: CreatePopover): void {
  (globalThis as Global)[KEY] = create;
}

/** What the popover's script offers, once it has arrived. */
export function findPopover(): CreatePopover | undefined {
  return (globalThis as Global)[KEY];
}
