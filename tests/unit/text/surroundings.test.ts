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

  it('does not beside a letter-spaced span', () => {
    expect(readRound('隆 ⟦重 庆⟧ 祝')).toMatchObject({ before: '隆', blankBefore: false, blankAfter: false });
  });

  it('is empty at the ends of the text', () => {
    expect(readRound('⟦重庆⟧')).toMatchObject({ before: '', inside: '重庆', after: '' });
    expect(readRound('\u200b⟦重庆⟧\u200b')).toMatchObject({ before: '', inside: '重庆', after: '' });
  });

  it('reads the same far into a text', () => {
    const long = '春'.repeat(200);
    const round = { before: '我去', inside: '重庆', after: '吃饭' };
    expect(readRound(`${long}我\u200b去⟦重\u200b慶⟧吃\u200b飯${long}`, 2)).toMatchObject(round);
    expect(readRound(`${long}我去⟦重慶⟧吃飯${long}`, 2)).toMatchObject(round);
  });
});
