import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSurroundings } from '@/lib/text/surroundings';

/** `去[重庆]吃` → the surroundings of 重庆. */
function readRound(bracketed: string, reach = 16) {
  const start = bracketed.indexOf('⟦');
  const end = bracketed.indexOf('⟧') - 1;
  return readSurroundings(bracketed.replace('⟦', '').replace('⟧', ''), { start, end }, reach);
}

describe('readSurroundings', () => {
  it('folds what is round a span, up to a reach', () => {
    expect(readRound('我們去⟦重慶⟧吃飯', 2)).toMatchObject({ before: '们去', inside: '重庆', after: '吃饭' });
  });

  it('reads over noise on all three parts', () => {
    expect(readRound('我\u200b去(qù)⟦重(chóng)慶⟧\u200b吃(chī)飯')).toMatchObject({
      before: '我去',
      inside: '重庆',
      after: '吃饭',
    });
  });

  it('notes white space as an end of words', () => {
    expect(readRound('隆 ⟦重庆⟧ 祝')).toMatchObject({ blankBefore: true, blankAfter: true });
    expect(readRound('隆⟦重庆⟧祝')).toMatchObject({ blankBefore: false, blankAfter: false });
  });

  it.each([
    '隆 \u200b⟦重庆⟧\u200b 祝',
    '隆 \u200b\ufeff⟦葛\u{e0100}⟧\u{e0101} 祝',
    '隆 \u{e0101}⟦重庆⟧\u2060\u3000祝',
  ])('notes it behind what is never seen: %j', (bracketed) => {
    expect(readRound(bracketed)).toMatchObject({ blankBefore: true, blankAfter: true });
  });

  it('notes it behind a reading, not between a character and its reading', () => {
    expect(readRound('去(qù) ⟦教育部⟧(bù) 门')).toMatchObject({ blankBefore: true, blankAfter: true });
    expect(readRound('去 (qù)⟦教育部⟧ (bù)门')).toMatchObject({ blankBefore: false, blankAfter: false });
  });

  it('does not beside a letter-spaced span', () => {
    expect(readRound('隆 ⟦重 庆⟧ 祝')).toMatchObject({ before: '隆', blankBefore: false, blankAfter: false });
  });

  it('is empty at the ends of the text', () => {
    expect(readRound('⟦重庆⟧')).toMatchObject({ before: '', inside: '重庆', after: '' });
    expect(readRound('\u200b⟦重庆⟧\u200b')).toMatchObject({ before: '', inside: '重庆', after: '' });
  });

  it('begins and ends with whole characters', () => {
    expect(readRound('重\u{e0100}重⟦庆⟧重\u{e0100}重', 2)).toMatchObject({ before: '重重', after: '重重' });
    expect(readRound('重\u{e0100}重⟦庆⟧重重', 2)).toMatchObject({ before: '重重', after: '重重' });
    const far = (noise: number) =>
      `山\u{20bb7}${'\u200b'.repeat(noise)}⟦庆⟧${'\u200b'.repeat(noise)}\u{20bb7}山`;
    for (const noise of [10, 11, 12]) {
      const { before, after } = readRound(far(noise), 2);
      expect(before + after).not.toMatch(/[\ud800-\udfff]/u);
    }
  });

  it('is the same with and without what is never seen', () => {
    const unit = fc.constantFrom(...'重慶两Ａb1，○);𠮷');
    const part = fc.array(unit, { minLength: 1, maxLength: 9 });
    const reach = fc.integer({ min: 0, max: 8 });
    const unseen = fc.constantFrom('\u200b', '\u{e0100}');
    fc.assert(
      fc.property(part, part, part, reach, unseen, (before, inside, after, reachOf, between) => {
        const read = (joint: string) =>
          readRound(`${before.join(joint)}⟦${inside.join(joint)}⟧${after.join(joint)}`, reachOf);
        expect(read(between)).toEqual(read(''));
      }),
    );
  });

  it('reads the same far into a text', () => {
    const long = '春'.repeat(200);
    const round = { before: '我去', inside: '重庆', after: '吃饭' };
    expect(readRound(`${long}我\u200b去⟦重\u200b慶⟧吃\u200b飯${long}`, 2)).toMatchObject(round);
    expect(readRound(`${long}我去⟦重慶⟧吃飯${long}`, 2)).toMatchObject(round);
  });
});
