import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlphabetError, createAlphabet, labelOf } from '@/lib/matching/alphabet';
import { PatternList } from '@/lib/matching/pattern-list';
import { sortPatterns } from '@/lib/matching/sorted-patterns';
import { FREE_SLOT, type Trie, VALUE_SLOT } from '@/lib/matching/trie';
import { normalizeText } from '@/lib/text/normalize';
import { trieOf } from '../../support/trie';

/** Reads all patterns of a trie, with their values, by going from each state to every label that is there. */
function listPatterns({ alphabet, base, check }: Trie): Map<string, number> {
  const letters = Array.from(alphabet.units, (unit) => ({
    unit,
    label: labelOf(alphabet, unit.charCodeAt(0)),
  }));
  const patterns = new Map<string, number>();
  const visit = (state: number, prefix: string): void => {
    const word = base[state] ?? 0;
    if (word < 0) {
      patterns.set(prefix, ~word);
      return;
    }
    if ((word & 1) === 1) {
      expect(check[word >> 1]).toBe(VALUE_SLOT);
      patterns.set(prefix, base[word >> 1] ?? 0);
    }
    for (const { unit, label } of letters) {
      if (check[(word >> 1) + label] === label) visit((word >> 1) + label, prefix + unit);
    }
  };
  visit(0, '');
  return patterns;
}

/** Nodes of the tree of some patterns: their different beginnings. */
function countBeginnings(patterns: readonly string[]): number {
  return new Set(patterns.flatMap((each) => Array.from(each, (_, at) => each.slice(0, at + 1)))).size;
}

/** Patterns as glossaries have them: few first characters are frequent, many are rare. */
function makePatterns(count: number): string[] {
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) ** 2 * below);
  };
  const patterns = new Set<string>();
  while (patterns.size < count) {
    const length = 2 + random(4);
    const units = Array.from({ length }, () => 0x4e00 + random(1000));
    patterns.add(normalizeText(String.fromCharCode(...units)));
  }
  return [...patterns];
}

const unit = fc.constantFrom(...'一二三四(-\u200b\u0301'.split(''), '\ud842', '\udfb7');
const word = fc.array(unit, { minLength: 1, maxLength: 5 }).map((units) => units.join(''));

describe('a trie', () => {
  it('has all its patterns with their values, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), (patterns) => {
        const wanted = patterns.map((pattern, at) => [pattern, at * 2] as const);
        expect(listPatterns(trieOf(patterns))).toEqual(new Map(wanted));
      }),
      { numRuns: 50 },
    );
  });

  it('has them whatever characters they have', () => {
    const patterns = makePatterns(1000);
    const trie = trieOf(patterns, (pattern) => pattern.length > 3);
    const wanted = patterns.map((each, at) => [each, at * 2 + (each.length > 3 ? 1 : 0)] as const);
    expect(listPatterns(trie)).toEqual(new Map(wanted));
    expect(trie.longest).toBe(5);
  });

  it('leaves few slots free', () => {
    const patterns = makePatterns(1000);
    const { check, alphabet } = trieOf(patterns);
    const free = check
      .slice(0, check.length - alphabet.units.length - 3)
      .filter((each) => each === FREE_SLOT);
    expect(free.length / countBeginnings(patterns)).toBeLessThan(0.1);
  });

  it('can be read one alphabet behind the base of any state, and leads nowhere by label 0 or from a leaf', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), (patterns) => {
        const { base, check, alphabet } = trieOf(patterns);
        const highest = base.reduce((sofar, each) => Math.max(sofar, each >> 1), 0);
        expect(check.length).toBeGreaterThanOrEqual(highest + alphabet.units.length + 3);
        expect(base).toHaveLength(check.length);
        const misplaced = [...check.entries()].filter(
          ([slot, label]) => label === 0 || (label < VALUE_SLOT && slot < label),
        );
        expect(misplaced).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('has no pattern where there is none', () => {
    expect(listPatterns(trieOf([])).size).toBe(0);
    expect(trieOf([]).longest).toBe(0);
  });
});

