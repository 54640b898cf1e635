import { describe, expect, it } from 'vitest';
import { decodeTermIndex, encodeTermIndex, TermIndexError } from '@/lib/term-index/binary';
import { findMatches } from '@/lib/term-index/find';
import { getSenses } from '@/lib/term-index/forms';
import { indexOf } from '../../support/glossary';

const index = indexOf(
  '重庆',
  '两江新区',
  { text: 'CBD', caseSensitive: true },
  '𠮷野家',
  '(一)号',
  'New Area',
  '重慶',
);
const TEXT = '重慶兩江新區的CBD和cbd，𠮷野家（一）号，New  Areas';

describe('encodeTermIndex', () => {
  it('survives the way through bytes', () => {
    const copy = decodeTermIndex(encodeTermIndex(index));
    expect(findMatches(copy, TEXT)).toEqual(findMatches(index, TEXT));
    expect(findMatches(copy, TEXT)).toHaveLength(6);
    expect(copy).toMatchObject({ revision: 1, glossaryIds: ['g'], formCount: index.formCount });
    for (let form = 0; form < index.formCount; form++)
      expect(getSenses(copy, form)).toEqual(getSenses(index, form));
  });

  it('survives a second round', () => {
    const bytes = encodeTermIndex(index);
    expect(new Uint8Array(encodeTermIndex(decodeTermIndex(bytes)))).toEqual(new Uint8Array(bytes));
  });
});

describe('decodeTermIndex', () => {
  const bytes = encodeTermIndex(index);

  it('refuses every shorter record', () => {
    for (let length = 0; length < bytes.byteLength; length++) {
      expect(() => decodeTermIndex(bytes.slice(0, length))).toThrow(TermIndexError);
    }
  });

  it('refuses a record with any byte changed', () => {
    for (let at = 0; at < bytes.byteLength; at++) {
      const damaged = bytes.slice(0);
      new Uint8Array(damaged)[at] = (new Uint8Array(damaged)[at] ?? 0) ^ 0x41;
      expect(() => decodeTermIndex(damaged)).toThrow(TermIndexError);
    }
  });

  it('refuses bytes of something else', () => {
    expect(() => decodeTermIndex(new TextEncoder().encode('{"terms":[]}'.repeat(9)).buffer)).toThrow(
      TermIndexError,
    );
  });
});
