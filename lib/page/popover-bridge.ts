import type { ContainedTerm, TermDescription } from '@/lib/glossary/sense-description';

/**
 * How the content script and the popover's script, injected into the same frame later, find each other:
 * through a property of the global object that both see and no page does.
 */

export interface PopoverRequest {
  /** The term's text, one range for each text node. */
  ranges: readonly AbstractRange[];
  /** Where the pointer is, in viewport CSS pixels: a term that wraps is explained at the line pointed at. */
  point?: { x: number; y: number };
  /** The term as the page writes it. */
  text: string;
  /** Has at least one sense. */
  description: TermDescription;
  /** Asks for the description of a term that this one contains. */
  describe(term: ContainedTerm): Promise<TermDescription>;
}

export interface PopoverView {
  /** Shows the popover, in place of what it showed before. */
  show(request: PopoverRequest): void;
  hide(): void;
  /** Whether an event happened on the popover. */
  holds(event: Event): boolean;
  /** Hides it and removes its host element. */
  destroy(): void;
}

export type CreatePopover = (callbacks: {
  /** The reader wants it closed, or the term has gone from under it. */
  onDismiss(): void;
}) => PopoverView;

/** The one element that we ever add to a page. */
export const HOST_NAME = 'gloss-margin';

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
