import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '@/lib/lexicon/lexicon';
import { packWords } from '@/lib/lexicon/packed-words';
import type { Span } from '@/lib/text/span';

const TOTAL = 60_101_964;
/** −20 ln(1 ÷ TOTAL) and −20 ln(10 ÷ TOTAL): a character that is no word, a term that none is known to be. */
const UNKNOWN = 358;
const TERM = 312;

/** What a lexicon is made of: frequencies, and of pairs (甲乙 丙) which share of what follows the first is the second. */
interface Known {
  words: ReadonlyMap<string, number>;
  shares: ReadonlyMap<string, number>;
}

function load({ words, shares }: Known, places: Iterable<string> = []) {
  const pairs = Array.from(shares, ([pair, share]) => {
    const [first = '', second = ''] = pair.split(' ');
    return { first, second, share };
  });
  return loadLexicon(Uint8Array.from(packWords(words, TOTAL, { places, pairs })).buffer);
}

function costOf({ words }: Known, word: string): number | undefined {
  const frequency = words.get(word);
  if (frequency === undefined) return word.length === 1 ? UNKNOWN : undefined;
  return Math.min(315, Math.max(61, Math.round(Math.log(TOTAL / frequency) * 20)));
}

/** How much less the second of two words costs after the first: not more than it saves, and at most a byte. */
function gainOf(known: Known, first: string, second: string): number {
  const share = known.shares.get(`${first} ${second}`);
  if (share === undefined || !known.words.has(first) || !known.words.has(second)) return 0;
  return Math.min(255, Math.max(0, (costOf(known, second) ?? 0) + Math.round(Math.log(share) * 20)));
}

interface Word extends Span {
  text: string;
  cost: number;
}

/** Every reading of a text, word by word. */
function readAll(known: Known, text: string, from = 0): Word[][] {
  if (from === text.length) return [[]];
  return [1, 2, 3, 4].flatMap((length) => {
    const end = from + length;
    const word = text.slice(from, end);
    const cost = end <= text.length ? costOf(known, word) : undefined;
    if (cost === undefined) return [];
    return readAll(known, text, end).map((rest) => [{ start: from, end, text: word, cost }, ...rest]);
  });
}

function sum(known: Known, reading: readonly Word[]): number {
  return reading.reduce((total, { text, cost }, at) => {
    const before = reading[at - 1]?.text;
    return total + cost - (before === undefined ? 0 : gainOf(known, before, text));
  }, 0);
}

/** What the cheapest reading of a text costs. */
function read(known: Known, text: string): number {
  return Math.min(...readAll(known, text).map((reading) => sum(known, reading)));
}

/** What `weigh` is to give, by looking at every reading. */
function weighNaively(known: Known, text: string, { start, end }: Span) {
  const readings = readAll(known, text);
  const cheapest = (some: readonly Word[][]): number =>
    Math.min(...some.map((reading) => sum(known, reading)));
  const crossesStart = (word: Word): boolean => word.start < start && word.end > start && word.end < end;
  const crossesEnd = (word: Word): boolean => word.start > start && word.start < end && word.end > end;
  const standing = readings.filter((reading) =>
    [start, end].every((edge) => reading.every((word) => word.end <= edge || word.start >= edge)),
  );
  const asUnknown = read(known, text.slice(0, start)) + TERM + read(known, text.slice(end));
  return {
    standing: Math.min(cheapest(standing), asUnknown),
    crossingStart: cheapest(readings.filter((reading) => reading.some(crossesStart))),
    crossingEnd: cheapest(readings.filter((reading) => reading.some(crossesEnd))),
  };
}

/**
 * The cheapest reading in which the name of a place lies across the start of a span and its kind inside: of all
 * names and kinds in the text, with the cheapest readings before and after them.
 */
