import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReadingTable, spellPinyin } from '@/lib/text/pinyin';

const table = parseReadingTable(
  readFileSync(new URL('../../../assets/public/generated/pinyin.txt', import.meta.url), 'utf8'),
);

describe('spellPinyin', () => {
  it.each([
    ['重庆', 'chóng qìng'],
    ['重慶高新區', 'chóng qìng gāo xīn qū'],
    ['重要', 'zhòng yào'],
    ['长江北岸', 'cháng jiāng běi àn'],
    ['市长', 'shì zhǎng'],
    ['成渝地区双城经济圈', 'chéng yú dì qū shuāng chéng jīng jì quān'],
    ['成都都市圈', 'chéng dū dū shì quān'],
    ['都江堰', 'dū jiāng yàn'],
    ['乐山', 'lè shān'],
    ['音乐', 'yīn yuè'],
    ['银行', 'yín háng'],
    ['行为', 'xíng wéi'],
    ['什邡', 'shí fāng'],
    ['筠连', 'jūn lián'],
    ['郫都', 'pí dū'],
    ['涪陵', 'fú líng'],
    ['臺灣', 'tái wān'],
    ['2035年', '2035 nián'],
    ['B保', 'B bǎo'],
    ['保B', 'bǎo B'],
    ['音 乐', 'yīn lè'],
    ['5G 重庆 New  Area', '5G chóng qìng New  Area'],
    ['、重庆、', '、 chóng qìng 、'],
  ])('%s is read %s', (term, reading) => {
    expect(spellPinyin(table, term)).toBe(reading);
  });

  it('has nothing to read where there is no Chinese', () => {
    expect(spellPinyin(table, 'Guoyuan Port')).toBeUndefined();
    expect(spellPinyin(table, '')).toBeUndefined();
  });

  it('takes the longest word that begins at a place, whatever its script', () => {
    const words = parseReadingTable('yī 一壹\nèr 二\nsān 三\n\n一二 YĪ ÈR\n一二三 yi er san\n四一 sì yī');
    expect(words.longestWord).toBe(3);
    expect(spellPinyin(words, '一二三一二二三一')).toBe('yi er san YĪ ÈR èr sān yī');
    expect(spellPinyin(words, '壹二')).toBe('yī èr');
    expect(spellPinyin(words, '三四一')).toBe('sān sì yī');
    expect(spellPinyin(words, '四')).toBeUndefined();
  });

  it('reads a table without words', () => {
    const { characters, words, longestWord } = parseReadingTable('yī 一壹');
    expect([...characters]).toEqual([
      ['一', 'yī'],
      ['壹', 'yī'],
    ]);
    expect(spellPinyin({ characters, words, longestWord }, '一壹一')).toBe('yī yī yī');
  });
});
