import { describe, expect, it } from 'vitest';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findMatches } from '@/lib/term-index/find';
import { firstConcept, getSenses } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';
import { concept, findTexts, glossary, indexOf } from '../../support/glossary';

/** What a text, all of which is one mark, means: `glossary/concept/term`. */
function sensesOf(index: TermIndex, text: string, around: [string, string] = ['', '']): string[] {
  const marks = findMatches(index, around[0] + text + around[1]);
  const whole = { start: around[0].length, end: around[0].length + text.length };
  const mark = marks.find(({ start, end }) => start === whole.start && end === whole.end);
  if (mark === undefined) return [];
  return getSenses(index, mark.form).map((sense) => `${sense.glossary}/${sense.concept}/${sense.term}`);
}

describe('compileTermIndex', () => {
  it('keeps revision and glossaries in the order they come in', () => {
    const index = compileTermIndex([glossary('b', []), glossary('a', ['两江']), glossary('c', [])], 42);
    expect(index).toMatchObject({ revision: 42, glossaryIds: ['b', 'a', 'c'], formCount: 1 });
    expect(sensesOf(index, '两江')).toEqual(['1/0/0']);
  });

  it('leaves out terms of more than 256 code units', () => {
    const long = '江'.repeat(256);
    expect(findTexts(indexOf(long), `两${long}新`)).toEqual([long]);
    expect(findTexts(indexOf(`${long}江`), `两${long}江新`)).toEqual([]);
    expect(findTexts(indexOf(`${long}${' '.repeat(80)}江`), `两${long}江新`)).toEqual([]);
    expect(findTexts(indexOf(` ${long}`, '两'), `两${long}新`)).toEqual(['两', long]);
  });

  it('leaves out terms that are not to be spotted, and counts them all the same', () => {
    const index = compileTermIndex(
      [
        {
          ...glossary('a', []),
          concepts: [concept('c0', { text: '渝', spot: false }, '重庆'), concept('c1', '成都')],
        },
      ],
      1,
    );
    expect(sensesOf(index, '渝')).toEqual([]);
    expect(sensesOf(index, '重庆')).toEqual(['0/0/1']);
    expect(sensesOf(index, '成都')).toEqual(['0/1/0']);
  });

  it('gives terms that fold to one pattern one form with all their senses', () => {
    const index = compileTermIndex(
      [glossary('a', ['成都', '两江', '兩 江']), glossary('b', ['重庆', '兩江', '成都', '成 都'])],
      1,
    );
    const forms = findMatches(index, '两江、成都、重庆、兩江').map(({ form }) => form);
    expect(new Set(forms).size).toBe(3);
    expect(sensesOf(index, '两江')).toEqual(['0/1/0', '0/2/0', '1/1/0']);
    expect(sensesOf(index, '成都')).toEqual(['0/0/0', '1/2/0', '1/3/0']);
    expect(sensesOf(index, '重庆')).toEqual(['1/0/0']);
  });

  it('gives forms that mean one concept first one number', () => {
    const concepts = [concept('c0', '重庆', '渝'), concept('c1', '成都', '渝')];
    const index = compileTermIndex([glossary('a', ['南京']), { ...glossary('b', []), concepts }], 1);
    const numbers = ['南京', '重庆', '渝', '成都'].map((text) =>
      firstConcept(index, findMatches(index, text)[0]?.form ?? -1),
    );
    expect(numbers).toEqual([0, 1, 1, 2]);
    expect(() => firstConcept(index, index.formCount)).toThrow(RangeError);
  });

  it('looks at the edges of words only where a term has letters there', () => {
    expect(findTexts(indexOf('G网', '网G', '新G区', '新区'), 'aG网, 网Ga, a新G区a, a新区a')).toEqual([
      '新G区',
      '新区',
    ]);
    // The last sign is a mark on a letter, and so part of it.
    expect(findTexts(indexOf('新สี'), '新สี, 新สีส')).toEqual(['新สี']);
  });

  it('takes any number of terms', () => {
    const terms = Array.from({ length: 1000 }, (_, at) => `港${String.fromCharCode(0x4e00 + at)}`);
    const index = compileTermIndex([glossary('a', terms), glossary('b', ['渝中'])], 1);
    expect(sensesOf(index, `港${String.fromCharCode(0x4e00 + 999)}`)).toEqual(['0/999/0']);
    expect(sensesOf(index, '渝中')).toEqual(['1/0/0']);
  });

  it('tells apart the terms of a pattern by their rules', () => {
    const followed = (...texts: string[]) => ({ text: '天府', after: texts });
    const index = indexOf(
      followed('新'),
      '天府',
      followed('新'),
      followed('新', '国'),
      followed('国'),
      '成都',
    );
    expect(sensesOf(index, '天府')).toEqual(['0/1/0']);
    expect(sensesOf(index, '天府', ['', '新'])).toEqual(['0/0/0', '0/1/0', '0/2/0', '0/3/0']);
    expect(sensesOf(index, '天府', ['', '国'])).toEqual(['0/1/0', '0/3/0', '0/4/0']);
    expect(sensesOf(index, '成都')).toEqual(['0/5/0']);
    // 天府 has four groups. Each of the six senses has a number that may be a form's.
    expect(index.formCount).toBe(6 + 2 ** 4 - 1);
  });

  it('takes the terms of a sixth rule and more to be where the fifth is', () => {
    const signs = ['、', '；', '！', '？', '：', '》', '」'];
    const ruled = signs.map((sign) => ({ text: '天府', after: [sign] }));
    const index = indexOf(...ruled);
    expect(index.formCount).toBe(7 + 2 ** 5 - 1);
    expect(sensesOf(index, '天府', ['', '、'])).toEqual(['0/0/0']);
    expect(sensesOf(index, '天府', ['', '？'])).toEqual(['0/3/0']);
    expect(sensesOf(index, '天府', ['', '：'])).toEqual(['0/4/0', '0/5/0', '0/6/0']);
    expect(sensesOf(index, '天府', ['', '》'])).toEqual([]);
    // A term without a rule is always told apart.
    const free = indexOf(...ruled, '天府');
    expect(sensesOf(free, '天府', ['', '》'])).toEqual(['0/7/0']);
    expect(sensesOf(free, '天府', ['', '？'])).toEqual(['0/3/0', '0/4/0', '0/5/0', '0/6/0', '0/7/0']);
  });
});
