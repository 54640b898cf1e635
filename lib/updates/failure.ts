import type { Problem } from '@/lib/glossary/problem';

/**
 * Why a check brought no glossary. The words for people are in the locales (`failure.<code>`); what stands in
 * `params` is said here.
 */
export const FAILURE_CODES = [
  /** No connection, no such host, an endless redirect: browsers don't say which. */
  'unreachable',
  /** No answer, or no end of it, in time. `seconds` */
  'timed-out',
  /** `status`: of HTTP, from 400 on or one that makes no sense here */
  'status',
  /** The connection ended before the file did. */
  'interrupted',
  /** More than a glossary may have, after decompression. `megabytes`: the limit */
  'too-large',
  /** Redirected to an address that is not encrypted. `found` */
  'insecure-redirect',
  /** A web page or something else that is no glossary at all. */
  'not-a-glossary',
  /** A glossary with errors; `problems` has them. `count` */
  'invalid',
  /** Reading it was cut short: it took too long, or its worker broke. `reason` */
  'not-read',
  /** Not the bytes that the address or the signature names. */
  'wrong-hash',
  /** It must be signed, and there is no signature. */
  'signature-missing',
  /** Signed with another key than the one trusted so far. */
  'wrong-key',
  /** The signature was not made with the key it names. */
  'wrong-signature',
  /** Older than what was there before. `found`, `newest`: dates, or versions of the same day */
  'downgrade',
  /** The address now holds another glossary. `found`: its id */
  'other-glossary',
  /** Another glossary in the store has its id. `found`: the id */
  'id-taken',
  /** The browser could not keep it: the disk may be full. `reason` */
  'not-stored',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** Why a check failed, and where. */
export interface Failure {
  code: FailureCode;
  /** That was asked. */
  address: string;
  params: Readonly<Record<string, string | number>>;
  /** For `invalid`: the first of them. */
  problems?: readonly Problem[];
  /** The server asks to be left alone so long, in ms. */
  retryAfterMs?: number;
}
