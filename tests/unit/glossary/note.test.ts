import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkConcept } from '@/lib/glossary/check-concept';
import { ConceptSchema } from '@/lib/glossary/format';
import type { Concept, ConceptId, GlossaryHeader, GlossaryId, Term } from '@/lib/glossary/model';
import { conceptOfNote, type Note, noteOfConcept, noteOfTaken } from '@/lib/glossary/note';

const taken = {
  text: ' 果园\n港 ',
  sentence: '清早的果园港已经亮灯。',
  title: '江边的一天',
  address: 'https://example.com/a?b=1',
  date: '2026-11-25',
};
const id = 'c1' as ConceptId;

const port: Concept = {
  id,
  terms: [
    { text: '果园港', language: 'zh-Hans', status: 'preferred', notIn: ['果园港口'] },
    { text: '果園港', language: 'zh-Hant', status: 'admitted', ambiguous: true },
  ],
  definitions: { zh: '长江上的港口。', en: 'A port.' },
  category: 'port',
  sources: [{ title: '年报', url: 'https://example.com/' }],
  related: ['c2' as ConceptId],
};

const header: GlossaryHeader = {
  id: 'g' as GlossaryId,
  name: { zh: '例' },
  version: '1',
  updated: '2026-11-25',
  language: 'zh-Hans',
  categories: { port: { zh: '港' } },
};

describe('a note taken from a page', () => {
  it('has the page as its source, and the sentence as what is quoted', () => {
    const concept = conceptOfNote({ ...noteOfTaken(taken), definition: ' 港口 ' }, { id, language: 'zh' });
    expect(concept).toEqual({
      id,
      terms: [{ text: '果园 港', language: 'zh', status: 'preferred' }],
      definitions: { zh: '港口' },
      sources: [
        { title: '江边的一天', url: taken.address, date: '2026-11-25', quote: '清早的果园港已经亮灯。' },
      ],
    });
  });

  it.each(['file:///home/a.html', 'about:blank', '', 'chrome://newtab/'])('cites no %s', (address) => {
    expect(noteOfTaken({ ...taken, address }).source).toBeUndefined();
  });

  it.each([
    ['is too long, cut inside a character', `港${'𠮷'.repeat(300)}`],
    ['holds control characters', '果园\u0085港\u0000口'],
    ['holds half of a character', '果园港\ud842'],
  ])('can be stored though what the page has %s', (_name, text) => {
    const note = noteOfTaken({ ...taken, text, sentence: text, title: text });
    const concept = conceptOfNote(note, { id, language: 'zh' });
    expect(v.safeParse(ConceptSchema, concept).issues).toBeUndefined();
  });

  it('makes a concept of the format, whatever was selected', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string(),
        fc.string(),
        (text, sentence, title) => {
          const note = noteOfTaken({ ...taken, text, sentence, title });
          // What can't be written in a glossary at all (control characters) is for the form to refuse.
          fc.pre(note.term !== '' && !/\p{C}/u.test(text + sentence + title));
          const concept = conceptOfNote(note, { id, language: 'en' });
          expect(v.safeParse(ConceptSchema, concept).issues).toBeUndefined();
        },
      ),
    );
  });
});

describe('a note of a concept', () => {
  it('changes nothing when nothing was written', () => {
    for (const language of ['zh', 'en']) {
      expect(conceptOfNote(noteOfConcept(port, language), { id, language, base: port })).toEqual(port);
    }
  });

  it('keeps a name that stands in several languages, and the language of the headword', () => {
    const boe: Concept = {
      ...port,
      terms: [
        { text: 'BOE', language: 'zh-Hans', status: 'preferred' },
        { text: 'BOE', language: 'en', status: 'preferred', caseSensitive: true },
        { text: '京东方', language: 'zh-Hans', status: 'admitted' },
        { text: '京东方', language: 'ja', status: 'admitted' },
      ],
    };
    const note = noteOfConcept(boe, 'zh');
    expect(note.names).toBe('京东方');
    expect(conceptOfNote(note, { id, language: 'zh', base: boe })).toEqual(boe);
  });

  it.each<[string, Partial<Note>, Term[]]>([
    [
      'another of its names has come to the front',
      { term: '果園港', names: '' },
      [{ text: '果園港', language: 'zh-Hant', status: 'preferred', ambiguous: true }],
    ],
    [
      'a name that its longer texts do not hold',
      { term: '果园码头', names: '' },
      [{ text: '果园码头', language: 'zh-Hans', status: 'preferred' }],
    ],
    [
      'a name that its longer texts hold too',
      { term: '园港', names: '' },
      [{ text: '园港', language: 'zh-Hans', status: 'preferred', notIn: ['果园港口'] }],
    ],
  ])('holds to the format with %s', (_name, changes, terms) => {
    const note = { ...noteOfConcept(port, 'zh'), ...changes };
    const concept = conceptOfNote(note, { id, language: 'zh', base: port });
    expect(concept.terms).toEqual(terms);
    const checked = checkConcept({ ...concept }, header, (other) => other !== id);
    expect(checked).toMatchObject({ ok: true });
  });

  it('keeps the rules of names that stay, and what it does not show', () => {
    const note = {
      ...noteOfConcept(port, 'en'),
      names: '果園港\nGuoyuan Port\n',
      definition: '',
      category: '',
    };
    expect(conceptOfNote(note, { id, language: 'en', base: port })).toEqual({
      id,
      terms: [...port.terms, { text: 'Guoyuan Port', language: 'en', status: 'admitted' }],
      definitions: { zh: '长江上的港口。' },
      sources: port.sources,
      related: port.related,
    });
  });
});
