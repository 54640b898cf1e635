import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches } from '@/lib/term-index/find';
import { decisionTexts } from '../../cases/decision-texts';
import { indexOf } from '../../support/glossary';
import { readLexicon } from '../../support/lexicon';
import { createRandom, GUISES, mangle } from '../../support/mangle';

const index = indexOf(
  '重庆',
  '成都',
  '江北区',
  '江北',
  '果园港',
  '两江新区',
  '新疆',
  '西安',
  '双城经济圈',
  '5G',
  '教育部',
  '川渝',
);
const lexicon = readLexicon();
/** Plain sentences: what is noise in them already would meet the noise put in. */
const sentences = decisionTexts.filter((text) => /^[\u4e00-\u9fff0-9A-Za-z，。、；]+$/.test(text));

describe.each(GUISES)('a text in the guise of %s', (guise) => {
  it('has the marks of the clean text', () => {
    expect(sentences.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.integer(), (clean, seed) => {
        const { text, starts } = mangle(clean, guise, createRandom(seed));
        const expected = findMatches(index, clean, lexicon).map(({ start, end }) => ({
          start: starts[start],
          last: starts[end - 1],
        }));
        const found = findMatches(index, text, lexicon).map(({ start, end }) => ({
          start,
          last: end - 1,
        }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
