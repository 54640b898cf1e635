import { describe, expect, it } from 'vitest';
import {
  characterClasses,
  classAt,
  classBefore,
  DASH,
  HAN,
  HIGH_SURROGATE,
  HYPHEN,
  IGNORABLE,
  MARK,
  OPEN,
  OTHER,
  SPACE,
  WORD,
} from '@/lib/text/script';

const NAMES = new Map(
  Object.entries({ OTHER, HAN, WORD, SPACE, HYPHEN, DASH, IGNORABLE, MARK, OPEN }).map(([name, value]) => [
    value,
    name,
  ]),
);

describe('the class of a character', () => {
  it.each([
    ['HAN', '一', '龥', '㐀', '〇', '々'],
    ['HAN, of two code units', '\u{20000}', '𠮷', '\u{2a6d6}', '\u{30000}', '\u{3ffff}'],
    ['WORD', 'a', 'Z', 'é', 'ß', 'ﬁ', 'я', '0', '９', 'Ａ', '한'],
    ['SPACE', ...'\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000'],
    ['HYPHEN', ...'-‐‑‒–−﹘﹣－'],
    ['IGNORABLE', '\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\ufe0f'],
    ['IGNORABLE, of two code units', '\u{e0000}', '\u{e0100}', '\u{e0fff}'],
    ['MARK', '\u0300', '\u0301', '\u20dd'],
    ['DASH', ...'—―─'],
    ['OPEN', ...'([（［〔【﹙﹝'],
    ['OTHER', '。', ')', 'あ', 'ア', 'ガ', 'Ⅱ', '℃', '$', '\udfb7'],
    ['OTHER, of two code units', '\u{10000}', '😀', '\u{1ffff}', '\u{40000}', '\u{dffff}', '\u{e1000}'],
  ])('is %s', (expected, ...characters) => {
    for (const character of characters) {
      const name = expected.replace(/,.*/, '');
      const { length } = character;
      for (const text of [character, `一${character}a`, `a${character}一`, `\udfb7${character}。`]) {
        const at = text.indexOf(character);
        expect(NAMES.get(classAt(text, at)), `at ${at} of ${JSON.stringify(text)}`).toBe(name);
        expect(NAMES.get(classBefore(text, at + length)), `before ${at + length} of ${text}`).toBe(name);
      }
    }
  });

  it('is OTHER where there is none', () => {
    for (const text of ['', '一', '𠮷']) {
      expect(classAt(text, text.length)).toBe(OTHER);
      expect(classAt(text, text.length + 1)).toBe(OTHER);
      expect(classBefore(text, 0)).toBe(OTHER);
    }
  });

  it('is OTHER for the halves of a pair', () => {
    expect(classAt('𠮷', 1)).toBe(OTHER);
    expect(classAt('\ud842一', 0)).toBe(OTHER);
    expect(classBefore('一\udfb7', 2)).toBe(OTHER);
    expect(classBefore('\udfb7', 1)).toBe(OTHER);
    expect(characterClasses[0xd800]).toBe(HIGH_SURROGATE);
    expect(characterClasses[0xdbff]).toBe(HIGH_SURROGATE);
    expect(characterClasses[0xdc00]).toBe(OTHER);
  });
});
