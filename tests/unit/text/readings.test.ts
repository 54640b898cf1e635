import { describe, expect, it } from 'vitest';
import { spellBopomofo } from '@/lib/text/bopomofo';
import { isReadingOf } from '@/lib/text/readings';

const isReading = (character: string, written: string): boolean =>
  isReadingOf(character.charCodeAt(0), written);

describe('isReadingOf', () => {
  it.each([
    ['區', 'qū'],
    ['区', 'qu'],
    ['区', 'ōu'],
    ['區', 'qu1'],
    ['區', 'Qū'],
    ['區', 'ｑｕ'],
    ['區', ' qū '],
    ['區', 'ㄑㄩ'],
    ['廣', 'ɡuǎnɡ'],
    ['绿', 'lǜ'],
    ['绿', 'lv4'],
    ['绿', 'lu:4'],
    ['行', 'háng'],
    ['行', 'xíng'],
  ])('knows that %s is read %s', (character, written) => {
    expect(isReading(character, written)).toBe(true);
  });

  it.each([
    ['区', 'A'],
    ['区', 'xin'],
    ['区', 'qux'],
    ['区', 'qu qu'],
    ['区', '1'],
    ['区', '去'],
    ['区', 'http'],
    ['A', 'a'],
    ['。', 'qu'],
  ])('knows that %s is not read %s', (character, written) => {
    expect(isReading(character, written)).toBe(false);
  });
});

describe('spellBopomofo', () => {
  it.each([
    ['ㄑㄩ', 'qu'],
    ['ㄓㄨㄤˋ', 'zhuang'],
    ['ㄕ', 'shi'],
    ['ㄩˊ', 'yu'],
    ['ㄦˋ', 'er'],
    ['˙ㄉㄜ', 'de'],
    ['ㄌㄧㄡˊ', 'liu'],
    ['ㄨㄥ', 'weng'],
    ['ㄒㄩㄥ', 'xiong'],
  ])('spells %s %s', (written, spelt) => {
    expect(spellBopomofo(written)).toBe(spelt);
  });

  it.each(['', 'qu', 'ㄅ', 'ㄅㄅ', 'ㄑㄩㄑㄩ', '区'])('does not spell %j', (written) => {
    expect(spellBopomofo(written)).toBeUndefined();
  });
});
