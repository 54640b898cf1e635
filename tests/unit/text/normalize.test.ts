import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlankText, normalize, normalizeText } from '@/lib/text/normalize';

describe('normalize', () => {
  it.each([
    ['兩(liǎng)江', '两江', [0, 8]],
    ['兩江新區(qū)', '两江新区(qu\u0304)', [0, 1, 2, 3, 4, 5, 6, 6, 7]],
    ['兩江新區(qū)--', '两江新区(qu\u0304)', [0, 1, 2, 3, 4, 5, 6, 6, 7]],
    ['oﬃce', 'office', [0, 1, 1, 1, 2, 3]],
    ['成都—重慶—', '成都 重庆', [0, 1, 2, 3, 4]],
    ['a—b', 'a-b', [0, 1, 2]],
    [' 两 江 ', '两江', [1, 3]],
    ['5G 基站', '5g基站', [0, 1, 3, 4]],
    ['New \n Area', 'new area', [0, 1, 2, 3, 6, 7, 8, 9]],
    ['a - b', 'a b', [0, 1, 4]],
    ['《 纲要 》', '《纲要》', [0, 2, 3, 5]],
    ['𠮷 野', '𠮷野', [0, 0, 3]],
    ['-\u200b ', '', []],
    ['', '', []],
    ['\u{e0100}葛\u{e0100}城\u{e0100}', '葛城', [2, 5]],
    ['a--b', 'a -b', [0, 1, 2, 3]],
    ['二(èr)(一)', '二(一)', [0, 5, 6, 7]],
    ['\u200b-两江-\u200b ', '两江', [2, 3]],
    ['两\u0301江', '两江', [0, 2]],
    ['a\u0301b', 'a\u0301b', [0, 1, 2]],
    ['\u0301两', '\u0301两', [0, 1]],
    ['一(A)二', '一(a)二', [0, 1, 2, 3, 4]],
    ['ＮＥＷ　ＡＲＥＡ', 'new area', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['用𝐀𝐛说', '用ab说', [0, 1, 3, 5]],
    ['𝐀 𝐛', 'ab', [0, 3]],
    ['a 𠮷 b', 'a𠮷b', [0, 2, 2, 5]],
    ['a-𠮷', 'a 𠮷', [0, 1, 2, 2]],
    ['\ud842 野', '\ufffd野', [0, 2]],
    ['野\udfb7', '野\udfb7', [0, 1]],
  ])('makes %j %j', (source, text, starts) => {
    expect(normalize(source)).toEqual({ text, starts });
  });

  it('gives ascending starts inside the source, one for each unit', () => {
    const unit = fc.constantFrom(...'两江 (qu)\u200b-a1\ud842\udfb7。\u0301'.split(''));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const source = units.join('');
        const { text, starts } = normalize(source);
        expect(starts).toHaveLength(text.length);
        let last = 0;
        for (const start of starts) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(start).toBeLessThan(source.length);
          last = start;
        }
      }),
    );
  });

  it('is the same done twice', () => {
    for (const source of ['兩(liǎng)江 新區', 'New – Area', '(一) 号', 'Ａ股']) {
      const once = normalize(source).text;
      expect(normalize(once).text).toBe(once);
    }
  });

  it('gives a text of its own length one start a unit', () => {
    expect(normalize('兩江')).toEqual({ text: '两江', starts: [0, 1] });
    expect(normalize('兩江  ')).toEqual({ text: '两江', starts: [0, 1] });
  });
});

describe('normalizeText', () => {
  it.each(['两江', '兩江', '两 江', 'ａ', 'A', 'New  Area', '𠮷 野', ' 两', '两 ', '\u200b', '', '\u0301'])(
    'makes of %j what normalize makes',
    (source) => {
      expect(normalizeText(source)).toBe(normalize(source).text);
    },
  );
});

describe('isBlankText', () => {
  it('tells what normalize leaves nothing of', () => {
    const unit = fc.constantFrom(...'两 (qu)\u200b-\u3000\u00ad\u0301\ud842\udfb7\udb40\udd00'.split(''));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), (source) => {
        expect(isBlankText(source)).toBe(normalizeText(source) === '');
      }),
      { numRuns: 2000 },
    );
  });
});
