import type { Span } from '@/lib/text/span';
import { ALL_WORDS, cutAt, findLattice, placeOf, readBackward, readForward } from './lattice';
import { LEAST_FREQUENCY, LONGEST_WORD, STEPS_PER_NAT } from './packed-words';
import { LONGEST_PLACE_NAME, readPlaceName } from './place-names';
import type { WordSource } from './word-source';

/** The cheapest reading in which a word, or the name of a place, crosses an edge of the span. */
export interface Crossing {
  cost: number;
  word: string;
  /** Where the word begins, in the text that was weighed. */
  start: number;
}

/** Costs are −ln of the probability, in `STEPS_PER_NAT`: less is likelier. */
export interface Weighing {
  /** Of the best reading with word boundaries at both edges of the span. */
  standing: number;
  /** Of the best readings with a word across the first edge, and across the last; absent if none is. */
  crossingStart?: Crossing;
  crossingEnd?: Crossing;
  /** The span is a word of the lexicon, or a single character. */
  isWord: boolean;
  /** The span and the character after it are a word: 南美 in 南美洲. */
  isStem: boolean;
  /** The character before the span and the span are a word: 主教 in 天主教. */
  isTail: boolean;
}

/** A term is a word, though maybe one that the lexicon has not seen. So is the name of a place. */
const TERM_COST = Math.round(Math.log(ALL_WORDS / LEAST_FREQUENCY) * STEPS_PER_NAT);

/** The cheaper crossing; the first if they cost the same. */
function cheaperOf(one: Crossing | undefined, other: Crossing | undefined): Crossing | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.cost < one.cost ? other : one;
}

/**
 * See `Lexicon.weigh`. Words that hold the whole span and more do not count as crossing it: 江北 in 江北区
 * is a part, not a mistake. But a place is a name and a kind: 巴城 crosses the start of 城镇 in 巴城镇.
 */
export function weighSpan(source: WordSource, text: string, { start, end }: Span): Weighing {
  const lattice = findLattice(source, text);
  const { costs, upTo, fromOn, before, after } = lattice;
  const isWord = (from: number, to: number): boolean => {
    const known = from >= 0 && to - from <= LONGEST_WORD;
    return known && costs[placeOf(from, to - from)] !== 0;
  };
  const reach = LONGEST_WORD - 1;
  readForward(lattice, 0, Math.min(text.length, end + reach));
  readBackward(lattice, Math.max(0, start - reach), text.length);
  /** The cheapest crossing by a word that begins and ends in these ranges, bounds included. */
  const findCrossing = (starts: [number, number], ends: [number, number]): Crossing | undefined => {
    let least: Crossing | undefined;
    for (let from = Math.max(0, starts[0]); from <= starts[1]; from++) {
      for (let to = ends[0]; to <= Math.min(ends[1], from + LONGEST_WORD); to++) {
        const place = placeOf(from, to - from);
        const word = costs[place] ?? 0;
        if (word === 0) continue;
        const cost = (upTo[place] ?? 0) + (fromOn[place] ?? 0) - word;
        if (least === undefined || cost < least.cost)
          least = { cost, word: text.slice(from, to), start: from };
      }
    }
    return least;
  };
  /** The cheapest crossing of the first edge by the name of a place whose kind is in the span. */
  const findPlaceCrossing = (): Crossing | undefined => {
    let least: Crossing | undefined;
    for (let from = Math.max(0, start - LONGEST_PLACE_NAME + 1); from < start; from++) {
      for (let to = start + 1; to <= Math.min(end - 1, from + LONGEST_PLACE_NAME); to++) {
        const read = readPlaceName(source, text, from, to);
        if (read === undefined) continue;
        // A place of the lists is one word, another is a name and its kind.
        const past = read === 'place' ? to + 1 : to;
        const cost = (before[from] ?? 0) + TERM_COST + (after[past] ?? 0);
        least = cheaperOf(least, { cost, word: text.slice(from, to), start: from });
      }
    }
    return least;
  };
  const wordAcross = findCrossing([start - reach, start - 1], [start + 1, end - 1]);
  const crossingStart = cheaperOf(wordAcross, findPlaceCrossing());
  const crossingEnd = findCrossing([start + 1, end - 1], [end + 1, text.length]);
  const isKnown = isWord(start, end);
  const isStem = isWord(start, end + 1);
  const isTail = isWord(start - 1, end);
  // A term may be a word that the lexicon has not seen.
  const asUnknown = (before[start] ?? 0) + TERM_COST + (after[end] ?? 0);
  cutAt(lattice, start, text.length);
  cutAt(lattice, end, text.length);
  readForward(lattice, start, text.length);
  const standing = Math.min(asUnknown, before[text.length] ?? 0);
  const weighing: Weighing = { standing, isWord: isKnown, isStem, isTail };
  if (crossingStart !== undefined) weighing.crossingStart = crossingStart;
  if (crossingEnd !== undefined) weighing.crossingEnd = crossingEnd;
  return weighing;
}
