import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTermIndex, encodeTermIndex } from '@/lib/term-index/binary';
import { findMatches } from '@/lib/term-index/find';
import { indexOf } from '../../support/glossary';
import { findNaively } from '../../support/naive-matcher';

/** Few characters, so that terms meet; with noise, variants and halves of pairs among them. */
const TERM_UNITS = [
  '两',
  '江',
  '新',
  '区',
  '區',
  '𠮷',
  'a',
  'b',
  '1',
  '(',
  ' ',
  '-',
  'e\u0301',
  'é',
  'f',
  'ﬁ',
  'ガ',
];
const TEXT_UNITS = [
  ...TERM_UNITS,
  '兩',
  '\u200b',
  '(qu)',
  '（jiāng）',
  ')',
  '\u0301',
  ' ',
  '—',
  '\ud842',
  '\udfb7',
  '\u{e0100}',
  '。',
];

const terms = fc.array(
  fc
    .array(fc.constantFrom(...TERM_UNITS), { minLength: 1, maxLength: 5 })
    .map((units) => units.join(''))
    // A term that begins like a reading may be found in one; the naive matcher takes readings out first.
    .filter((each) => !/^[ -]*\(/.test(each)),
  { minLength: 1, maxLength: 8 },
);
const text = fc.array(fc.constantFrom(...TEXT_UNITS), { maxLength: 30 }).map((units) => units.join(''));

describe('findMatches on random texts', { timeout: 30_000 }, () => {
  it('agrees with the naive matcher', () => {
    fc.assert(
      fc.property(terms, text, (someTerms, someText) => {
        // The naive matcher knows whole words without ignorable characters in them only.
        fc.pre(
          !/(?:[\wéﬁ]|\u0301)(?:\u200b|\u{e0100})|(?:\u200b|\u{e0100})(?:[\wéﬁ]|\u0301)/u.test(someText),
        );
        const spans = findMatches(indexOf(...someTerms), someText).map(({ start, end }) => ({ start, end }));
        expect(spans).toEqual(findNaively(someTerms, someText));
      }),
      { numRuns: 800 },
    );
  });

  it('gives ordered spans inside the text that never overlap', () => {
    fc.assert(
      fc.property(terms, fc.string({ unit: 'binary' }), text, (someTerms, anything, someText) => {
        const whole = anything + someText + anything;
        let end = 0;
        for (const found of findMatches(indexOf(...someTerms), whole)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          end = found.end;
        }
        expect(end).toBeLessThanOrEqual(whole.length);
      }),
    );
  });

  it('is the same before and after a way through bytes', () => {
    fc.assert(
      fc.property(terms, text, (someTerms, someText) => {
        const index = indexOf(...someTerms);
        const copy = decodeTermIndex(encodeTermIndex(index));
        expect(findMatches(copy, someText)).toEqual(findMatches(index, someText));
      }),
    );
  });
});
