import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSentence, SENTENCE_REACH } from '@/lib/page-list/sentence';

const TERM = '果园港';

/** The sentence of the term in a text that holds it once, read as far as a page reads it. */
function sentenceIn(text: string): string {
  const start = text.indexOf(TERM);
  const from = Math.max(0, start - SENTENCE_REACH);
  const around = text.slice(from, start + TERM.length + SENTENCE_REACH);
  const { before, term, after } = cutSentence(around, start - from, TERM.length);
  return `${before}[${term}]${after}`;
}

describe('cutSentence', () => {
  it.each([
    { text: '果园港', sentence: '[果园港]' },
    { text: '天亮了。果园港已经亮灯，船来了。走吧！', sentence: '[果园港]已经亮灯，船来了。' },
    { text: '他问：“果园港远吗？”我不知道。', sentence: '他问：“[果园港]远吗？”' },
    { text: '（真的！）果园港', sentence: '[果园港]' },
    { text: '吊机在响……果园港醒了', sentence: '[果园港]醒了' },
    { text: 'The 3.5 km quay. 果园港 is v. big. So.', sentence: '[果园港] is v.' },
    { text: 'Version 2.0 of 果园港 is 3.5 km long', sentence: 'Version 2.0 of [果园港] is 3.5 km long' },
    { text: '\n   两江新区\n   的 果园港  \n 开了。\n', sentence: '两江新区 的 [果园港] 开了。' },
  ])('finds $sentence', ({ text, sentence }) => {
    expect(sentenceIn(text)).toBe(sentence);
  });

  it('says with an ellipsis where a sentence is longer than what was read', () => {
    const long = '江'.repeat(SENTENCE_REACH);
    expect(sentenceIn(`${long}岸${TERM}${long}边`)).toBe(`…${long.slice(1)}岸[果园港]${long}…`);
  });

  it('cuts no character in two', () => {
    const far = '𠮷'.repeat(SENTENCE_REACH);
    expect(sentenceIn(`${far}一${TERM}一${far}`)).not.toMatch(/\p{Surrogate}/u);
  });

  it('keeps the term, and takes nothing from elsewhere', () => {
    const text = fc.string({
      unit: fc.constantFrom('江', 'a', '。', '.', ' ', '\n', '”', '…'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const around = before.slice(-SENTENCE_REACH);
        const found = cutSentence(around + TERM + after.slice(0, SENTENCE_REACH), around.length, TERM.length);
        const plain = (each: string): string => each.replace(/\s+/g, ' ');
        expect(found.term).toBe(TERM);
        expect(plain(before).endsWith(found.before.replace(/^…/, ''))).toBe(true);
        expect(plain(after).startsWith(found.after.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});
