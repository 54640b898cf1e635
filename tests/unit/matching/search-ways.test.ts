import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMatcher,
  type Judge,
  REJECTED,
  type SearchOptions,
  type SearchWay,
} from '@/lib/matching/matcher';
import { normalizeText } from '@/lib/text/normalize';
import { trieOf } from '../../support/trie';
import { finderOf, MANY, texts } from './finder';

describe.each<SearchWay>(['pairs', 'stretches'])('patterns of one character, by %s', (way) => {
  it.each([
    [['卐'], '卐', ['卐']],
    [['卐'], '在卐', ['卐']],
    [['卐'], '卐卐在', ['卐', '卐']],
    [['卐', '两江'], '两卐两江卐', ['卐', '两江', '卐']],
    [['一', '一二'], '二一', ['一']],
    [['一', '一二'], '一一二一', ['一', '一二', '一']],
    [['一', '一二'], '一 二、一 三', ['一 二', '一']],
    [['一', '一二', '一二三'], '一二三', ['一二三']],
    [['一', '一二', '一二三', ...MANY], '一二、一二三一', ['一二', '一二三', '一']],
  ])('%j are found in %s', (patterns, text, wanted) => {
    const found = finderOf(patterns, { way })(text);
    expect(texts(found, text)).toEqual(wanted);
    expect(found.map(({ pattern }) => pattern)).toEqual(wanted.map(normalizeText));
    const judge: Judge = (_text, _start, _end, form) => form * 2;
    expect(texts(finderOf(patterns, { isJudged: () => true, way })(text, { judge }), text)).toEqual(wanted);
  });
});

describe.each<SearchWay>(['seconds', 'pairs', 'stretches'])('patterns at any distance, by %s', (way) => {
  const find = finderOf(['两江', '重庆港'], { way });

  it('are found between whatever no pattern has', () => {
    for (let gap = 0; gap < 20; gap++) {
      const between = '、'.repeat(gap);
      const text = `${between}两江${between}重庆港${between}`;
      const start = 2 * gap + 2;
      expect(find(text), text).toEqual([
        { start: gap, end: gap + 2, pattern: '两江' },
        { start, end: start + 3, pattern: '重庆港' },
      ]);
    }
  });

  it('are found behind characters that others begin or go on with', () => {
    for (const before of ['两', '重', '江', '庆', '港', '两重', '江庆', '庆港', '重庆', '两两', '重庆重']) {
      for (let gap = 0; gap < 10; gap++) {
        const text = `${'、'.repeat(gap)}${before}两江`;
        expect(texts(find(text), text), text).toEqual(['两江']);
      }
    }
  });
});

it.each([
  ['of one character', ['卐', '两江'], '两江、卐', ['两江', '卐']],
  [
    'that begin with what one character of a text folds to',
    ['fi两', '两江'],
    'ﬁ两江、ﬁ两、两江',
    ['ﬁ两', 'ﬁ两', '两江'],
  ],
])('finds patterns %s by the way that it chooses itself', (_, patterns, text, wanted) => {
  expect(texts(finderOf(patterns)(text), text)).toEqual(wanted);
});

describe('stretches', () => {
  const unit = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...'一二三') },
    { weight: 1, arbitrary: fc.constantFrom(...'𠮷（ \u200b、a') },
  );
  const pattern = fc
    .array(fc.constantFrom(...'一二三𠮷'), { minLength: 1, maxLength: 4 })
    .map((units) => units.join(''));
  const longText = fc
    .array(unit, { minLength: 240, maxLength: 800, size: 'max' })
    .map((units) => units.join(''));

  /** What is found, and what has been asked of the judge, who rejects every third place. */
  const searchBy = (way: SearchWay, patterns: readonly string[], text: string): unknown => {
    const asked: number[][] = [];
    const judge: Judge = (_text, start, end, form) => {
      asked.push([start, end, form]);
      return asked.length % 3 === 0 ? REJECTED : form * 2;
    };
    return { found: finderOf(patterns, { way })(text, { judge, judgeAll: true }), asked };
  };

  it('end anywhere in long texts, and nobody notices', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { minLength: 1, maxLength: 6 }), longText, (patterns, text) => {
        expect(searchBy('stretches', patterns, text)).toEqual(searchBy('pairs', patterns, text));
      }),
      { numRuns: 60 },
    );
  });

  it('may end in the middle of a place', () => {
    const find = finderOf(['一二三四'], { way: 'stretches' });
    for (let start = 250; start < 260; start++) {
      const text = `${'、'.repeat(start)}一二三四`;
      expect(find(text)).toEqual([{ start, end: start + 4, pattern: '一二三四' }]);
    }
  });

  it.each(['一', '𠮷'])('have no place behind their end, where %s begins a pattern', (last) => {
    const find = finderOf(['一二', '一三四', '卐', '𠮷野'], { way: 'stretches' });
    expect(find(`、、二${'、'.repeat(253)}${last}、`)).toEqual([]);
  });
});

it('finds the same by the way that is quickest for many patterns', () => {
  const many = Array.from({ length: 40_000 }, (_, at) =>
    String.fromCharCode(0x4e00 + (at % 199), 0x4f00 + (at % 251), 0x5100 + (at % 83)),
  );
  const text = many.join('');
  const options: SearchOptions = { judge: () => REJECTED, judgeAll: false };
  const trie = trieOf(many);
  const quickest = createMatcher(trie);
  const byPairs = createMatcher(trie, 'pairs');
  const count = byPairs.search(text, options);
  expect(count).toBeGreaterThan(10_000);
  expect(quickest.search(text, options)).toBe(count);
  expect(quickest.found).toEqual(byPairs.found);
});
