import type { Highlighter } from './highlighter';
import type { Mark } from './mark';

/** Decides which of the marks that are to be shown have their ranges in `CSS.highlights`. */
export interface MarkDrawer {
  show(mark: Mark): void;
  hide(mark: Mark): void;
}

/** Draws every mark: in Firefox, which looks ranges up when it paints a text, they cost nothing. */
export class DirectDrawer implements MarkDrawer {
  readonly #highlighter: Highlighter;

  constructor(highlighter: Highlighter) {
    this.#highlighter = highlighter;
  }

  show({ ranges, colour }: Mark): void {
    this.#highlighter.add(ranges, colour);
  }

  hide({ ranges }: Mark): void {
    this.#highlighter.remove(ranges);
  }
}
