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
import { findNaively } from '../../support/naive-matcher';
import { trieOf } from '../../support/trie';
import { type Found, finderOf, MANY, texts } from './finder';

/** Ways in which the matcher goes over a text, and the patterns that make it choose them; the last takes too many. */
const WAYS: [string, string[], SearchWay?][] = [
  ['few second characters', []],
  ['many second characters', MANY],
  ['a pattern of one character', ['卐']],
  ['stretches', [], 'stretches'],
  ['stretches and a pattern of one character', ['卐'], 'stretches'],
];

const PATTERNS = [
  ...['两江', '两江新区', '江新区', '北岸线路', '岸线', '一二三', '一二', '二三'],
  ...['成都', '白鱀豚', '𠮷野', '野𠮷', '𠮷', 'a b', 'cd', 'a区', '(一)号', '号(一)', '\u0301一', '-5度'],
];

describe.each(WAYS)('searching with %s', (_name, more, way) => {
  const find = finderOf([...PATTERNS, ...more], { way });

  it.each([
    ['在两江新城', ['两江']],
    ['两江两江', ['两江', '两江']],
    ['两两江江', ['两江']],
    ['两江新区江新区', ['两江新区', '江新区']],
    ['两江新、两江新区', ['两江', '两江新区']],
    ['北岸线城', ['岸线']],
    ['兩江、両江', ['兩江', '両江']],
    ['两', []],
    ['江', []],
    ['', []],
    ['两\u200b江 两 江 兩(liǎng)江', ['两\u200b江', '两 江', '兩(liǎng)江']],
    ['两\u200b', []],
    ['两江(jiāng)新 区', ['两江(jiāng)新 区']],
    ['两江(jiāng)新、', ['两江']],
    ['江新(xīn)区、北岸\u200b线 路', ['江新(xīn)区', '北岸\u200b线 路']],
    ['a  b a-b ab a - b', ['a  b', 'a-b', 'a - b']],
    ['c d c-d cd', ['cd']],
    ['a', []],
    ['a 区', ['a 区']],
    ['去𠮷野家、𠮷\u200b野', ['𠮷野', '𠮷\u200b野']],
    ['野𠮷、野 𠮷、野𠮶', ['野𠮷', '野 𠮷']],
    ['\ud842𠮷\udfb7', ['𠮷']],
    ['\u{2f8b2}都', ['\u{2f8b2}都']],
    ['白𬶨豚', ['白𬶨豚']],
    ['第（一）号', ['（一）号']],
    ['号（一）、号 (一)', ['号（一）', '号 (一)']],
    ['二\u0301一', ['\u0301一']],
    ['零下-5度', ['-5度']],
    ['两\u0301江\u0301一', ['两\u0301江', '\u0301一']],
  ])('finds in %j %j', (text, wanted) => {
    expect(texts(find(text), text)).toEqual(wanted);
  });

  it.each([
    ['一二三', { start: 1, end: 3 }, ['二三']],
    ['一二三', { start: 0, end: 2 }, ['一二']],
    ['一二三', { start: 2, end: 3 }, []],
    ['一二三', { start: 1, end: 1 }, []],
    ['一 二三', { start: 0, end: 3 }, ['一 二']],
    ['一 二三', { start: 0, end: 2 }, []],
    ['一(yī)二', { start: 0, end: 6 }, ['一(yī)二']],
    ['一(yī)二', { start: 0, end: 5 }, []],
    ['𠮷野', { start: 0, end: 1 }, []],
    ['𠮷野', { start: 0, end: 2 }, ['𠮷']],
    ['𠮷野', { start: 0, end: 3 }, ['𠮷野']],
    ['𠮷野', { start: 1, end: 3 }, []],
    ['野𠮷', { start: 0, end: 2 }, []],
  ])('finds in %j at %j', (text, within, wanted) => {
    expect(texts(find(text, { within }), text)).toEqual(wanted);
  });

  it.each([
    ['一二三', ['一二']],
    ['一二', []],
    ['二三', []],
    ['一二二三', ['一二', '二三']],
    ['一二三一二三', ['一二三', '一二三']],
  ])('finds inside of %s, not it itself', (inner, wanted) => {
    const text = `零${inner}四`;
    const within = { start: 1, end: 1 + inner.length };
    expect(texts(find(text, { within, insteadOf: within }), text)).toEqual(wanted);
  });
});

it('knows where words are apart', () => {
  const patterns = ['αβ', 'α β', 'βγ', 'γα', 'β γα', 'αγ β', 'γ γ', 'γγα', 'βαβ', 'α α', 'ββ γ', 'αα', 'γβα'];
  const find = finderOf(patterns);
  const longer = (some: readonly string[]): string[] =>
    some.flatMap((each) => [...'αβγ'].flatMap((unit) => [each + unit, `${each} ${unit}`]));
  let all = [...'αβγ'];
  for (let times = 0; times < 3; times++) all = longer(all);
  const wrong = all.filter((text) => {
    const wanted = findNaively(patterns, text).map(({ start, end }) => text.slice(start, end));
    return texts(find(text), text).join() !== wanted.join();
  });
  expect(wrong).toEqual([]);
});

