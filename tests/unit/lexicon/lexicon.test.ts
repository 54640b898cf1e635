import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lexicon, loadLexicon } from '@/lib/lexicon/lexicon';
import {
  childOf,
  PLACE,
  PLACE_NAME,
  packWords,
  unpackWords,
  type WordTree,
} from '@/lib/lexicon/packed-words';
import type { Span } from '@/lib/text/span';
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
const PAIRS = [
  { first: '长江', second: '北岸', share: 0.01 },
  { first: '在', second: '江北', share: 0.001 },
];
const packed = packWords(new Map(Object.entries(WORDS)), 60_000_000, { pairs: PAIRS });

function packedBuffer(): ArrayBuffer {
  return Uint8Array.from(packed).buffer;
}

/** The words of a tree and their costs. */
function listWords(tree: WordTree): Map<string, number> {
  const costs = new Map<string, number>();
  const collect = (node: number, prefix: string): void => {
    if ((tree.costs[node] ?? 0) > 0) costs.set(prefix, tree.costs[node] ?? 0);
    for (let child = tree.firstChild[node] ?? 0; child < (tree.firstChild[node + 1] ?? 0); child++) {
      collect(child, prefix + String.fromCharCode(tree.units[child] ?? 0));
    }
  };
  collect(0, '');
  return costs;
}

/** The packed words with some of the four words of their header changed. */
function withHeader(changes: readonly (readonly [number, number])[]): ArrayBuffer {
  const buffer = packedBuffer();
  for (const [word, value] of changes) new DataView(buffer).setUint32(word * 4, value, true);
  return buffer;
}

