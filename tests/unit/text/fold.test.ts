import { describe, expect, it } from 'vitest';
import { foldLong, foldTable, forEachFold } from '@/lib/text/fold';
import { foldText } from '@/lib/text/fold-text';

const fold = (text: string): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? foldLong(code) : String.fromCharCode(foldTable[code] ?? 0);
  }).join('');

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
    expect(fold(from)).toBe(to);
  });

  it('makes one of characters that differ in length', () => {
    expect(fold('鱀')).toBe(fold('𬶨'));
    expect(fold('𠁞')).toBe(fold('𠀾'));
  });

  it.each([...'么芸缶欠予后里干台着'])('leaves %s, which mainland pages write', (character) => {
    expect(fold(character)).toBe(character);
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

  it('folds pairs to what they look like, or leaves them', () => {
    expect([0x1d400, 0x2f8b2, 0x20bb7, 0x10ffff].map(foldLong)).toEqual(['a', '成', '𠮷', '\u{10ffff}']);
  });

  it('is told one by one of all that folds', () => {
    const folds = new Map<number, number>();
    forEachFold((unit, folded) => folds.set(unit, folded));
    const wanted = [...foldTable.entries()].filter(([unit, folded]) => folded !== unit && folded !== 0xfffd);
    expect([...folds].sort(([a], [b]) => a - b)).toEqual(wanted);
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
    expect(foldText('\ud842江\udfb7\udbff')).toBe('\ud842江\udfb7\udbff');
  });
});
