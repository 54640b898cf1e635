import { describe, expect, it } from 'vitest';
import { characterLength, foldAt, foldTable, forEachFold } from '@/lib/text/fold';
import { foldText } from '@/lib/text/fold-text';

describe('folding', () => {
  it.each([
    ['兩江新區', '两江新区', 'traditional'],
    ['両国', '两国', 'Japanese'],
    ['為什麼', '为什么', 'Taiwan'],
    ['臺灣台湾', '台湾台湾', 'both forms of one'],
    ['著瞭藉甦彷祇妳砲', '着了借苏仿只你炮', 'what OpenCC leaves alone'],
    ['⾥⼭⻋⻔', '里山车门', 'radicals'],
    ['車更', '车更', 'compatibility ideographs'],
    ['ＡＢＣ１２３（）', 'abc123()', 'full width'],
    ['CBD É Я', 'cbd é я', 'case'],
    ['‘’“”–　', '\'\'""- ', 'quotes, hyphens, blanks'],
  ])('makes %s %s (%s)', (from, to) => {
    expect(foldText(from)).toBe(to);
  });

  it('makes one of characters that differ in length', () => {
    expect(foldText('鱀')).toBe(foldText('𬶨'));
    expect(foldText('𠁞')).toBe(foldText('𠀾'));
  });

  it.each([...'么芸缶欠予后里干台着'])('leaves %s, which mainland pages write', (character) => {
    expect(foldText(character)).toBe(character);
  });

  it('is the same done twice', () => {
    const changed = [...foldTable.keys()].filter(
      (unit) => foldTable[foldTable[unit] ?? 0] !== foldTable[unit],
    );
    expect(changed).toEqual([]);
  });

  it('gives the first half of a pair no letter', () => {
    const halves = [...foldTable.keys()].filter((unit) => foldTable[unit] === 0xfffd);
    expect(halves).toEqual([...Array.from({ length: 0x400 }, (_, at) => 0xd800 + at), 0xfffd]);
  });

  it('is told one by one of all that folds', () => {
    const folds = new Map<number, number>();
    forEachFold((unit, folded) => folds.set(unit, folded));
    const wanted = [...foldTable.entries()].filter(([unit, folded]) => folded !== unit && folded !== 0xfffd);
    expect([...folds].sort(([a], [b]) => a - b)).toEqual(wanted);
  });
});

describe('a character', () => {
  it.each([
    ['兩江', '两', 1],
    ['Ａ', 'a', 1],
    ['𝐀', 'a', 2],
    ['𠮷', '𠮷', 2],
    ['\u{2f8b2}', '成', 2],
    ['\u{10000}', '\u{10000}', 2],
    ['\u{10ffff}', '\u{10ffff}', 2],
    ['\ud842', '\ufffd', 1],
    ['\ud842江', '\ufffd', 1],
    ['\uffff', '\uffff', 1],
  ])('of %j folds to %j and has %i code units', (source, folded, length) => {
    expect(foldAt(`去${source}`, 1)).toBe(folded);
    expect(characterLength(`去${source}`, 1)).toBe(length);
  });
});

describe('foldText', () => {
  it.each([
    ['兩江新區 ＡＢＣ', '两江新区 abc'],
    ['𝐀𠮷𝐛，\u{2f8b2}都', 'a𠮷b,成都'],
    ['鱀豚', '鱀豚'],
    ['\u200b重(chóng)慶 ', '\u200b重(chóng)庆 '],
    ['', ''],
  ])('makes of %j %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('takes any string', () => {
    expect(foldText('\ud842江\udfb7\udbff')).toBe('\ufffd江\udfb7\ufffd');
  });
});
