import { describe, expect, it } from 'vitest';
import {
  createSigningKeys,
  hashBytes,
  parseSignatureFile,
  type SignatureFile,
  serializeSignatureFile,
  signBytes,
  verifySignature,
} from '@/lib/subscriptions/signature';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const FILE = bytesOf('{"format":"pangzhu-glossary","name":{"zh":"港口"}}');
const keys = await createSigningKeys();
const other = await createSigningKeys();
const signed = await signBytes(FILE, keys);

const CASES: {
  name: string;
  bytes?: Uint8Array<ArrayBuffer>;
  file?: SignatureFile;
  key?: string;
  verdict: string;
}[] = [
  { name: 'the file as it was signed', verdict: 'good' },
  { name: 'a file that was changed', bytes: bytesOf('{"format":"pangzhu-glossary"}'), verdict: 'wrong-hash' },
  { name: 'a file of another publisher', file: await signBytes(FILE, other), verdict: 'wrong-key' },
  {
    name: 'a signature that names our key and was made with another',
    file: { ...(await signBytes(FILE, other)), publicKey: keys.publicKey },
    verdict: 'wrong-signature',
  },
  {
    name: 'the signature of an earlier file with the hash of this one',
    file: { ...signed, signature: (await signBytes(bytesOf('{}'), keys)).signature },
    verdict: 'wrong-signature',
  },
  {
    name: 'a key of zeros',
    file: { ...signed, publicKey: 'A'.repeat(43) },
    key: 'A'.repeat(43),
    verdict: 'wrong-signature',
  },
];

describe('verifySignature', () => {
  it.each(CASES)(
    'says of $name: $verdict',
    async ({ bytes = FILE, file = signed, key = keys.publicKey, verdict }) => {
      expect(await verifySignature(bytes, file, key)).toBe(verdict);
    },
  );
});

describe('parseSignatureFile', () => {
  it('reads what serializeSignatureFile wrote', () => {
    expect(parseSignatureFile(serializeSignatureFile(signed))).toEqual(signed);
  });

  it.each([
    { name: 'a page', text: '<!doctype html>' },
    { name: 'nothing', text: '' },
    { name: 'another version', text: JSON.stringify({ ...signed, formatVersion: 2 }) },
    { name: 'a hash that was cut off', text: JSON.stringify({ ...signed, sha256: signed.sha256.slice(1) }) },
    { name: 'far too much', text: JSON.stringify({ ...signed, more: 'x'.repeat(10_000) }) },
  ])('takes $name for no signature', ({ text }) => {
    expect(parseSignatureFile(text)).toBeUndefined();
  });
});

describe('hashBytes', () => {
  it('is SHA-256 as everybody prints it', async () => {
    expect(await hashBytes(bytesOf('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
