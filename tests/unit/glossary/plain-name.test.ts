import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { NameSchema } from '@/lib/glossary/format';
import { MAX_NAME_LENGTH } from '@/lib/glossary/limits';
import { plainName } from '@/lib/glossary/plain-name';

describe('plainName', () => {
  it.each([
    { name: 'a name', typed: '长江的港口', plain: '长江的港口' },
    { name: 'a pasted tab', typed: '港口\t2026', plain: '港口 2026' },
    { name: 'cells of a sheet', typed: '\t港口\r\n口岸\n', plain: '港口 口岸' },
    { name: 'a NUL and a control character of Latin 1', typed: 'a\0b\u0085c', plain: 'a b c' },
    { name: 'half a character', typed: '港\ud840', plain: '港\ufffd' },
    { name: 'too long a text', typed: 'x'.repeat(1000), plain: 'x'.repeat(MAX_NAME_LENGTH) },
    { name: 'a blank where it is cut', typed: `${'x'.repeat(299)} y`, plain: 'x'.repeat(299) },
    { name: 'nothing to be seen', typed: ' \u0001\t ', plain: '' },
  ])('makes a name of $name', ({ typed, plain }) => {
    expect(plainName(typed)).toBe(plain);
    expect(v.is(NameSchema, { zh: plainName(typed) })).toBe(plain !== '');
  });
});
