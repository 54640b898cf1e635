import { describe, expect, it } from 'vitest';
import { packWords, unpackWords } from '@/lib/lexicon/packed-words';
import { findWordsHolding } from '@/lib/lexicon/words-holding';

const TOTAL = 60_000_000;

function find(frequencies: Readonly<Record<string, number>>, ...forms: string[]) {
  const packed = packWords(new Map(Object.entries(frequencies)), TOTAL);
  return findWordsHolding(unpackWords(Uint8Array.from(packed).buffer), new Set(forms));
}

describe('findWordsHolding', () => {
  it('finds the longer words that hold a form at their beginning, in the middle and at their end', () => {
    const holding = find(
      { 核心区: 100, 核心: 100, 新核心: 200, 新核心区: 400, 核电: 900, 中心: 900 },
      '核心',
    );
    expect([...holding.keys()]).toEqual(['核心']);
    expect(holding.get('核心')?.words).toEqual(['新核心区', '新核心', '核心区']);
    // (100 + 200 + 400) ÷ 100, each within half a twentieth of a nat.
    expect(holding.get('核心')?.ratio).toBeCloseTo(7, 0);
  });

  it('says how often each of several forms is met in longer words', () => {
    const holding = find({ 江北区: 500, 北区: 50, 江北: 1000 }, '江北', '北区', '北');
    expect([...holding].map(([form, { words }]) => [form, words]).sort()).toEqual([
      ['北', ['江北', '江北区', '北区']],
      ['北区', ['江北区']],
      ['江北', ['江北区']],
    ]);
    expect(holding.get('北区')?.ratio).toBeCloseTo(10, 0);
    expect(holding.get('江北')?.ratio).toBeCloseTo(0.5, 1);
  });

  it('calls a form that is no word infinitely rarer', () => {
    expect(find({ 中华人民: 100 }, '华人民').get('华人民')?.ratio).toBe(Number.POSITIVE_INFINITY);
  });

  it('leaves out forms that no longer word holds', () => {
    expect(find({ 江北: 100, 江南: 100 }, '江北', '北岸', '').size).toBe(0);
  });

  it('names a word once, however often it holds the form', () => {
    expect(find({ 人人: 100, 山人人: 50 }, '人').get('人')?.words).toEqual(['人人', '山人人']);
  });

  it('names them from the most frequent on, and counts them all', () => {
    const words = Array.from({ length: 20 }, (_, at) => `${String.fromCharCode(0x4e00 + at)}区`);
    const frequencies = Object.fromEntries(words.map((word, at) => [word, 1000 + 300 * at]));
    const holding = find({ ...frequencies, 区: 1000 }, '区').get('区');
    expect(holding?.words).toEqual(words.toReversed());
    expect(holding?.ratio).toBeCloseTo(77, -1);
  });
});