function weighPlacesNaively(
  known: Known,
  places: readonly string[],
  text: string,
  { start, end }: Span,
): number {
  const cost = (part: string): number => read(known, part);
  const costs = [2, 3].flatMap((length) =>
    Array.from(text, (_, from) => {
      const to = from + length;
      if (!(from < start && start < to && to < end)) return Number.POSITIVE_INFINITY;
      const name = text.slice(from, to);
      const kind = text.charAt(to);
      if (places.includes(name + kind)) return cost(text.slice(0, from)) + TERM + cost(text.slice(to + 1));
      const isName = places.some((place) => place.slice(0, -1) === name) && kind === KIND;
      return isName ? cost(text.slice(0, from)) + TERM + cost(text.slice(to)) : Number.POSITIVE_INFINITY;
    }),
  );
  return Math.min(...costs);
}

/** A kind of place, as 丁 is none. */
const KIND = '镇';
const CHARACTERS = ['甲', '乙', KIND, '丁'];
const character = fc.constantFrom(...CHARACTERS);
const word = fc.array(character, { minLength: 1, maxLength: 4 }).map((each) => each.join(''));
/** So many words that they overlap in most texts, and pairs of them and of what may be no word. */
const lexicons: fc.Arbitrary<Known> = fc
  .dictionary(word, fc.integer({ min: 10, max: 6_000_000 }), { maxKeys: 60, size: 'max' })
  .chain((words) => {
    const some = fc.constantFrom('甲', ...Object.keys(words));
    const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
    return fc.record({
      words: fc.constant(new Map(Object.entries(words))),
      shares: fc
        .array(fc.tuple(some, some, share), { maxLength: 60, size: 'max' })
        .map((pairs) => new Map(pairs.map(([first, second, each]) => [`${first} ${second}`, each]))),
    });
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
      fc.property(lexicons, word, (known, asked) => {
        expect(load(known).costOf(asked)).toBe(known.words.has(asked) ? costOf(known, asked) : undefined);
      }),
    );
    const words = load({ words: new Map([['甲乙丙丁', 50]]), shares: new Map() });
    for (const asked of ['', '甲', '甲乙丙', '甲乙丙丁甲', '戊']) expect(words.costOf(asked)).toBeUndefined();
    expect(words.costOf('甲乙丙丁')).toBe(280);
  });
});

describe('weigh', () => {
  it('gives what a look at every reading gives', () => {
    fc.assert(
      fc.property(lexicons, places, (known, [text, span]) => {
        const { standing, crossingStart, crossingEnd } = load(known).weigh(text, span);
        const wanted = weighNaively(known, text, span);
        expect(standing).toBe(wanted.standing);
        expect(crossingStart?.cost ?? Number.POSITIVE_INFINITY).toBe(wanted.crossingStart);
        expect(crossingEnd?.cost ?? Number.POSITIVE_INFINITY).toBe(wanted.crossingEnd);
        for (const crossing of [crossingStart, crossingEnd]) {
          if (crossing === undefined) continue;
          expect(text.startsWith(crossing.word, crossing.start)).toBe(true);
          expect(known.words.has(crossing.word)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes a name of a place across the start for a word, if that is cheaper', () => {
    fc.assert(
      fc.property(lexicons, placeNames, places, (known, names, [text, span]) => {
        const { crossingStart, ...rest } = load(known, names).weigh(text, span);
        const { crossingStart: byWord, ...restByWords } = load(known).weigh(text, span);
        const byPlace = weighPlacesNaively(known, names, text, span);
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
      fc.property(lexicons, places, (known, [text, span]) => {
        const { words } = known;
        const { isWord, isStem, isTail } = load(known).weigh(text, span);
        const { start, end } = span;
        expect(isWord).toBe(end - start === 1 || words.has(text.slice(start, end)));
        expect(isStem).toBe(end < text.length && words.has(text.slice(start, end + 1)));
        expect(isTail).toBe(start > 0 && words.has(text.slice(start - 1, end)));
      }),
    );
  });

  it('weighs long texts alike', () => {
    const frequencies = { 甲乙: 5000, 丙丁: 600, 乙丙: 400 };
    const lexicon = load({
      words: new Map(Object.entries(frequencies)),
      shares: new Map([['甲乙 丙丁', 0.5]]),
    });
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
