import { describe, expect, it } from 'vitest';
import {
  definitionLanguages,
  groupNames,
  sourceHref,
  tabKinds,
  tagDefinition,
  tagText,
  writtenDefinitionTag,
} from '@/components/popover/sense-texts';
import { splitMarked } from '@/components/sample/marked-text';
import type { Concept, ConceptId, GlossaryId } from '@/lib/glossary/model';

const port: Concept = {
  id: 'guoyuan-port' as ConceptId,
  terms: [
    { text: '果园港', language: 'zh', status: 'preferred' },
    { text: '重庆果园港', language: 'zh', status: 'admitted' },
    { text: '果園港', language: 'zh-Hant', status: 'admitted' },
    { text: 'Guoyuan Port', language: 'en', status: 'admitted' },
    { text: '重庆果园港', language: 'zh-Hans', status: 'admitted' },
  ],
  definitions: { zh: '两江新区的长江内河港。', en: 'A river port on the Yangtze.' },
  sources: [],
};

describe('groupNames', () => {
  it('groups the other names by language and says each once', () => {
    expect(groupNames(port, ['果园港'])).toMatchObject([
      { lang: 'zh-Hans', terms: [{ text: '重庆果园港' }] },
      { lang: 'zh-Hant', terms: [{ text: '果園港' }] },
      { lang: 'en', terms: [{ text: 'Guoyuan Port' }] },
    ]);
  });

  it('leaves out the names that stand elsewhere on the card', () => {
    expect(groupNames(port, ['果园港', '果園港', 'Guoyuan Port'])).toHaveLength(1);
  });
});

describe('tagDefinition', () => {
  it('takes the chosen language, whatever that of the interface', () => {
    expect(tagDefinition(port, 'zh', 'en')).toEqual({ text: '两江新区的长江内河港。', lang: 'zh-Hans' });
    expect(tagDefinition(port, 'en', 'zh-CN').lang).toBe('en');
  });

  it('takes the characters of the interface where there are both', () => {
    const both = { ...port, definitions: { 'zh-Hans': '内河港', 'zh-Hant': '內河港', en: 'port' } };
    expect(tagDefinition(both, 'zh', 'zh-TW')).toEqual({ text: '內河港', lang: 'zh-Hant' });
    expect(tagDefinition(both, 'zh', 'en')).toEqual({ text: '内河港', lang: 'zh-Hans' });
  });

  it('takes what there is rather than nothing', () => {
    expect(tagDefinition({ ...port, definitions: { en: 'port' } }, 'zh', 'zh-CN').text).toBe('port');
  });
});

describe('writtenDefinitionTag', () => {
  it.each([
    [['zh-Hans', 'en'], 'zh', 'zh-Hans'],
    [['zh-Hans', 'zh-Hant'], 'zh', 'zh-Hant'],
    [['en-GB'], 'en', 'en-GB'],
    [['zh'], 'zh', 'zh'],
    // What is read for want of another is not written over.
    [['en'], 'zh', 'zh'],
    [[], 'en', 'en'],
  ] as const)('of definitions in %j, read in %s: %s', (tags, language, tag) => {
    const definitions = Object.fromEntries(tags.map((each) => [each, '港']));
    expect(writtenDefinitionTag({ ...port, definitions }, language, 'zh-TW')).toBe(tag);
  });
});

describe('tagText', () => {
  it.each([
    { wanted: 'zh-TW', text: '港口(繁)', lang: 'zh-Hant' },
    { wanted: 'zh-CN', text: '港口', lang: 'zh-Hans' },
    { wanted: 'en', text: 'Port', lang: 'en' },
    { wanted: 'ja', text: 'Port', lang: 'en' },
  ])('reads to a reader of $wanted', ({ wanted, text, lang }) => {
    expect(tagText({ en: 'Port', 'zh-Hant': '港口(繁)', 'zh-Hans': '港口' }, wanted)).toEqual({ text, lang });
  });

  it('says which Chinese a bare zh is', () => {
    expect(tagText({ zh: '港口' }, 'zh-TW')).toEqual({ text: '港口', lang: 'zh-Hans' });
  });
});

describe('definitionLanguages', () => {
  it('offers a choice only between languages that there are', () => {
    expect(definitionLanguages(port)).toEqual(['zh', 'en']);
    expect(definitionLanguages({ ...port, definitions: { 'zh-Hant': '港' } })).toEqual(['zh']);
  });
});

describe('tabKinds', () => {
  const glossary = { id: 'words' as GlossaryId, name: { zh: '词' }, updated: '2026-11-25', own: false };
  const sense = (zh: string, category?: string) => ({
    glossary,
    concept: { ...port, definitions: zh === '' ? {} : { zh } },
    term: port.terms[0],
    ...(category !== undefined && { category: { zh: category } }),
  });
  const kindsOf = (...senses: ReturnType<typeof sense>[]): string[] =>
    tabKinds(senses, 'zh', 'zh-CN').map(({ text }) => text);

  it('names the category, or else the glossary', () => {
    expect(kindsOf(sense('甲。', '港口'), sense('乙。'))).toEqual(['港口', '词']);
  });

  it('tells those that are of one kind by their definitions, as far as they have one', () => {
    expect(kindsOf(sense('甲。'), sense('乙。'), sense(''), sense('丙。', '港口'))).toEqual([
      '甲。',
      '乙。',
      '词',
      '港口',
    ]);
    expect(kindsOf(sense('𠮷'.repeat(90)), sense('乙。'))[0]).toBe('𠮷'.repeat(24));
  });
});

describe('sourceHref', () => {
  it.each([
    { url: 'https://a.example/x', quote: undefined, href: 'https://a.example/x' },
    { url: 'https://a.example/x', quote: 'a-b, c', href: 'https://a.example/x#:~:text=a%2Db%2C%20c' },
    { url: 'https://a.example/x#part', quote: 'a', href: 'https://a.example/x#part:~:text=a' },
    { url: 'https://a.example/x#:~:text=b', quote: 'a', href: 'https://a.example/x#:~:text=b' },
  ])('opens $url at $quote', ({ url, quote, href }) => {
    expect(sourceHref({ title: 'x', url, ...(quote === undefined ? {} : { quote }) })).toBe(href);
  });
});

describe('splitMarked', () => {
  it('takes a text apart at its marks', () => {
    expect(splitMarked('到[果园港]去')).toEqual([
      { text: '到', term: false },
      { text: '果园港', term: true },
      { text: '去', term: false },
    ]);
    expect(splitMarked('[果园港]')).toEqual([{ text: '果园港', term: true }]);
  });
});
