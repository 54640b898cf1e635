import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from '@/lib/lexicon/byte-numbers';
import { gainOf, packPairs, readPairs, type WordPair } from '@/lib/lexicon/word-pairs';

const NODES = 200_000;
const node = fc.integer({ min: 0, max: NODES - 1 });
const pairs = fc.uniqueArray(
  fc.record({ first: node, second: node, gain: fc.integer({ min: 1, max: 255 }) }),
  {
    selector: ({ first, second }) => `${first} ${second}`,
    maxLength: 200,
  },
);

function repack(some: readonly WordPair[], nodes = NODES) {
  return readPairs(new ByteReader(Uint8Array.from(packPairs(some)), 0), some.length, nodes);
}

describe('pairs of words', () => {
  it('are there with what they save, and no others', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.tuple(node, node)), (some, others) => {
        const packed = repack(some);
        const gains = new Map(some.map(({ first, second, gain }) => [`${first} ${second}`, gain]));
        const asked = [...some.map(({ first, second }) => [first, second] as const), ...others];
        for (const [first, second] of asked) {
          expect(gainOf(packed, first, second)).toBe(gains.get(`${first} ${second}`) ?? 0);
          expect(gainOf(packed, second, first)).toBe(gains.get(`${second} ${first}`) ?? 0);
        }
      }),
    );
  });

  it.each([
    ['first', { first: 7, second: 3, gain: 1 }],
    ['second', { first: 3, second: 7, gain: 1 }],
  ])('are refused if the %s word is none of the tree', (_, pair) => {
    expect(() => repack([pair], 7)).toThrow(`A pair of nodes ${pair.first} and ${pair.second} of 7`);
    expect(gainOf(repack([pair], 8), pair.first, pair.second)).toBe(1);
  });
});
