import { describe, expect, it } from 'vitest';
import { createShareLink, decodePath, readAddress } from '@/lib/subscriptions/address';

const KEY = 'k'.repeat(43);
const HASH = '0a'.repeat(32);

describe('readAddress', () => {
  it.each([
    ['https://example.org/ports.json', { address: 'https://example.org/ports.json' }],
    ['  HTTPS://Example.ORG/ports.json \n', { address: 'https://example.org/ports.json' }],
    ['example.org/港口.json?v=1', { address: 'https://example.org/%E6%B8%AF%E5%8F%A3.json?v=1' }],
    ['example.org:8443/a', { address: 'https://example.org:8443/a' }],
    ['http://127.0.0.1:8080/a.json', { address: 'http://127.0.0.1:8080/a.json' }],
    ['http://localhost/a.json', { address: 'http://localhost/a.json' }],
    [`https://example.org/a.json#key=${KEY}`, { address: 'https://example.org/a.json', publicKey: KEY }],
    [
      `https://example.org/a.json#key=${KEY}&sha256=${HASH.toUpperCase()}`,
      { address: 'https://example.org/a.json', publicKey: KEY, sha256: HASH },
    ],
    ['https://example.org/a.json#part', { address: 'https://example.org/a.json' }],
    [
      'chrome-extension://abcdefgh/options.html#subscribe?url=https%3A%2F%2Fexample.org%2Fa.json',
      { address: 'https://example.org/a.json' },
    ],
    ['#subscribe?url=example.org/a.json', { address: 'https://example.org/a.json' }],
  ])('reads %s', (typed, value) => {
    expect(readAddress(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['chrome-extension://abcdefgh/options.html#subscribe?url=', 'empty'],
    ['ports', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https://example.org/a b', 'not-an-address'],
    [`https://example.org/${'a'.repeat(5000)}`, 'not-an-address'],
    ['http://example.org/ports.json', 'insecure'],
    ['http://localhost.example.org/', 'insecure'],
    ['http://127.0.0.1.example.org/', 'insecure'],
    ['ftp://example.org/ports.json', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['moz-extension://abc/options.html', 'scheme'],
    ['https://me:secret@example.org/', 'credentials'],
    ['https://example.org/a.json#key=short', 'fragment'],
    ['https://example.org/a.json#sha256=xyz', 'fragment'],
  ])('refuses %s: %s', (typed, problem) => {
    expect(readAddress(typed)).toEqual({ ok: false, problem });
  });
});

describe('createShareLink', () => {
  it('leads back to what it was made of', () => {
    const value = { address: 'https://example.org/a.json?x=1&y=%23', publicKey: KEY, sha256: HASH };
    const link = createShareLink('moz-extension://abc/options.html', value);
    expect(readAddress(link)).toEqual({ ok: true, value });
    expect(new URL(link).hash.startsWith('#subscribe?url=https')).toBe(true);
  });
});

describe('the path of an address', () => {
  it.each([
    ['/a/%E6%B8%AF%E5%8F%A3.csv', '/a/港口.csv'],
    // Of GBK: read as it is, and nothing is wrong with the file.
    ['/%B8%DB%BF%DA.csv', '/%B8%DB%BF%DA.csv'],
  ])('of %s is shown as people read it', (path, shown) => {
    expect(decodePath(path)).toBe(shown);
  });
});
