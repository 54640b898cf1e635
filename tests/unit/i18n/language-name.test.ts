import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languageName } from '@/lib/i18n/language-name';

it.each([
  { tag: 'zh-Hant', language: 'en', name: 'Traditional Chinese' },
  { tag: 'ja', language: 'zh-CN', name: '日语' },
  { tag: 'qqq', language: 'en', name: 'qqq' },
  { tag: 'zh-Hans-1', language: 'en', name: 'zh-Hans-1' },
] as const)('names $tag in $language', ({ tag, language, name }) => {
  expect(languageName(tag, language)).toBe(name);
});

it('names whatever the format takes for a language', () => {
  const tags = fc.stringMatching(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/);
  fc.assert(fc.property(tags, (tag) => languageName(tag, 'zh-TW') !== ''));
});
