import type { Mark } from './mark';

/**
 * How the content script lends the marks of its document to a script that is put into the same frame later:
 * through a property of the global object that both see and no page does.
 */

export interface MarkedDocument {
  /** Of the term index that the marks are from. */
  readonly revision: number;
  /** The painted marks, in no particular order. */
  shown(): Iterable<Mark>;
  /** Flashes ranges until called again; no ranges: none. */
  flash(ranges: readonly StaticRange[]): void;
  /** Opens the popover of a mark; `focus`: for somebody who uses the keyboard. */
  open(mark: Mark, options: { focus: boolean }): void;
}

type FindMarks = () => MarkedDocument | undefined;

const KEY = Symbol.for('pangzhu.find-marks');
type Global = { [KEY]?: FindMarks };

/** Called by the content script when it starts. */
export function offerMarks(find: FindMarks): void {
  (globalThis as Global)[KEY] = find;
}

/** The marks of this document, unless it is not marked. */
export function findMarks(): MarkedDocument | undefined {
  return (globalThis as Global)[KEY]?.();
}
