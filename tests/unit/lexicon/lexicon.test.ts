import { describe, expect, it } from 'vitest';
import { type Lexicon, loadLexicon } from '@/lib/lexicon/lexicon';
import { packWords, unpackWords } from '@/lib/lexicon/packed-words';
import { readLexicon } from '../../support/lexicon';

const WORDS = {
  长: 900,
  长江: 5000,
  江: 800,
  江北: 400,
  北: 700,
  北岸: 600,
  岸: 300,
  江北区: 50,
  区: 900,
  在: 9000,
};
const packed = packWords(new Map(Object.entries(WORDS)), 60_000_000);

function packedBuffer(): ArrayBuffer {
  return Uint8Array.from(packed).buffer;
}

describe('unpackWords', () => {
  it('gives every word back, the frequent ones cheaper', () => {
    const tree = unpackWords(packedBuffer());
    const costs = new Map<string, number>();
    const collect = (node: number, prefix: string): void => {
      if ((tree.costs[node] ?? 0) > 0) costs.set(prefix, tree.costs[node] ?? 0);
      for (let child = tree.firstChild[node] ?? 0; child < (tree.firstChild[node + 1] ?? 0); child++) {
        collect(child, prefix + String.fromCharCode(tree.units[child] ?? 0));
      }
    };
    collect(0, '');
    expect([...costs.keys()].sort()).toEqual(Object.keys(WORDS).sort());
    expect(tree.wordCount).toBe(10);
    // −ln(9000 ÷ 60 million) is 8.805 nats, in twentieths.
    expect(costs.get('在')).toBe(176);
    expect(costs.get('长江')).toBe(188);
  });

  it('refuses every shorter record, and a longer one', () => {
    for (let length = 0; length < packed.length; length++) {
      expect(() => unpackWords(packedBuffer().slice(0, length))).toThrow(RangeError);
    }
    expect(() => unpackWords(Uint8Array.from([...packed, 0]).buffer)).toThrow(RangeError);
  });

  it('refuses something else', () => {
    expect(() => loadLexicon(new TextEncoder().encode('PK, a zip file of some length').buffer)).toThrow(
      RangeError,
    );
  });
});

describe('Lexicon.weigh', () => {
  const lexicon: Lexicon = loadLexicon(packedBuffer());

  it('weighs standing against the cheapest word across each edge', () => {
    const { standing, crossingStart, crossingEnd } = lexicon.weigh('长江北岸', { start: 1, end: 3 });
    // 长 222 + 江北 238 + 岸 244; 长江 188 + 北岸 230 crosses both edges, and is told at each.
    expect(standing).toBe(704);
    expect(crossingStart).toEqual({ word: '长江', start: 0, cost: 418 });
    expect(crossingEnd).toEqual({ word: '北岸', start: 2, cost: 418 });
  });

  it('does not count a word that holds the whole span', () => {
    const weighing = lexicon.weigh('在江北区', { start: 1, end: 3 });
    expect(weighing).not.toHaveProperty('crossingStart');
    expect(weighing).not.toHaveProperty('crossingEnd');
    expect(weighing).toMatchObject({ isStem: true, isTail: false });
  });

  it('knows a span that ends a longer word', () => {
    expect(lexicon.weigh('长江', { start: 1, end: 2 })).toMatchObject({ isTail: true, isStem: false });
  });

  it('takes a term for a word, though none that it knows', () => {
    // 在 176 + a term 312, cheaper than two unknown characters at 358 each.
    expect(lexicon.weigh('在渝碚', { start: 1, end: 3 }).standing).toBe(488);
  });
});

describe('the lexicon of the extension', () => {
  const lexicon = readLexicon();

  it('has about a hundred thousand words', () => {
    expect(lexicon.wordCount).toBeGreaterThan(90_000);
  });

  it('holds no numeral together with its measure', () => {
    expect(lexicon.weigh('一个人', { start: 1, end: 3 })).not.toHaveProperty('crossingStart');
  });
});