describe('unpackWords', () => {
  it('gives every word back, the frequent ones cheaper', () => {
    const tree = unpackWords(packedBuffer());
    const costs = listWords(tree);
    expect([...costs.keys()].sort()).toEqual(Object.keys(WORDS).sort());
    expect(tree.wordCount).toBe(10);
    // −ln(9000 ÷ 60 million) is 8.805 nats, in twentieths.
    expect(costs.get('在')).toBe(176);
    expect(costs.get('长江')).toBe(188);
  });

  it('gives all words back whatever they are, with their costs', () => {
    const unit = fc.integer({ min: 0, max: 0xffff });
    const word = fc.array(unit, { minLength: 1, maxLength: 4 }).map((units) => String.fromCharCode(...units));
    const entries = fc.uniqueArray(fc.tuple(word, fc.integer({ min: 1, max: 60_000_000 })), {
      selector: ([each]) => each,
      maxLength: 20,
    });
    fc.assert(
      fc.property(entries, (some) => {
        const tree = unpackWords(Uint8Array.from(packWords(new Map(some), 60_000_000)).buffer);
        const wanted = some.map(([each, frequency]) => {
          const cost = Math.round(Math.log(60_000_000 / frequency) * 20);
          // One byte of costs, from 61 on; 0 is for what is no word.
          return [each, Math.min(315, Math.max(61, cost))] as const;
        });
        expect(tree.wordCount).toBe(some.length);
        expect([...listWords(tree)].sort()).toEqual(wanted.sort());
      }),
      { numRuns: 50 },
    );
  });

  it('gives places back, with their names, which make no words of them', () => {
    const places = ['巴城镇', '江北区', '武陵山镇'];
    const tree = unpackWords(
      Uint8Array.from(packWords(new Map([['巴', 50]]), 60_000_000, { places })).buffer,
    );
    const flagsOf = (text: string): number => {
      const path = Array.from(text, (character) => character.charCodeAt(0));
      return tree.flags[path.reduce((node, unit) => childOf(tree, node, unit), 0)] ?? 0;
    };
    for (const place of places) {
      expect(flagsOf(place)).toBe(PLACE);
      expect(flagsOf(place.slice(0, -1))).toBe(PLACE_NAME);
      expect(flagsOf(place.slice(0, -2))).toBe(0);
    }
    expect([...listWords(tree).keys()]).toEqual(['巴']);
    expect(tree.wordCount).toBe(1);
  });

  it('knows a place whose name with its kind is the name of another', () => {
    const tree = unpackWords(
      Uint8Array.from(packWords(new Map(), 60_000_000, { places: ['大村镇', '大村镇乡'] })).buffer,
    );
    const path = Array.from('大村镇', (character) => character.charCodeAt(0));
    expect(tree.flags[path.reduce((node, unit) => childOf(tree, node, unit), 0)]).toBe(PLACE | PLACE_NAME);
  });

  it('reads numbers of one byte, two and three', () => {
    const children = (count: number) =>
      Array.from({ length: count }, (_, at) => String.fromCharCode(at * 3 + 1));
    for (const count of [127, 128, 129, 16_384]) {
      const words = new Map(children(count).map((each) => [each, 100]));
      const tree = unpackWords(Uint8Array.from(packWords(words, 60_000_000)).buffer);
      expect(tree.units).toHaveLength(count + 1);
      expect(String.fromCharCode(tree.units[count] ?? 0)).toBe(children(count).at(-1));
    }
  });

  it('refuses every shorter record, and a longer one', () => {
    for (let length = 0; length < packed.length; length++) {
      expect(() => unpackWords(packedBuffer().slice(0, length))).toThrow(RangeError);
    }
    expect(() => unpackWords(Uint8Array.from([...packed, 0]).buffer)).toThrow(RangeError);
  });

  it('says what is wrong', () => {
    expect(() => unpackWords(new ArrayBuffer(15))).toThrow('A lexicon of 15 bytes');
    expect(() => unpackWords(new ArrayBuffer(16))).toThrow('Not a lexicon of this version');
    expect(() => unpackWords(withHeader([[0, 0x014c5a50]]))).toThrow('Not a lexicon of this version');
    expect(() => unpackWords(packedBuffer().slice(0, -1))).toThrow(
      `${packed.length - 1} bytes, not ${packed.length}`,
    );
  });

  it.each([
    ['more nodes than bytes', packed.length + 1, `${packed.length + 1} nodes in ${packed.length} bytes`],
    ['as many nodes as bytes', packed.length, 'The lexicon is cut off'],
    ['one node more', 12, /^\d+ nodes are named, 12 are there$/],
    ['one node less', 10, /^\d+ nodes are named, 10 are there$/],
    ['no node', 0, '1 nodes are named, 0 are there'],
  ])('refuses a header that tells of %s', (_, nodes, message) => {
    expect(() => unpackWords(withHeader([[1, nodes]]))).toThrow(message);
  });

  it('refuses a header that tells of more pairs than bytes, or of fewer', () => {
    const message = `${packed.length + 1} pairs in ${packed.length} bytes`;
    expect(() => unpackWords(withHeader([[3, packed.length + 1]]))).toThrow(message);
    expect(() => unpackWords(withHeader([[3, 1]]))).toThrow(/^\d+ bytes, not \d+$/);
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
    // 长 222 + 江北 238 + 岸 244; 长江 188 + 北岸 after it 92 (a hundredth) crosses both edges, and is told at each.
    expect(standing).toBe(704);
    expect(crossingStart).toEqual({ word: '长江', start: 0, cost: 280 });
    expect(crossingEnd).toEqual({ word: '北岸', start: 2, cost: 280 });
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

describe('Lexicon.weigh, of pairs of words', () => {
  const words = new Map(Object.entries({ 甲乙: 500, 乙丙: 400, 丙丁: 600, 丁: 700 }));
  const weigh = (text: string, span: Span, pairs: readonly [string, string, number][]) => {
    const some = pairs.map(([first, second, share]) => ({ first, second, share }));
    return loadLexicon(Uint8Array.from(packWords(words, 60_101_964, { pairs: some })).buffer).weigh(
      text,
      span,
    );
  };
  // −20 ln of 500 and 600 in 60 million; a character that is no word.
  const [first, last, unknown] = [234, 230, 358];

  it('takes what often follows for likelier, on either side of an edge', () => {
    const standing = weigh('甲乙丙丁', { start: 0, end: 2 }, [['甲乙', '丙丁', 0.02]]).standing;
    expect(standing).toBe(first + 78);
    expect(weigh('甲乙丙丁', { start: 0, end: 2 }, []).standing).toBe(first + last);
    expect(weigh('甲乙丙丁', { start: 2, end: 4 }, [['甲乙', '丙丁', 0.02]]).standing).toBe(first + 78);
  });

  it('takes each word of a row into account twice, after the one before it and before the next', () => {
    const row: [string, string, number][] = [
      ['甲乙', '丙丁', 0.02],
      ['丙丁', '丁', 0.01],
    ];
    expect(weigh('甲乙丙丁丁', { start: 2, end: 4 }, row).standing).toBe(first + 78 + 92);
  });

  it('knows no pair whose first word lies across the edge at which the term stands', () => {
    // 甲乙 and 丙丁 are a pair, but 甲乙 crosses the start of 乙丙丁.
    const { standing, crossingStart } = weigh('甲乙丙丁', { start: 1, end: 4 }, [['甲乙', '丙丁', 0.9]]);
    expect(standing).toBe(unknown + 312);
    expect(crossingStart).toEqual({ word: '甲乙', start: 0, cost: first + 2 });
  });

  it('knows pairs of words of one character to four', () => {
    for (const before of ['子', '子丑', '子丑寅', '子丑寅卯']) {
      for (const after of ['辰', '辰巳', '辰巳午', '辰巳午未']) {
        const known = new Map([before, after].map((each) => [each, 500]));
        const pairs = [{ first: before, second: after, share: 0.02 }];
        const lexicon = loadLexicon(Uint8Array.from(packWords(known, 60_101_964, { pairs })).buffer);
        const [edge, end] = [before.length, before.length + after.length];
        const cost = first + 78;
        expect(lexicon.weigh(before + after, { start: 0, end: edge }).standing).toBe(cost);
        const { crossingStart } = lexicon.weigh(before + after, { start: edge - 1, end });
        expect(crossingStart?.cost).toBe(before.length === 1 ? undefined : cost);
      }
    }
  });

  it('leaves out pairs of words that it does not have, and those that chance would bring together as often', () => {
    for (const pair of [
      ['甲乙', '甲', 0.5],
      ['甲', '丙丁', 0.5],
      ['戊己', '丙丁', 0.5],
      ['甲乙', '丙丁', 0.000_01],
    ] as [string, string, number][]) {
      const packed = packWords(words, 60_101_964, {
        pairs: [{ first: pair[0], second: pair[1], share: pair[2] }],
      });
      expect(packed).toEqual(packWords(words, 60_101_964));
    }
  });
});

describe('Lexicon.weigh, of places', () => {
  const words = new Map(Object.entries({ 城镇: 3000, 城河: 30, 山区: 3000, 东山: 400, 河: 5000 }));
  const places = ['巴城镇', '木城镇', '东山区'];
  const lexicon = loadLexicon(Uint8Array.from(packWords(words, 60_101_964, { places })).buffer);

  it('counts a place of the lists as one word, whose name crosses the start of its kind', () => {
    // No character of them is a word (358), a place costs as much as a term (312).
    const { standing, crossingStart } = lexicon.weigh('在巴城镇里', { start: 2, end: 4 });
    expect(standing).toBe(358 + 358 + 198 + 358);
    expect(crossingStart).toEqual({ word: '巴城', start: 1, cost: 358 + 312 + 358 });
  });

  it('counts the name of a place as a word before the kind of another', () => {
    const { crossingStart } = lexicon.weigh('木城河', { start: 1, end: 3 });
    expect(crossingStart).toEqual({ word: '木城', start: 0, cost: 312 + 188 });
    for (const text of ['木城人', '木城']) {
      expect(lexicon.weigh(text, { start: 1, end: text.length })).not.toHaveProperty('crossingStart');
    }
  });

  it('takes the cheaper of a word and a place', () => {
    // 东山 256 and 区 358, or the place at 312.
    const { crossingStart } = lexicon.weigh('东山区', { start: 1, end: 3 });
    expect(crossingStart).toEqual({ word: '东山', start: 0, cost: 312 });
    expect(lexicon.weigh('东山河', { start: 1, end: 3 }).crossingStart?.cost).toBe(238 + 188);
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
