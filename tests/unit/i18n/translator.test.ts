import { describe, expect, it } from 'vitest';
import { formatDate } from '@/lib/i18n/format-date';
import { GLOSSARY_TEXTS } from '@/lib/i18n/glossary-texts';
import { resolveDefinitionLanguage, resolveUiLanguage } from '@/lib/i18n/resolve-language';
import { createTranslator } from '@/lib/i18n/translator';

describe('createTranslator', () => {
  it('takes the plural form that the language asks for', () => {
    const t = createTranslator('en');
    expect(t('popup.count', { count: 1 })).toBe('1 term on this page');
    expect(t('popup.count', { count: 0 })).toBe('0 terms on this page');
    expect(createTranslator('zh-CN')('popup.count', { count: 1 })).toBe('本页有 1 个术语');
  });

  it('writes numbers the language’s way', () => {
    expect(createTranslator('en', GLOSSARY_TEXTS)('glossaries.concepts', { count: 100_000 })).toBe(
      '100,000 concepts',
    );
  });

  it('puts values in as they are, even if they look like placeholders', () => {
    expect(createTranslator('en')('popup.gone', { term: '{term} $& 果园港' })).toContain('{term} $& 果园港');
  });

  it('throws when a value is missing', () => {
    expect(() => createTranslator('en')('popup.gone')).toThrow(RangeError);
  });
});

describe('resolveUiLanguage', () => {
  it.each([
    { browser: ['zh-CN'], language: 'zh-CN' },
    { browser: ['zh'], language: 'zh-CN' },
    { browser: ['zh-SG'], language: 'zh-CN' },
    { browser: ['zh-TW'], language: 'zh-TW' },
    { browser: ['zh-HK'], language: 'zh-TW' },
    { browser: ['zh-MO'], language: 'zh-TW' },
    { browser: ['zh-Hant'], language: 'zh-TW' },
    { browser: ['zh-Hant-CN'], language: 'zh-TW' },
    { browser: ['zh-Hans-HK'], language: 'zh-CN' },
    { browser: ['zh_TW'], language: 'zh-TW' },
    { browser: ['ZH-hant'], language: 'zh-TW' },
    { browser: ['en-GB', 'zh-CN'], language: 'en' },
    { browser: ['ja', 'zh-HK', 'en'], language: 'zh-TW' },
    { browser: ['fr'], language: 'en' },
    { browser: [], language: 'en' },
  ])('makes $browser into $language', ({ browser, language }) => {
    expect(resolveUiLanguage('auto', browser)).toBe(language);
  });

  it('takes what was set before what the browser says', () => {
    expect(resolveUiLanguage('zh-TW', ['en'])).toBe('zh-TW');
  });
});

describe('formatDate', () => {
  it.each([
    { date: '2021-10-20', language: 'zh-CN', text: '2021年10月20日' },
    { date: '2021-10-20', language: 'en', text: 'Oct 20, 2021' },
    { date: '2021-10-20T23:30:00Z', language: 'zh-TW', text: '2021年10月20日' },
    { date: '2021-10', language: 'zh-CN', text: '2021年10月' },
    { date: '2021', language: 'en', text: '2021' },
    { date: 'last spring', language: 'en', text: 'last spring' },
    { date: '2021-13-40', language: 'en', text: '2021-13-40' },
  ] as const)('writes $date in $language', ({ date, language, text }) => {
    expect(formatDate(date, language)).toBe(text);
  });
});

describe('resolveDefinitionLanguage', () => {
  it.each([
    ['auto', 'en', 'en'],
    ['auto', 'zh-CN', 'zh'],
    ['auto', 'zh-TW', 'zh'],
    ['en', 'zh-CN', 'en'],
    ['zh', 'en', 'zh'],
  ] as const)('gives for %s in an interface in %s %s', (setting, uiLanguage, language) => {
    expect(resolveDefinitionLanguage(setting, uiLanguage)).toBe(language);
  });
});
