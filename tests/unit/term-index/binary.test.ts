import { describe, expect, it } from 'vitest';
import type { GlossaryId } from '@/lib/glossary/model';
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

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('gives back all of an index, of %i terms too', (count) => {
    // Names of growing length: the parts begin at all places that they can.
    const some = indexOf(...['重庆', '两江新区', '成都', '重慶', '江北', '渝', '渝中区'].slice(0, count));
    expect(decodeTermIndex(encodeTermIndex(some))).toEqual(some);
    const named = { ...some, glossaryIds: ['gg' as GlossaryId] };
    expect(decodeTermIndex(encodeTermIndex(named))).toEqual(named);
  });

  it('gives back an index of many characters', () => {
    const many = indexOf(...Array.from({ length: 9000 }, (_, at) => `江${String.fromCharCode(0x4e00 + at)}`));
    expect(decodeTermIndex(encodeTermIndex(many))).toEqual(many);
  });

  it('takes some twenty bytes a term', () => {
    const terms = Array.from({ length: 5000 }, (_, at) =>
      String.fromCharCode(0x4e00 + (at % 100), 0x5000 + Math.floor(at / 100)),
    );
    expect(encodeTermIndex(indexOf(...terms)).byteLength / 5000).toBeLessThan(27);
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

  it('says what is wrong', () => {
    const changed = (word: number, value: number): ArrayBuffer => {
      const copy = bytes.slice(0);
      new Uint32Array(copy)[word] = value;
      return copy;
    };
    const size = bytes.byteLength;
    expect(() => decodeTermIndex(new ArrayBuffer(12))).toThrow('A term index of 12 bytes');
    expect(() => decodeTermIndex(bytes.slice(0, size - 1))).toThrow(`A term index of ${size - 1} bytes`);
    expect(() => decodeTermIndex(new ArrayBuffer(16))).toThrow('Not this version of a term index: 0');
    expect(() => decodeTermIndex(changed(0, 0x5a50_0000))).toThrow(
      'Not this version of a term index: 5a500000',
    );
    expect(() => decodeTermIndex(bytes.slice(0, size - 4))).toThrow(`${size - 4} bytes of ${size}`);
    expect(() => decodeTermIndex(changed(size / 4 - 1, 1))).toThrow(
      'The checksum of the term index is wrong',
    );
    expect(() => decodeTermIndex(changed(2, 1))).toThrow(expect.objectContaining({ name: 'TermIndexError' }));
  });

  it('refuses bytes of something else', () => {
    expect(() => decodeTermIndex(new TextEncoder().encode('{"terms":[]}'.repeat(9)).buffer)).toThrow(
      TermIndexError,
    );
  });
});
