import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyDraft, fromDraft, toDraft } from '@/components/options/concept-draft';
import { checkConcept } from '@/lib/glossary/check-concept';
import { parseGlossaryText } from '@/lib/glossary/formats/json';
import type { Concept, ConceptId, GlossaryHeader, GlossaryId } from '@/lib/glossary/model';

const header: GlossaryHeader = {
  id: 'g' as GlossaryId,
  name: { en: 'G' },
  version: '1',
  updated: '2026-11-24',
  language: 'zh-Hans',
  categories: { port: { en: 'Port' } },
};

const full: Concept = {
  id: 'guoyuan' as ConceptId,
  terms: [
    {
      text: '果园港',
      language: 'zh-Hans',
      status: 'preferred',
      notIn: ['果园港区路'],
      before: ['重庆', '两江'],
    },
    { text: 'GYP', language: 'en', status: 'deprecated', caseSensitive: true, ambiguous: true, after: ['»'] },
    { text: '后', language: 'zh-Hans', status: 'admitted', script: 'exact', spot: false },
  ],
  definitions: { zh: '港。\n第二段。', en: 'A port.' },
  category: 'port',
  sources: [
    { title: 'T', url: 'https://example.com/', publisher: 'P', date: '2021-10-20', quote: 'q' },
    { title: 'U', url: 'https://example.com/u' },
  ],
  related: ['other' as ConceptId],
};

describe('a concept in the form', () => {
  it('comes out as it went in, whatever it has', () => {
    expect(fromDraft(toDraft(full, 'zh-Hans'))).toEqual(full);
  });

  it('comes out as it went in, for each concept of the embedded glossary', () => {
    const file = new URL('../../../assets/public/glossaries/chengdu-chongqing.json', import.meta.url);
    const parsed = parseGlossaryText(readFileSync(file, 'utf8'));
    if (!parsed.ok) throw new Error('invalid');
    for (const concept of parsed.glossary.concepts) {
      expect(fromDraft(toDraft(concept, 'zh-Hans'))).toEqual(concept);
    }
  });

  it('loses blanks at the ends, empty rows and empty lines', () => {
    const draft = toDraft(full, 'zh-Hans');
    const [first] = draft.terms;
    if (first === undefined) throw new Error('no term');
    const edited = fromDraft({
      ...draft,
      terms: [{ ...first, text: ' 果园港 ', before: '重庆\n\n 两江\n' }],
      definitions: [...draft.definitions, { language: 'ja', text: '  ' }],
    });
    expect(edited['terms']).toEqual([full.terms[0]]);
    expect(edited['definitions']).toEqual(full.definitions);
  });
});

describe('checkConcept', () => {
  const check = (value: Record<string, unknown>, taken: string[] = ['other']) => {
    const checked = checkConcept(value, header, (id) => taken.includes(id));
    return checked.ok ? checked.concept : checked.problems.map(({ code, at }) => `${at.path}: ${code}`);
  };

  it('gives the concept if all is well', () => {
    expect(check(fromDraft(toDraft(full, 'zh-Hans')))).toEqual(full);
  });

  it.each([
    ['an empty draft', fromDraft(emptyDraft('c', 'zh-Hans')), ['terms[0].text: text-blank']],
    ['an id that is taken', { ...full, id: 'other', related: undefined }, ['id: concept-id-duplicate']],
    ['a relation to nothing', { ...full, related: ['gone'] }, ['related[0]: related-unknown']],
    ['a relation to itself', { ...full, related: ['guoyuan'] }, ['related[0]: related-self']],
    ['a category that is not there', { ...full, category: 'x' }, ['category: category-unknown']],
    [
      'a script for an address',
      { ...full, sources: [{ title: 'T', url: 'javascript:alert(1)' }] },
      ['sources[0].url: url-scheme'],
    ],
  ])('finds fault with %s, by path in the concept', (_name, value, problems) => {
    expect(check(JSON.parse(JSON.stringify(value)))).toEqual(problems);
  });
});
