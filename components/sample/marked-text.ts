/** A stretch of a sample text, and whether it is a term. */
export interface MarkedPart {
  text: string;
  term: boolean;
}

/**
 * Splits a sample text at its marks.
 *
 * @example
 * splitMarked('到[果园港]去')  // → 到 · 果园港 (a term) · 去
 */
export function splitMarked(marked: string): MarkedPart[] {
  return marked
    .split(/\[([^\]]+)\]/)
    .map((text, at) => ({ text, term: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
