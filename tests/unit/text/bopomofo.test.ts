import { describe, expect, it } from 'vitest';
import { READINGS } from '@/assets/generated/character-tables';
import { spellBopomofo } from '@/lib/text/bopomofo';

const INITIALS = [...'ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ'];
const FINALS = [
  ...'ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦㄧㄨㄩ',
  ...Array.from('ㄚㄛㄝㄞㄠㄡㄢㄣㄤㄥ', (final) => `ㄧ${final}`),
  ...Array.from('ㄚㄛㄞㄟㄢㄣㄤㄥ', (final) => `ㄨ${final}`),
  ...Array.from('ㄝㄢㄣㄥ', (final) => `ㄩ${final}`),
];

describe('spellBopomofo', () => {
  it.each([
    ['ㄑㄩ', 'qu'],
    ['ㄓㄨㄤˋ', 'zhuang'],
    ['ㄩˊ', 'yu'],
    ['ㄦˋ', 'er'],
    ['˙ㄉㄜ', 'de'],
    ['ㄇㄚˉ', 'ma'],
    ['ㄇㄚˇ', 'ma'],
    ['ㄇㄚ\u0301', 'ma'],
    ['ㄌㄧㄡˊ', 'liu'],
    ['ㄌ一ㄡˊ', 'liu'],
    ['一ㄡˊ', 'you'],
    ['ㄨㄥ', 'weng'],
    ['ㄒㄩㄥ', 'xiong'],
  ])('spells %s %s', (written, spelt) => {
    expect(spellBopomofo(written)).toBe(spelt);
  });

  it('spells initials that stand alone, and no others', () => {
    const alone = INITIALS.map((initial) => spellBopomofo(initial)).filter((spelt) => spelt !== undefined);
    expect(alone).toEqual(['zhi', 'chi', 'shi', 'ri', 'zi', 'ci', 'si']);
  });

  it('spells all that Chinese characters are read', () => {
    const spelt = new Set(
      ['', ...INITIALS].flatMap((initial) => ['', ...FINALS].map((final) => spellBopomofo(initial + final))),
    );
    const syllables = Array.from(READINGS.matchAll(/[a-z]+/g), ([syllable]) => syllable);
    // What is left are grunts (呣, 嗯, 哼) and the r at the end of words.
    expect(syllables.filter((syllable) => !spelt.has(syllable))).toEqual(['hm', 'hng', 'm', 'n', 'ng', 'r']);
  });

  it.each(['', 'ˊ', 'qu', 'ㄅㄅ', 'ㄚㄅ', 'ㄑㄩㄑㄩ', 'ㄓㄨㄤㄤ', 'ㄓㄨㄤq', 'qㄓㄨㄤ', '区', 'ㄧㄟ'])(
    'does not spell %j',
    (written) => {
      expect(spellBopomofo(written)).toBeUndefined();
    },
  );
});
