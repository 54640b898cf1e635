import { describe, expect, it } from 'vitest';
import { loadLexicon } from '@/lib/lexicon/lexicon';
import { packWords, unpackWords } from '@/lib/lexicon/packed-words';
import { findWordsMarkedIn } from '@/lib/term-index/words-marked-in';

const WORDS = { 国务院: 900, 国务: 10, 务院: 5, 峨眉山: 5000, 眉山: 600, 眉山市: 20, 山市: 10, 江北: 100 };
const CROSSED = { 隆重庆祝: 50, 隆重: 9000, 庆祝: 9000, 重庆: 100 };

/** The forms of which words are left, with those. */
function find(frequencies: Readonly<Record<string, number>>, ...forms: string[]) {
  const packed = Uint8Array.from(packWords(new Map(Object.entries(frequencies)), 60_000_000)).buffer;
  const known = { words: unpackWords(packed), lexicon: loadLexicon(packed) };
  return findWordsMarkedIn(known, new Set(forms));
}

const wordsOf = (found: ReturnType<typeof find>) => [...found].map(([form, { words }]) => [form, words]);

describe('findWordsMarkedIn', () => {
  it('finds the words in which a page would be marked', () => {
    expect(wordsOf(find(WORDS, '国务', '市', '江北'))).toEqual([
      ['国务', ['国务院']],
      ['市', ['眉山市', '山市']],
    ]);
  });

  it('names a dozen of those in which it would be marked, however many others come before', () => {
    const crossing = Array.from({ length: 13 }, (_, at) => `隆重庆${String.fromCharCode(0x4e00 + at)}`);
    const marked = Array.from({ length: 20 }, (_, at) => `重庆${String.fromCharCode(0x4e00 + at)}`);
    const frequencies = Object.fromEntries([
      ...crossing.map((word) => [word, 5000]),
      ...marked.map((word, at) => [word, 900 - 30 * at]),
    ]);
    const found = find({ 隆重: 900_000, 庆祝: 9000, ...frequencies, 重庆: 100 }, '重庆');
    expect(found.get('重庆')?.words).toEqual(marked.slice(0, 12));
  });

  it('leaves out those that the words around tell apart, and forms that no other word is left for', () => {
    expect(find(CROSSED, '重庆').size).toBe(0);
    expect(find({ 教育部门: 50, 部门: 90_000, 教育: 9000, 教育部: 100 }, '教育部').size).toBe(0);
    const found = find({ ...CROSSED, 重庆人: 10 }, '重庆');
    expect(wordsOf(found)).toEqual([['重庆', ['重庆人']]]);
    // How often it is met in longer words is said of all of them.
    expect(found.get('重庆')?.ratio).toBeCloseTo(0.6, 1);
  });
});
