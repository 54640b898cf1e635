import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '@/lib/lexicon/lexicon';
import { packWords } from '@/lib/lexicon/packed-words';
import type { Span } from '@/lib/text/span';

const TOTAL = 60_101_964;
/** −20 ln(1 ÷ TOTAL) and −20 ln(10 ÷ TOTAL): a character that is no word, a term that none is known to be. */
const UNKNOWN = 358;
const TERM = 312;

function load(words: ReadonlyMap<string, number>, places: Iterable<string> = []) {
  return loadLexicon(Uint8Array.from(packWords(words, TOTAL, places)).buffer);
}

function costOf(words: ReadonlyMap<string, number>, word: string): number | undefined {
  const frequency = words.get(word);
  if (frequency === undefined) return word.length === 1 ? UNKNOWN : undefined;
  return Math.min(315, Math.max(61, Math.round(Math.log(TOTAL / frequency) * 20)));
}

interface Word extends Span {
  cost: number;
}

/** Every reading of a text, word by word. */
function readAll(words: ReadonlyMap<string, number>, text: string, from = 0): Word[][] {
  if (from === text.length) return [[]];
  return [1, 2, 3, 4].flatMap((length) => {
    const end = from + length;
    const cost = end <= text.length ? costOf(words, text.slice(from, end)) : undefined;
    if (cost === undefined) return [];
    return readAll(words, text, end).map((rest) => [{ start: from, end, cost }, ...rest]);
  });
}

const sum = (reading: readonly Word[]): number => reading.reduce((total, { cost }) => total + cost, 0);

/** What `weigh` is to give, by looking at every reading. */
function weighNaively(words: ReadonlyMap<string, number>, text: string, { start, end }: Span) {
  const readings = readAll(words, text);
  const cheapest = (some: readonly Word[][]): number => Math.min(...some.map(sum));
  const crossesStart = (word: Word): boolean => word.start < start && word.end > start && word.end < end;
  const crossesEnd = (word: Word): boolean => word.start > start && word.start < end && word.end > end;
  const withTerm = (reading: readonly Word[]): number => {
    const inside = reading.filter((word) => word.start >= start && word.end <= end);
    return sum(reading) - sum(inside) + Math.min(TERM, sum(inside));
  };
  const standing = readings.filter((reading) =>
    [start, end].every((edge) => reading.every((word) => word.end <= edge || word.start >= edge)),
  );
  return {
    standing: Math.min(...standing.map(withTerm)),
    crossingStart: cheapest(readings.filter((reading) => reading.some(crossesStart))),
    crossingEnd: cheapest(readings.filter((reading) => reading.some(crossesEnd))),
  };
}

/**
 * The cheapest reading in which the name of a place lies across the start of a span and its kind inside: of all
 * names and kinds in the text, with the cheapest readings before and after them.
 */
function weighPlacesNaively(
  words: ReadonlyMap<string, number>,
  places: readonly string[],
  text: string,
  { start, end }: Span,
): number {
  const read = (part: string): number => Math.min(...readAll(words, part).map(sum));
  const costs = [2, 3].flatMap((length) =>
    Array.from(text, (_, from) => {
      const to = from + length;
      if (!(from < start && start < to && to < end)) return Number.POSITIVE_INFINITY;
      const name = text.slice(from, to);
      const kind = text.charAt(to);
      if (places.includes(name + kind)) return read(text.slice(0, from)) + TERM + read(text.slice(to + 1));
      const isName = places.some((place) => place.slice(0, -1) === name) && kind === KIND;
      return isName ? read(text.slice(0, from)) + TERM + read(text.slice(to)) : Number.POSITIVE_INFINITY;
    }),
  );
  return Math.min(...costs);
}

/** A kind of place, as 丁 is none. */
const KIND = '镇';
const CHARACTERS = ['甲', '乙', KIND, '丁'];
const character = fc.constantFrom(...CHARACTERS);
const word = fc.array(character, { minLength: 1, maxLength: 4 }).map((each) => each.join(''));
/** So many that words overlap in most texts. */
const lexicons = fc.array(fc.tuple(word, fc.integer({ min: 10, max: 6_000_000 })), {
  maxLength: 60,
  size: 'max',
});
const placeNames = fc.array(
  fc.array(character, { minLength: 3, maxLength: 4 }).map((each) => each.join('')),
  { maxLength: 20 },
);
const places = fc.array(character, { minLength: 1, maxLength: 8 }).chain((text) =>
  fc.tuple(
    fc.constant(text.join('')),
    fc
      .integer({ min: 0, max: text.length - 1 })
      .chain((start) =>
        fc.record({ start: fc.constant(start), end: fc.integer({ min: start + 1, max: text.length }) }),
      ),
  ),
);

