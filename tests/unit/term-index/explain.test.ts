import { describe, expect, it } from 'vitest';
import { explainMatches } from '@/lib/term-index/explain';
import { findMatches } from '@/lib/term-index/find';
import { decisionTexts } from '../../cases/decision-texts';
import golden from '../../cases/decisions.json';
import { decideAll } from '../../support/decisions';
import { indexOf } from '../../support/glossary';
import { readLexicon } from '../../support/lexicon';

const lexicon = readLexicon();

describe('decisions', () => {
  it('are those of the golden file', () => {
    // Meant to be otherwise? `node scripts/build-decisions.ts`, and read the difference.
    expect(decideAll(lexicon)).toEqual(golden);
    expect(golden).toHaveLength(decisionTexts.length);
  });
});

describe('findMatches with a lexicon', () => {
  it('takes a shorter term where the longer is crossed', () => {
    const index = indexOf('教育部', '教育');
    const text = '教育部门';
    expect(findMatches(index, text, lexicon).map(({ start, end }) => text.slice(start, end))).toEqual([
      '教育',
    ]);
  });

  it('goes on inside a rejected candidate', () => {
    const index = indexOf('江北', '北岸');
    expect(findMatches(index, '长江北岸', lexicon).map(({ start, end }) => ({ start, end }))).toEqual([
      { start: 2, end: 4 },
    ]);
  });
});

describe('explainMatches', () => {
  it('gives every candidate that was looked at, longest first', () => {
    const decisions = explainMatches(indexOf('教育部', '教育'), '教育部门', lexicon);
    expect(decisions).toMatchObject([
      {
        span: { start: 0, end: 3 },
        accepted: false,
        by: { kind: 'words', boundary: { crossing: { word: '部门' } } },
      },
      { span: { start: 0, end: 2 }, accepted: true, by: { kind: 'words' } },
    ]);
  });

  it('tells letters and rules apart', () => {
    const index = indexOf('port', { text: '天府', after: ['新区'] });
    expect(explainMatches(index, "airport portal port'al 天府 port")).toMatchObject([
      { accepted: false, by: { kind: 'letters', edge: 'start', obstacle: 'letter' } },
      { accepted: false, by: { kind: 'letters', edge: 'end', obstacle: 'letter' } },
      { accepted: false, by: { kind: 'letters', edge: 'end', obstacle: 'apostrophe' } },
      { accepted: false, by: { kind: 'rules' } },
      { accepted: true, by: { kind: 'words', boundary: { why: 'free' } } },
    ]);
  });
});
