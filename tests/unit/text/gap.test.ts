import { describe, expect, it } from 'vitest';
import { crossGap, NO_GAP } from '@/lib/text/gap';

/** `区‸(qū)的` → where the character after the gap begins, as `offset` or `offset+` with a separator; `none`. */
function cross(marked: string): string {
  const gap = crossGap(marked.replace('‸', ''), marked.indexOf('‸'));
  return gap === NO_GAP ? 'none' : `${gap >> 1}${(gap & 1) === 1 ? '+' : ''}`;
}

describe('crossGap', () => {
  it.each([
    ['区‸(qū)的', '5'],
    ['区‸[qū]的', '5'],
    ['区‸［qū］的', '5'],
    ['区‸（qū）的', '5'],
    ['区‸〔qū〕的', '5'],
    ['区‸【qū】的', '5'],
    ['区‸(qū)(ōu)的', '9'],
    ['区‸()的', '3'],
    ['区‸（qū)的', '5'],
    ['区‸[qū］的', '5'],
    ['区‸﹙qū﹚的', '5'],
    ['区‸﹝qū〕的', '5'],
    ['新区‸(xīn qū)的', '10'],
    ['两江新区‸(liang3 jiang1 xin1 qu1)的', '28'],
    ['行‸(háng/xíng)的', '12'],
    ['区‸—的', '2+'],
    ['区‸——的', '2+'],
    ['1‸—2', '2+'],
    ['0‸—2', '2+'],
    ['9‸—2', '2+'],
    [`区‸(qū${' '.repeat(34)})的`, '39'],
    ['１‸ — ２', '4+'],
    ['区‸\u200b\u{e0100}的', '4'],
    ['区‸\u0301\u200b\u0301的', '4'],
    ['区‸ \n\t的', '4'],
    ['a‸  b', '3+'],
    ['a‸ 区', '2'],
    ['区‸ a', '2'],
    ['a‸ .', '2'],
    ['a‸-b', '2+'],
    ['a‸ – b', '4+'],
    ['e\u0301‸ b', '3+'],
    ['カ\u3099‸ b', '3'],
    ['区‸-的', '2+'],
    ['区‸ (qū) 的', '7'],
    ['a‸\u200bb', '2'],
    // What may not be crossed is what comes next, and no character of a term.
    ['a‸--b', '2+'],
    ['区‸-(qū)的', '2+'],
    ['区‸(qū)(ōu)(qū)的', '9'],
    [`区‸${' '.repeat(79)}的`, '80'],
  ])('crosses %j to %s', (marked, expected) => {
    expect(cross(marked)).toBe(expected);
  });

  it.each([
    '区‸的',
    '区‸',
    '区‸ ',
    '区‸(qū)',
    'a‸\u0301b',
    'a‸(a)b',
    'a‸—b',
    'a‸―b',
    '。‸—的',
    '新区‸(xin qu)的',
    `区‸(qū${' '.repeat(36)})的`,
    'é‸—的',
    '区‸(A)的',
    '区‸(qū]的',
    '区‸(qū的',
    '区‸(zhuangzhuang)的',
    '区‸𠮷',
    '区‸。的',
    `区‸${' '.repeat(80)}的`,
  ])('crosses nothing in %j', (marked) => {
    expect(cross(marked)).toBe('none');
  });

  it('looks at eighty units in a row and no further', () => {
    expect(cross(`区‸${'\u200b'.repeat(79)}的`)).toBe('80');
    expect(cross(`区‸${'\u200b'.repeat(80)}的`)).toBe('none');
  });
});
