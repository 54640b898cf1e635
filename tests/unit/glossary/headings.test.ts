import { describe, expect, it } from 'vitest';
import { readHeading } from '@/lib/glossary/formats/table/headings';

describe('a heading', () => {
  it.each([
    ['with a tag behind an underscore', 'term_en', 'term:en'],
    ['with a tag behind an underscore, of a definition', 'definition_zh', 'definition:zh'],
    ['with a tag behind a hyphen', 'Term-zh', 'term:zh'],
    ['with a tag behind another word for it', 'name_en', 'term:en'],
    ['with a tag, of further names', 'synonyms_zh', 'names:zh'],
    ['with a tag of two parts', 'term_zh_TW', 'term:zh-Hant'],
    ['with a tag of three letters', 'definition-yue', 'definition:yue'],
    ['with a tag in brackets', 'Definition (en)', 'definition:en'],
    ['with a tag behind Chinese', '释义zh', 'definition:zh'],
    ['of a tag alone', 'pt-BR', 'term:pt-BR'],
    ['of a script in brackets', 'Chinese (Simplified)', 'term:zh-Hans'],
    ['of a script in brackets, in Chinese', '中文（繁體）', 'term:zh-Hant'],
    ['of a script in brackets, of a definition', 'Definition - Chinese (Traditional)', 'definition:zh'],
    ['of a region in brackets', 'English (US)', 'term:en-US'],
    ['of a language of three letters', '粤语释义', 'definition:yue'],
    ['of what is translated', 'Source term', 'term'],
    ['of what it is translated to', 'Target term', 'translation'],
    ['of the language of either', 'Source language', 'language'],
    ['in two languages', '术语 Term', 'term'],
    ['in two languages, of a definition', '释义 Definition', 'definition'],
    ['in two languages, the other one in brackets', 'Definition（释义）', 'definition'],
    ['in two languages with a slash', '類別/Category', 'category'],
    ['in two languages, both of which name one', '英文释义 English definition', 'definition:en'],
    ['in two languages, one of which names one', '术语 English Term', 'term:en'],
    ['in two languages that say different things', '术语 Definition', ''],
    ['in two languages, one of them not understood', '术语 Foo', ''],
    ['of a number', 'Term No', ''],
    ['of a word as short as a tag', 'Ref', ''],
  ])('%s: %s', (_name, heading, role) => {
    expect(readHeading(heading)).toBe(role);
  });
});
