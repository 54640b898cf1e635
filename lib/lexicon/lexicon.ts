import type { Span } from '@/lib/text/span';
import { costOfWord } from './lattice';
import { unpackWords } from './packed-words';
import { type Weighing, weighSpan } from './weigh-span';

/** How often words occur in Chinese, and what that says of a place in a text. */
export interface Lexicon {
  readonly wordCount: number;
  /**
   * Weighs the readings of a text in which a span is made of whole words against those in which a word
   * crosses one of its edges. All of it is folded Chinese; a few characters on each side are enough.
   *
   * Time linear in the length of the text.
   */
  weigh(text: string, span: Span): Weighing;
}

/** How common single words are. */
export interface WordCosts {
  /**
   * −ln of how often a folded word occurs, in `STEPS_PER_NAT`: less is more common; `undefined` for a word
   * that is rare, longer than four characters, or not Chinese.
   */
  costOf(word: string): number | undefined;
}

/**
 * Unpacks a lexicon: some 15 ms, 2 MB.
 *
 * @throws {RangeError} if the bytes are no packed lexicon, cut off, or of another version
 */
export function loadLexicon(packed: ArrayBuffer): Lexicon & WordCosts {
  const tree = unpackWords(packed);
  const firstNodes = new Uint32Array(0x10000);
  for (let node = tree.firstChild[0] ?? 0; node < (tree.firstChild[1] ?? 0); node++) {
    firstNodes[tree.units[node] ?? 0] = node;
  }
  return {
    wordCount: tree.wordCount,
    weigh: (text, span) => weighSpan({ tree, firstNodes }, text, span),
    costOf: (word) => costOfWord({ tree, firstNodes }, word),
  };
}
