import * as v from 'valibot';

/**
 * Detached signatures of glossary files: `<address of the file>.sig` beside it, made by the publisher with
 * `signBytes`, checked by every subscriber before a new version is taken. `docs/subscriptions.md` shows the
 * format and how other tools check it.
 *
 * Signed are the bytes of the file as they are (after any content encoding is undone), with Ed25519 (RFC 8032).
 * All keys, hashes and signatures are base64url without padding, but for the hash, which is hexadecimal as
 * `sha256sum` prints it.
 */

const SIGNATURE_FORMAT = 'pangzhu-signature';

/** Ten times what one needs. */
const MAX_SIGNATURE_FILE_LENGTH = 5_000;

const SignatureFileSchema = v.object({
  format: v.literal(SIGNATURE_FORMAT),
  formatVersion: v.literal(1),
  /** Of the file, hexadecimal. Tells a damaged or outdated file from one that somebody else made. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** 32 bytes. */
  publicKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  /** 64 bytes. */
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/)),
});

export type SignatureFile = v.InferOutput<typeof SignatureFileSchema>;

/** What a signature says about a file. */
export type SignatureVerdict =
  | 'good'
  /** Of other bytes: the file or its signature is damaged, or one of them is of another version. */
  | 'wrong-hash'
  /** Signed with another key than the expected one. */
  | 'wrong-key'
  /** Names the right bytes and the right key, and was not made with that key. */
  | 'wrong-signature';

/** Reads the text of a `.sig` file; `undefined` if it is none. */
export function parseSignatureFile(text: string): SignatureFile | undefined {
  if (text.length > MAX_SIGNATURE_FILE_LENGTH) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  const result = v.safeParse(SignatureFileSchema, value);
  return result.success ? result.output : undefined;
}

/** The text of a `.sig` file. */
export function serializeSignatureFile(file: SignatureFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Checks a file against its signature and the key that its reader trusts (base64url). */
export async function verifySignature(
  bytes: Uint8Array<ArrayBuffer>,
  { sha256, publicKey, signature }: SignatureFile,
  trustedKey: string,
): Promise<SignatureVerdict> {
  if ((await hashBytes(bytes)) !== sha256) return 'wrong-hash';
  if (publicKey !== trustedKey) return 'wrong-key';
  try {
    const key = await crypto.subtle.importKey('raw', decodeBase64(trustedKey), 'Ed25519', false, ['verify']);
    const good = await crypto.subtle.verify('Ed25519', key, decodeBase64(signature), bytes);
    return good ? 'good' : 'wrong-signature';
  } catch (error) {
    // A key that is no point of the curve: nobody can have signed with it.
    if (!(error instanceof DOMException)) throw error;
    return 'wrong-signature';
  }
}

/** Signs a file with a private key (base64url of PKCS #8, as `createSigningKeys` gives it). */
export async function signBytes(bytes: Uint8Array<ArrayBuffer>, keys: SigningKeys): Promise<SignatureFile> {
  const key = await crypto.subtle.importKey('pkcs8', decodeBase64(keys.privateKey), 'Ed25519', false, [
    'sign',
  ]);
  return {
    format: SIGNATURE_FORMAT,
    formatVersion: 1,
    sha256: await hashBytes(bytes),
    publicKey: keys.publicKey,
    signature: encodeBase64(await crypto.subtle.sign('Ed25519', key, bytes)),
  };
}

/** A publisher's pair of keys, both base64url. The public one goes into the glossary file as `publicKey`. */
export interface SigningKeys {
  publicKey: string;
  /** PKCS #8. To be kept secret, and kept: without it no further version can be signed. */
  privateKey: string;
}

/** Makes a new pair of keys. */
export async function createSigningKeys(): Promise<SigningKeys> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  return {
    publicKey: encodeBase64(await crypto.subtle.exportKey('raw', pair.publicKey)),
    privateKey: encodeBase64(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

/** SHA-256, hexadecimal, as `sha256sum` prints it. */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function encodeBase64(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