/** Sorts patterns and gives the numbers of equal ones together, in the order of the sorted. */
function groupsOf(patterns: readonly string[]): { texts: string[]; groups: number[][] } {
  const list = new PatternList();
  for (const pattern of patterns) list.add(pattern);
  const { alphabet, count, labels, from, to, numbers, firstNumbers } = sortPatterns(list);
  const units = new Map(Array.from(alphabet.units, (unit) => [labelOf(alphabet, unit.charCodeAt(0)), unit]));
  const places = Array.from({ length: count }, (_, at) => at);
  return {
    texts: places.map((at) =>
      Array.from(labels.subarray(from[at], to[at]), (label) => units.get(label)).join(''),
    ),
    groups: places.map((at) => [...numbers.subarray(firstNumbers[at], firstNumbers[at + 1])]),
  };
}

describe('sorted patterns', () => {
  it('are those of the list, equal ones once, with the numbers of all', () => {
    const { texts, groups } = groupsOf(['两江', '两', '两江新区', '江', '两江', '两', '江两']);
    // 两 is first more often than 江, and a pattern stands before those that go on from it.
    expect(texts).toEqual(['两', '两江', '两江新区', '江', '江两']);
    expect(groups).toEqual([[1, 5], [0, 4], [2], [3], [6]]);
  });

  it('stand together where they begin alike, in groups of any size', () => {
    const few = fc.constantFrom(...'一二三('.split(''));
    const long = fc.array(few, { minLength: 1, maxLength: 7 }).map((units) => units.join(''));
    fc.assert(
      fc.property(fc.array(long, { maxLength: 400 }), (patterns) => {
        const { texts, groups } = groupsOf(patterns);
        expect(new Set(texts)).toEqual(new Set(patterns));
        expect(texts).toHaveLength(new Set(patterns).size);
        const wanted = texts.map((text) => patterns.flatMap((each, at) => (each === text ? [at] : [])));
        expect(groups).toEqual(wanted);
        const beginnings = texts.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
        for (const beginning of new Set(beginnings)) {
          const places = texts.flatMap((text, at) => (text.startsWith(beginning) ? [at] : []));
          expect((places.at(-1) ?? 0) - (places[0] ?? 0) + 1).toBe(places.length);
          expect(texts[places[0] ?? 0]?.startsWith(beginning)).toBe(true);
          if (texts.includes(beginning)) expect(texts[places[0] ?? 0]).toBe(beginning);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an alphabet', () => {
  // Two that begin patterns, two that don't, and two special ones, of which the bracket begins a pattern.
  const alphabet = createAlphabet('两a江新( ', { firstCodes: 2, specialFirsts: '(' });
  const code = (unit: string): number => alphabet.codes[unit.charCodeAt(0)] ?? -1;

  it.each([
    ['what begins a pattern, by place', [1, 2], '两a'],
    ['its variants alike', [1, 1, 2, 2, 2], '兩両AＡａ'],
    ['what is special and may begin a pattern', [3, 3, 3, 3], '(（\ud842\udbff'],
    ['what is special otherwise', [4, 4, 4, 4, 4, 4, 4], ' \u3000-[\u200b\u0301【'],
    ['what is inside of patterns only', [5, 6], '江新'],
    ['what is in no pattern', [0, 0, 0, 0], '区b)\udfb7'],
  ])('gives %s its code', (_, codes, units) => {
    expect(units.split('').map(code)).toEqual(codes);
  });

  it('has a label for each of its characters, and 0 for others', () => {
    expect(Array.from('两a江新( 区-\u0301兩', (unit) => labelOf(alphabet, unit.charCodeAt(0)))).toEqual([
      1, 2, 5, 6, 7, 8, 0, 0, 0, 1,
    ]);
  });

  it('has room for all but a few characters', () => {
    const units = (count: number): string =>
      String.fromCharCode(...Array.from({ length: count }, (_, at) => at));
    const most = 0xfffd - 2;
    const options = { firstCodes: 0, specialFirsts: '' };
    expect(() => createAlphabet(units(most), options)).not.toThrow();
    expect(() => createAlphabet(units(most + 1), options)).toThrow(AlphabetError);
    expect(() => createAlphabet(units(most + 1), options)).toThrow('65532 different characters');
  });
});