describe('costOf', () => {
  it('is that of the lexicon, and none for what is not there', () => {
    fc.assert(
      fc.property(lexicons, word, (entries, asked) => {
        const words = new Map(entries);
        expect(load(words).costOf(asked)).toBe(words.has(asked) ? costOf(words, asked) : undefined);
      }),
    );
    const words = load(new Map([['甲乙丙丁', 50]]));
    for (const asked of ['', '甲', '甲乙丙', '甲乙丙丁甲', '戊']) expect(words.costOf(asked)).toBeUndefined();
    expect(words.costOf('甲乙丙丁')).toBe(280);
  });
});

describe('weigh', () => {
  it('gives what a look at every reading gives', () => {
    fc.assert(
      fc.property(lexicons, places, (entries, [text, span]) => {
        const words = new Map(entries);
        const { standing, crossingStart, crossingEnd } = load(words).weigh(text, span);
        const wanted = weighNaively(words, text, span);
        expect(standing).toBe(wanted.standing);
        expect(crossingStart?.cost ?? Number.POSITIVE_INFINITY).toBe(wanted.crossingStart);
        expect(crossingEnd?.cost ?? Number.POSITIVE_INFINITY).toBe(wanted.crossingEnd);
        for (const crossing of [crossingStart, crossingEnd]) {
          if (crossing === undefined) continue;
          expect(text.startsWith(crossing.word, crossing.start)).toBe(true);
          expect(words.has(crossing.word)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes a name of a place across the start for a word, if that is cheaper', () => {
    fc.assert(
      fc.property(lexicons, placeNames, places, (entries, names, [text, span]) => {
        const words = new Map(entries);
        const { crossingStart, ...rest } = load(words, names).weigh(text, span);
        const { crossingStart: byWord, ...restByWords } = load(words).weigh(text, span);
        const byPlace = weighPlacesNaively(words, names, text, span);
        const wanted = Math.min(byWord?.cost ?? Number.POSITIVE_INFINITY, byPlace);
        expect(crossingStart?.cost ?? Number.POSITIVE_INFINITY).toBe(wanted);
        if (crossingStart !== undefined)
          expect(text.startsWith(crossingStart.word, crossingStart.start)).toBe(true);
        expect(rest).toEqual(restByWords);
      }),
      { numRuns: 300 },
    );
  });

  it('knows whether the span is a word, and one with the character before or after it', () => {
    fc.assert(
      fc.property(lexicons, places, (entries, [text, span]) => {
        const words = new Map(entries);
        const { isWord, isStem, isTail } = load(words).weigh(text, span);
        const { start, end } = span;
        expect(isWord).toBe(end - start === 1 || words.has(text.slice(start, end)));
        expect(isStem).toBe(end < text.length && words.has(text.slice(start, end + 1)));
        expect(isTail).toBe(start > 0 && words.has(text.slice(start - 1, end)));
      }),
    );
  });

  it('weighs long texts alike', () => {
    const lexicon = load(
      new Map([
        ['甲乙', 5000],
        ['丙丁', 600],
        ['乙丙', 400],
      ]),
    );
    const short = lexicon.weigh('甲乙丙丁', { start: 1, end: 3 });
    for (const length of [316, 317, 500]) {
      const long = lexicon.weigh(`${'戊'.repeat(length)}甲乙丙丁`, { start: length + 1, end: length + 3 });
      expect(long.standing - short.standing).toBe(length * UNKNOWN);
      expect(long.crossingStart).toMatchObject({ word: '甲乙', start: length });
      expect(long.crossingEnd).toMatchObject({ word: '丙丁', start: length + 2 });
      expect((long.crossingEnd?.cost ?? 0) - (short.crossingEnd?.cost ?? 0)).toBe(length * UNKNOWN);
    }
  });
});
