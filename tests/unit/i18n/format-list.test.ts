import { expect, it } from 'vitest';
import { formatList } from '@/lib/i18n/format-list';

it.each([
  { entries: ['a.com'], language: 'en', text: 'a.com' },
  { entries: ['a.com', 'b.com', 'c.com'], language: 'en', text: 'a.com, b.com, c.com' },
  { entries: ['国务院', '国务卿'], language: 'zh-CN', text: '国务院、国务卿' },
  { entries: ['國務院', '國務卿', '國務部'], language: 'zh-TW', text: '國務院、國務卿、國務部' },
] as const)('lists $entries in $language', ({ entries, language, text }) => {
  expect(formatList(entries, language)).toBe(text);
});
