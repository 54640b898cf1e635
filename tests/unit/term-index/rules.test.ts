import { describe, expect, it } from 'vitest';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findMatches } from '@/lib/term-index/find';
import { getSenses } from '@/lib/term-index/forms';
import { findTexts, glossary, indexOf } from '../../support/glossary';

describe('rules of a term', () => {
  it('keeps to its case where that matters', () => {
    const index = indexOf({ text: 'CBD', caseSensitive: true });
    expect(findTexts(index, 'cbd Cbd CBD ＣＢＤ')).toEqual(['CBD', 'ＣＢＤ']);
    expect(findTexts(index, '𝐂𝐁𝐃、𝐜𝐛𝐝、ⒸⒷⒹ、ⓒⓑⓓ')).toEqual(['𝐂𝐁𝐃', 'ⒸⒷⒹ']);
    expect(findTexts(indexOf({ text: 'ⒸⒷⒹ', caseSensitive: true }), 'cbd CBD ⓒⓑⓓ')).toEqual(['CBD']);
  });

  it('keeps to its case however letters and marks are written', () => {
    const index = indexOf({ text: 'Café', caseSensitive: true }, { text: 'Office', caseSensitive: true });
    expect(findTexts(index, 'Cafe\u0301 Café CAFÉ café Oﬃce oﬃce')).toEqual(['Cafe\u0301', 'Café', 'Oﬃce']);
  });

  it('keeps to its script where that matters', () => {
    const index = indexOf({ text: '後', script: 'exact' }, { text: '皇后', script: 'exact' });
    expect(findTexts(index, '以後以后，皇后皇後')).toEqual(['後', '皇后', '後']);
  });

  it('minds neither script for its case nor case for its script, nor quotes and brackets for either', () => {
    expect(findTexts(indexOf({ text: 'CBD区', caseSensitive: true }), 'CBD區、cbd区')).toEqual(['CBD區']);
    expect(findTexts(indexOf({ text: 'A后', script: 'exact' }), 'a后、A後、Ａ后')).toEqual(['a后', 'Ａ后']);
    expect(findTexts(indexOf({ text: "Guang'an", caseSensitive: true }), 'Guang’an')).toEqual(['Guang’an']);
    expect(findTexts(indexOf({ text: '皇「后」～！', script: 'exact' }), '皇「后」~!')).toEqual([
      '皇「后」~!',
    ]);
  });

  it('minds no print of a character that is the same in script and case', () => {
    expect(findTexts(indexOf({ text: '里', script: 'exact' }), '里、⾥、裡')).toEqual(['里', '⾥']);
    expect(findTexts(indexOf({ text: '二〇三五', script: 'exact' }), '二○三五')).toEqual(['二○三五']);
    expect(findTexts(indexOf({ text: '25°C', caseSensitive: true }), '25℃ 25°c 25°C')).toEqual([
      '25℃',
      '25°C',
    ]);
  });

  it('has what is behind the s of a plural for its neighbour', () => {
    const text = 'New Areas of Chongqing, a New Areas Office';
    const ofOnly = indexOf({ text: 'New Area', after: ['of Chongqing'] });
    expect(findMatches(ofOnly, text).map(({ start, end }) => [start, end])).toEqual([[0, 9]]);
    expect(findTexts(indexOf({ text: 'New Area', notIn: ['New Area Office'] }), text)).toEqual(['New Areas']);
    expect(findTexts(indexOf({ text: 'SEZ', notIn: ['SEZs Act'] }), 'SEZs Act, SEZs')).toEqual(['SEZs']);
  });

  it('sees through noise for all that', () => {
    expect(
      findTexts(indexOf({ text: '皇后', script: 'exact' }), '皇\u200b后 皇(huang)后 皇\u200b後'),
    ).toEqual(['皇\u200b后', '皇(huang)后']);
  });

  it('asks for a neighbour before or after', () => {
    const index = indexOf({ text: '江北', before: ['重庆', '渝'] }, { text: '新区', after: ['管委会'] });
    expect(findTexts(index, '宁波江北，重慶江北，渝 江北')).toEqual(['江北', '江北']);
    expect(findTexts(index, '新区的新区管 委会')).toEqual(['新区']);
  });

  it.each([
    [{ before: ['New'] }, 'an Old Area, a New Area'],
    [{ before: ['brand new'] }, 'a New Area, a brand\nnew Area'],
    [{ before: ['New-'] }, 'a New-Area'],
    [{ before: ['新'] }, '旧 Area、新 Area'],
    [{ after: ['Code'] }, 'an Area (Code), an Area Code'],
    [{ after: ['—code'] }, 'an Area – Code'],
    [{ before: ['Old', 'New'], after: ['Code'] }, 'New Area, Area Code, new area code'],
  ])('needs no blank to be told of: %o', (rule, text) => {
    const wanted = text.toLowerCase().lastIndexOf('area');
    const found = findMatches(indexOf({ text: 'Area', ...rule }), text);
    expect(found.map(({ start, end }) => ({ start, end }))).toEqual([{ start: wanted, end: wanted + 4 }]);
  });

  it('takes a neighbour of any length where several are allowed', () => {
    const index = indexOf(
      { text: '天府', after: ['新', '国际机场'] },
      { text: '江北', before: ['北', '山城重庆'] },
    );
    expect(findTexts(index, '天府新城区、天府国际机场、天府国际')).toEqual(['天府', '天府']);
    expect(findTexts(index, '很靠北江北、山城重庆江北、重庆江北')).toEqual(['江北', '江北']);
  });

  it('asks for a neighbour and stays out of a longer text', () => {
    const index = indexOf({ text: '江北', after: ['区'], notIn: ['江北区人'] });
    expect(findTexts(index, '江北区人、江北嘴、江北区')).toEqual(['江北']);
  });

  it('asks for both where both are given', () => {
    const index = indexOf({ text: '江北', before: ['重庆'], after: ['区'] });
    expect(findTexts(index, '重庆江北嘴、宁波江北区、重庆江北区')).toEqual(['江北']);
  });

  it('stays out of longer texts', () => {
    const index = indexOf({ text: '江北', notIn: ['宁波江北', '江北区人'] });
    expect(findTexts(index, '寧波江北')).toEqual([]);
    expect(findTexts(index, '江北区人，江北区')).toEqual(['江北']);
    const several = indexOf({ text: '江北', notIn: ['在江北', '浙江宁波江北', '江北话'] });
    expect(findTexts(several, '人们都在江北、浙江宁波江北、宁波江北、江北话语')).toEqual(['江北']);
  });

  it('takes a shorter term where a rule forbids the longer', () => {
    expect(findTexts(indexOf({ text: '两江新区', after: ['！'] }, '两江'), '两江新区。')).toEqual(['两江']);
  });

  it('shows only the senses whose rules a place obeys', () => {
    const index = compileTermIndex(
      [glossary('a', [{ text: 'SAR', caseSensitive: true }, 'Sar', { text: 'sar', before: ['（'] }])],
      1,
    );
    const concepts = (text: string): number[] => {
      const [mark] = findMatches(index, text);
      return mark === undefined ? [] : getSenses(index, mark.form).map((sense) => sense.concept);
    };
    expect(concepts('SAR')).toEqual([0, 1]);
    expect(concepts('sar')).toEqual([1]);
    expect(concepts('(sar)')).toEqual([1, 2]);
    expect(concepts('(SAR)')).toEqual([0, 1, 2]);
  });
});
