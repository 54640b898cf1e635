import { MAX_URL_LENGTH } from '@/lib/glossary/limits';
import type { WantedGlossary } from '@/lib/updates/subscription';

export type AddressProblem =
  | 'empty'
  | 'not-an-address'
  /** Neither http nor https. */
  | 'scheme'
  /** `http:` to another machine: anybody on the way could put something else in its place. */
  | 'insecure'
  /** With a user name or password. */
  | 'credentials'
  /** `key=` or `sha256=` behind the `#` are not what they should be. */
  | 'fragment';

/** The hash of the options page's address that leads to adding a subscription. */
export const SUBSCRIBE_HASH = 'subscribe';

/** Names of this machine, on which nobody else can listen. */
const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether what goes to an address cannot be read or changed on the way. */
export function isSecure({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/**
 * Reads what somebody typed, pasted or followed: the address of a glossary, or a share link that holds one
 * (`…/options.html#subscribe?url=…`, of any browser's Pangzhu). `https:` is put before an address without scheme.
 * Behind a `#` the address may name the publisher's key and the one file that is accepted: `#key=…&sha256=…`.
 */
export function readAddress(
  typed: string,
): { ok: true; value: WantedGlossary } | { ok: false; problem: AddressProblem } {
  const text = fromShareLink(typed.trim());
  if (text === '') return { ok: false, problem: 'empty' };
  const full = /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
  if (full.length > MAX_URL_LENGTH || /\s/.test(full) || !URL.canParse(full)) {
    return { ok: false, problem: 'not-an-address' };
  }
  const url = new URL(full);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, problem: 'scheme' };
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials' };
  if (!/\.|^\[/.test(url.hostname) && url.hostname !== 'localhost') {
    return { ok: false, problem: 'not-an-address' };
  }
  if (!isSecure(url)) return { ok: false, problem: 'insecure' };
  const fragment = new URLSearchParams(url.hash.slice(1));
  const publicKey = fragment.get('key');
  const sha256 = fragment.get('sha256')?.toLowerCase();
  if (publicKey !== null && !/^[A-Za-z0-9_-]{43}$/.test(publicKey)) return { ok: false, problem: 'fragment' };
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) return { ok: false, problem: 'fragment' };
  url.hash = '';
  return {
    ok: true,
    value: {
      address: url.href,
      ...(publicKey === null ? {} : { publicKey }),
      ...(sha256 === undefined ? {} : { sha256 }),
    },
  };
}

/**
 * The link that opens the options page with the address filled in. It works where it is pasted into the address bar of
 * a browser that has this Pangzhu, and in the field for addresses of every Pangzhu: `optionsUrl` differs by browser.
 */
export function createShareLink(optionsUrl: string, subscription: WantedGlossary): string {
  return `${optionsUrl}#${SUBSCRIBE_HASH}?url=${encodeURIComponent(formatAddress(subscription))}`;
}

/** The address with its fragment, as `readAddress` reads it. */
export function formatAddress({ address, publicKey, sha256 }: WantedGlossary): string {
  const fragment = new URLSearchParams();
  if (publicKey !== undefined) fragment.set('key', publicKey);
  if (sha256 !== undefined) fragment.set('sha256', sha256);
  return fragment.size === 0 ? address : `${address}#${fragment}`;
}

function fromShareLink(text: string): string {
  const [, query] = new RegExp(`#${SUBSCRIBE_HASH}\\?(.*)$`, 's').exec(text) ?? [];
  return query === undefined ? text : (new URLSearchParams(query).get('url') ?? '').trim();
}

/** The path of an address as people read it. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // Not every server escapes its paths as UTF-8.
    if (error instanceof URIError) return path;
    throw error;
  }
}