describe.each(WAYS)('judging with %s', (_name, more, way) => {
  const some = ['一二三', '一二', '二三', '三四', ...more];
  const judged = (isJudged: (pattern: string) => boolean, judgeAll: boolean) => {
    const asked: string[] = [];
    const judge: Judge = (text, start, end, form) => {
      asked.push(`${text.slice(start, end)} ${some[form]}`);
      return text.slice(start, end) === '三四' ? form * 2 : REJECTED;
    };
    const found = finderOf(some, { isJudged, way })('一二 三四', { judge, judgeAll });
    return { asked, found: found.map(({ pattern }) => pattern) };
  };

  it('asks of those that want it: the longest of a start first, and later starts after a rejection', () => {
    expect(judged((pattern) => pattern.includes('二'), false)).toEqual({
      asked: ['一二 三 一二三', '一二 一二', '二 三 二三'],
      found: ['三四'],
    });
    expect(judged((pattern) => pattern === '一二三', false)).toEqual({
      asked: ['一二 三 一二三'],
      found: ['一二', '三四'],
    });
  });

  it('asks of all if it is told to', () => {
    const asked = ['一二 三 一二三', '一二 一二', '二 三 二三', '三四 三四'];
    expect(judged(() => false, true)).toEqual({ asked, found: ['三四'] });
  });

  it('reports what the judge answers, and goes on after the letter that it takes in', () => {
    const patterns = ['new area', 's', 'sb', ...more];
    const judge: Judge = (_text, _start, _end, form) => form * 2 + (form === 0 ? 1 : 0);
    const found = finderOf(patterns, { isJudged: (pattern) => pattern === 'new area', way })('new areasb', {
      judge,
    });
    expect(found).toEqual([{ start: 0, end: 9, pattern: 'new area' }]);
    const other: Judge = () => 2;
    expect(finderOf(patterns, { way })('new area', { judge: other, judgeAll: true })).toEqual([
      { start: 0, end: 8, pattern: 's' },
    ]);
  });
});

describe('a matcher', () => {
  it('finds any number of places, and as many in the next text', () => {
    const matcher = createMatcher(trieOf(['一二', '三']));
    const options: SearchOptions = { judge: () => REJECTED, judgeAll: false };
    for (const times of [0, 1, 63, 64, 65, 1000, 2]) {
      const text = '一二、三。'.repeat(times);
      expect(matcher.search(text, options)).toBe(times * 2);
      const wanted = Array.from({ length: times }, (_, at) => [
        at * 5,
        at * 5 + 2,
        0,
        at * 5 + 3,
        at * 5 + 4,
        1,
      ]);
      expect([...matcher.found.subarray(0, times * 6)]).toEqual(wanted.flat());
    }
  });
});

describe.each(WAYS)('on random texts, with %s', (_name, more, way) => {
  const units = fc.constantFrom(...'一二三四（𠮷');
  const pattern = fc
    .array(units, { minLength: 2, maxLength: 4 })
    .map((each) => each.join('').replaceAll('（', '('));
  const patterns = fc.uniqueArray(pattern, { minLength: 1, maxLength: 6 });

  // Making a matcher is what takes time.
  const options = { numRuns: 15 };
  const listOf = (text: fc.Arbitrary<string>) => fc.array(text, { minLength: 1, maxLength: 8 });

  it('gives what a look at every pattern at every place gives, whatever is rejected', () => {
    const rejections = fc.uniqueArray(fc.tuple(fc.nat(20), fc.nat(20)).map(String));
    const text = fc.array(units, { maxLength: 20 }).map((each) => each.join(''));
    fc.assert(
      fc.property(patterns, listOf(text), rejections, fc.nat(4), (some, someTexts, rejected, end) => {
        // What stands in the place of a match at the beginning.
        const replaced = end === 0 ? {} : { insteadOf: { start: 0, end } };
        const findIn = finderOf([...some, ...more], { way });
        const stands = (start: number, end: number): boolean => !rejected.includes(`${start},${end}`);
        const judge: Judge = (_text, start, end, form) => (stands(start, end) ? form * 2 : REJECTED);
        for (const each of someTexts) {
          const wanted: Found[] = [];
          const folded = each.replaceAll('（', '(');
          for (let at = 0; at < folded.length; ) {
            const start = at;
            const place = some
              .filter((pattern) => folded.startsWith(pattern, start))
              .filter(({ length }) => end === 0 || start > 0 || length < end)
              .map((pattern) => ({ start, end: start + pattern.length, pattern }))
              .sort((a, b) => b.end - a.end)
              .find((place) => stands(start, place.end));
            if (place !== undefined) wanted.push(place);
            at = place?.end ?? at + 1;
          }
          expect(findIn(each, { judge, judgeAll: true, ...replaced })).toEqual(wanted);
        }
      }),
      options,
    );
  });

  it('sees through noise like the naive matcher', () => {
    const noise = fc.constantFrom('', '', '', '', '\u200b', ' ', '-', '(yī)', '()', '\u0301', '。', '\ud842');
    // Letters of which the naive matcher does not ask that they be whole words.
    const unit = fc.constantFrom(...'αβ一二（𠮷');
    const text = fc.array(fc.tuple(unit, noise), { maxLength: 12 }).map((each) => each.flat().join(''));
    const term = fc.array(fc.tuple(unit, fc.constantFrom('', '', '-')), { minLength: 2, maxLength: 4 });
    const terms = fc.array(
      term.map((each) => each.flat().join('')),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(terms, listOf(text), (some, someTexts) => {
        const findIn = finderOf([...some.map(normalizeText), ...more], { way });
        for (const each of someTexts) {
          const spans = findIn(each).map(({ start, end }) => ({ start, end }));
          expect(spans).toEqual(findNaively(some, each));
        }
      }),
      options,
    );
  });
});
