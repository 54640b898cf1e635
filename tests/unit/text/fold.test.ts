import { describe, expect, it } from 'vitest';
import { foldLong, foldTable } from '@/lib/text/fold';

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
    for (let unit = 0; unit < 0x10000; unit++) expect(foldTable[foldTable[unit] ?? 0]).toBe(foldTable[unit]);
  });

  it('gives half a pair no letter', () => {
    expect(foldTable[0xd842]).toBe(0xfffd);
  });
});
