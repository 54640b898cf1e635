import { describe, expect, it } from 'vitest';
import { findMatches } from '@/lib/term-index/find';
import { indexOf } from '../../support/glossary';
import { readLexicon } from '../../support/lexicon';

const lexicon = readLexicon();

/** Least processor time of some runs, in milliseconds: what else runs on the machine must not count. */
function time(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const TEXTS: [string, string[], string][] = [
  ['every place begins a long walk that fails', [`${'重'.repeat(200)}庆`], '重'],
  ['long runs of blanks', ['重庆'], `重${' '.repeat(79)}`],
  ['brackets that nearly are readings', ['重庆'], '重(chong(chong'],
  ['readings of words that fail at the last', ['重庆'], '重(tóng chóng zhòng tóng chóng zhòng)'],
  [
    'a reading of many characters alike that fails at the last',
    ['啊呀'],
    `${'啊'.repeat(34)}（b${'a'.repeat(34)}）`,
  ],
  ['blanks before readings of words', ['重庆'], `${' '.repeat(60)}重(zhòngchóng)`],
  ['ignorable characters only', ['重庆'], '\u200b'],
  ['crossed candidates one after another', ['重庆', '庆祝'], '隆重庆祝'],
  ['first halves of pairs', ['𠮷野'], '\ud842'],
];

describe('findMatches on hostile text', () => {
  it.each(TEXTS)('takes time in proportion: %s', (_, terms, unit) => {
    const index = indexOf(...terms);
    const short = unit.repeat(Math.ceil(4000 / unit.length));
    const long = short.repeat(8);
    findMatches(index, long, lexicon);
    const shortMs = time(() => findMatches(index, short, lexicon));
    const longMs = time(() => findMatches(index, long, lexicon));
    // Eight times the text; a square would be sixty-four.
    expect(longMs).toBeLessThan(24 * shortMs + 5);
  });
});
