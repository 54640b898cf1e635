import { describe, expect, it } from 'vitest';
import { MAX_NEIGHBOURS } from '@/lib/glossary/limits';
import { applyRemedy, lintGlossary, listShortForms } from '@/lib/glossary/lint';
import type { Concept, ConceptId, Source } from '@/lib/glossary/model';
import { loadLexicon } from '@/lib/lexicon/lexicon';
import { unpackWords } from '@/lib/lexicon/packed-words';
import { findWordsMarkedIn } from '@/lib/term-index/words-marked-in';
import { readPackedLexicon } from '../../../scripts/packed-lexicon.ts';
import { concept, type term } from '../../support/glossary';

const buffer = readPackedLexicon();
const lexicon = { words: unpackWords(buffer), lexicon: loadLexicon(buffer) };

const source = (url: string): Source => ({ title: 'Source', url });

/** A concept that nothing can be said against but its terms. */
function sound(id: string, ...terms: Parameters<typeof term>[0][]): Concept {
  const [first = '两江新区', ...others] = terms;
  return {
    ...concept(id, first, ...others),
    definitions: { en: 'A place.' },
    sources: [source('https://example.com/')],
  };
}

function lint(...concepts: Concept[]) {
  return lintGlossary({ concepts }, findWordsMarkedIn(lexicon, listShortForms(concepts)));
}

const found = (...concepts: Concept[]): string[] =>
  lint(...concepts).map(({ code, conceptId }) => `${conceptId}: ${code}`);

describe('lintGlossary', () => {
  const cases: { name: string; concepts: Concept[]; findings: string[] }[] = [
    { name: 'a sound glossary', concepts: [sound('a'), sound('b', '果园港', '果園港')], findings: [] },
    {
      name: 'a form of two concepts, in whatever characters',
      concepts: [sound('a', '江北新区'), sound('b', '江北新區')],
      findings: ['a: shared-form', 'b: shared-form'],
    },
    {
      name: 'a form that the other concept only shows',
      concepts: [sound('a', '江北新区'), sound('b', { text: '江北新区', spot: false }, '江北嘴')],
      findings: [],
    },
    { name: 'a single character', concepts: [sound('a', '渝')], findings: ['a: single-character'] },
    { name: 'a single letter', concepts: [sound('a', 'C')], findings: [] },
    {
      name: 'a form that words hold',
      concepts: [sound('a', '心理学'), sound('b', '发展区')],
      findings: [],
    },
    { name: 'a common part of words', concepts: [sound('a', '国务')], findings: ['a: inside-words'] },
    {
      name: 'a part of words that is told from them: 眉山市 in 峨眉山市, 和国 in 共和国',
      concepts: [sound('a', '眉山市'), sound('b', '和国')],
      findings: [],
    },
    {
      name: 'a common part that needs context anyway',
      concepts: [sound('a', { text: '国务', ambiguous: true }), sound('b')],
      findings: [],
    },
    {
      name: 'a common part whose longer words are excluded',
      concepts: [sound('a', { text: '国务', notIn: ['国务院', '国务委员', '国务卿', '国务部'] })],
      findings: [],
    },
    {
      name: 'a dead relation',
      concepts: [{ ...sound('a'), related: ['gone'] as unknown as ConceptId[] }],
      findings: ['a: related-dead'],
    },
    {
      name: 'addresses without a host’s name',
      concepts: [{ ...sound('a'), sources: [source('http://intranet/x'), source('https://[::1]/')] }],
      findings: ['a: link-odd'],
    },
    {
      name: 'nothing said',
      concepts: [{ ...sound('a'), definitions: {}, sources: [] }],
      findings: ['a: no-definition', 'a: no-source'],
    },
    {
      name: 'ambiguous terms alone',
      concepts: [sound('a', { text: '双核', ambiguous: true })],
      findings: ['a: never-marked'],
    },
    {
      name: 'terms that are only shown',
      concepts: [sound('a', { text: '规划纲要', spot: false })],
      findings: ['a: never-marked'],
    },
  ];
  it.each(cases)('says of $name: $findings', ({ concepts, findings }) => {
    expect(found(...concepts)).toEqual(findings);
  });

  it('names the words that hold a form, the most frequent first', () => {
    const [finding] = lint(sound('a', '国务'));
    expect(finding?.about).toContain('国务院');
  });

  it('has a remedy that settles each finding that offers one', () => {
    const troubled: Concept = {
      ...sound('a', '渝', '国务'),
      related: ['gone'] as unknown as ConceptId[],
      sources: [source('http://intranet/'), source('https://example.com/')],
    };
    const findings = lint(troubled, sound('b'));
    expect(findings.map(({ code }) => code)).toEqual([
      'single-character',
      'inside-words',
      'related-dead',
      'link-odd',
    ]);
    for (const { code, remedy } of findings) {
      if (remedy === undefined) throw new Error(`No remedy for ${code}`);
      expect(lint(applyRemedy(troubled, remedy), sound('b')).map((left) => left.code)).not.toContain(code);
    }
  });
});

it('excludes no more words than a term may have', () => {
  const notIn = Array.from({ length: MAX_NEIGHBOURS - 1 }, (_, at) => `国务${at}`);
  const troubled = sound('a', { text: '国务', notIn });
  const words = ['国务卿', '国务院'];
  const settled = applyRemedy(troubled, { kind: 'exclude-words', term: 0, words });
  expect(settled.terms[0].notIn).toEqual([...notIn, '国务卿']);
});
