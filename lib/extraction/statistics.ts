import type { Nesting } from './nesting';
import type { Phrase } from './phrase';
import type { Token } from './token';

/** How often words stand in an article, alone and in pairs. */
export interface WordCounts {
  total: number;
  words: ReadonlyMap<string, number>;
}

export function countWords(tokens: readonly Token[]): WordCounts {
  const words = new Map<string, number>();
  for (const { text } of tokens) words.set(text, (words.get(text) ?? 0) + 1);
  return { total: tokens.length, words };
}

/**
 * C-value (Frantzi, Ananiadou and Mima 2000): frequency, less what is due to longer phrases, times the logarithm
 * of the length in words. One is added to the length, so that single words have a value.
 */
export function cValue({ tokens, places }: Phrase, nesting: Nesting): number {
  const nested = nesting.phrases === 0 ? 0 : nesting.places / nesting.phrases;
  return Math.log2(tokens.length + 1) * Math.max(0, places.length - nested);
}

/**
 * Cohesion: normalized pointwise mutual information (Bouma 2009) of the weakest joint between the words of a
 * phrase, from −1 to 1; 0 for a single word. `countOf` says how often a part stands in the article.
 */
export function cohesion(phrase: Phrase, counts: WordCounts, countOf: (key: string) => number): number {
  const { tokens, places } = phrase;
  if (tokens.length === 1) return 0;
  const together = places.length / counts.total;
  let weakest = 1;
  for (let joint = 1; joint < tokens.length; joint++) {
    const left = partCount(tokens.slice(0, joint), places.length, counts, countOf);
    const right = partCount(tokens.slice(joint), places.length, counts, countOf);
    const mutual = Math.log(together / ((left / counts.total) * (right / counts.total)));
    weakest = Math.min(weakest, mutual / -Math.log(together));
  }
  return weakest;
}

function partCount(
  part: readonly Token[],
  least: number,
  counts: WordCounts,
  countOf: (key: string) => number,
): number {
  const known =
    part.length === 1
      ? counts.words.get(part[0]?.text ?? '')
      : countOf(part.map(({ text }) => text).join(''));
  return Math.max(least, known ?? 0);
}

/**
 * How freely a phrase stands: the lower of the branching entropies (Jin and Tanaka-Ishii 2006) of the words
 * before and after it, in bits. An end of a block counts as a word of its own each time.
 */
export function boundaryEntropy({ places }: Phrase): number {
  const entropy = (side: 'before' | 'after'): number => {
    const counts = new Map<string, number>();
    places.forEach((place, at) => {
      const word = place[side] === '' || /^\P{L}+$/u.test(place[side]) ? `|${at}` : place[side];
      counts.set(word, (counts.get(word) ?? 0) + 1);
    });
    let bits = 0;
    for (const count of counts.values()) bits -= (count / places.length) * Math.log2(count / places.length);
    return bits;
  };
  return Math.min(entropy('before'), entropy('after'));
}
