import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ConceptSchema } from '@/lib/glossary/format';
import type { Concept, ConceptId } from '@/lib/glossary/model';
import { conceptOfNote, noteOfConcept, noteOfTaken } from '@/lib/glossary/note';

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
