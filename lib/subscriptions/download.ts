import type { Meter } from '@/lib/glossary/meter';
import type { Failure, FailureCode } from '@/lib/updates/failure';
import type { Validators } from '@/lib/updates/subscription';
import { isSecure } from './address';

/** What may be spent on one file. */
export interface DownloadLimits {
  /** Of the file after decompression. */
  maxBytes: number;
  /** Until the first byte of the answer. */
  answerMs: number;
  /** Until its last. */
  totalMs: number;
}

export type Download =
  | { kind: 'not-modified'; validators: Validators; maxAgeMs?: number }
  | {
      kind: 'file';
      bytes: Uint8Array<ArrayBuffer>;
      contentType: string;
      /** The server's own date, ISO 8601, if it gives one. */
      lastModified?: string;
      validators: Validators;
      maxAgeMs?: number;
    }
  | { kind: 'failed'; failure: Failure };

export interface DownloadOptions {
  validators: Validators;
  limits: DownloadLimits;
  meter?: Meter;
  signal?: AbortSignal;
}

/**
 * Fetches a file, if it is another than the one that the validators stand for. Without cookies, credentials and
 * referrer, past the browser's cache. Redirects are followed by the browser (twenty at most); the content security policy
 * of our pages lets none of them lead through an address that is not encrypted, and the last is checked here.
 * Never rejects.
 *
 * @param options.meter counts bytes; the total is 0 where the server doesn't tell it
 * @param options.signal ends it early: the result is then of no use
 */
export async function download(
  address: string,
  { validators, limits, meter, signal }: DownloadOptions,
): Promise<Download> {
  const fail = (code: FailureCode, params: Failure['params'] = {}, retryAfterMs?: number): Download => ({
    kind: 'failed',
    failure: { code, address, params, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
  });
  const abort = new AbortController();
  signal?.addEventListener('abort', () => abort.abort(), { once: true });
  const start = performance.now();
  let timer = setTimeout(() => abort.abort(), limits.answerMs);
  let answered = false;
  try {
    const response = await fetch(address, {
      headers: requestHeaders(validators),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      signal: abort.signal,
    });
    answered = true;
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), limits.totalMs - (performance.now() - start));
    const url = new URL(response.url === '' ? address : response.url);
    if (!isSecure(url)) return fail('insecure-redirect', { found: url.origin });
    const maxAgeMs = readMaxAge(response.headers.get('cache-control'));
    const age = maxAgeMs === undefined ? {} : { maxAgeMs };
    if (response.status === 304) return { kind: 'not-modified', validators, ...age };
    if (response.status !== 200) {
      return fail('status', { status: response.status }, readRetryAfter(response.headers.get('retry-after')));
    }
    const bytes = await readBody(response, limits.maxBytes, meter);
    if (bytes === undefined) return fail('too-large', { megabytes: limits.maxBytes / 1_000_000 });
    // Firefox hands out what it got when a connection ends early.
    if (announcedLength(response.headers) > bytes.byteLength) return fail('interrupted');
    const modified = readDate(response.headers.get('last-modified'));
    return {
      kind: 'file',
      bytes,
      contentType: response.headers.get('content-type') ?? '',
      ...(modified === undefined ? {} : { lastModified: modified }),
      validators: readValidators(response.headers),
      ...age,
    };
  } catch (error) {
    if (abort.signal.aborted)
      return fail('timed-out', { seconds: Math.round((performance.now() - start) / 1000) });
    // fetch and its streams say no more than that it did not work, with a TypeError; anything else is worth a line.
    if (!(error instanceof TypeError)) console.error(error);
    return fail(answered ? 'interrupted' : 'unreachable');
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}

function requestHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === undefined ? {} : { 'If-None-Match': etag }),
    // A server that knows both prefers the first (RFC 9110, 13.2.2).
    ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
  };
}

function readValidators(headers: Headers): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag === null ? {} : { etag }), ...(lastModified === null ? {} : { lastModified }) };
}

/** The whole body; `undefined` as soon as it is larger than allowed, however small it was on the wire. */
async function readBody(
  response: Response,
  maxBytes: number,
  meter?: Meter,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const total = announcedLength(response.headers);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = response.body?.getReader(); reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      // Failing to hang up is no failure: the connection is dropped anyway.
      await reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
    meter?.(length, total);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** What the server said it would send; 0 where that does not tell, as with a compressed body. */
function announcedLength(headers: Headers): number {
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') return 0;
  return Number(headers.get('content-length') ?? 0);
}

function readMaxAge(header: string | null): number | undefined {
  const [, seconds] = /(?:^|[\s,])max-age=(\d{1,10})/i.exec(header ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/** Seconds, or a date; `undefined` if it is neither. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,10}$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function readDate(header: string | null): string | undefined {
  const date = Date.parse(header ?? '');
  return Number.isNaN(date) ? undefined : new Date(date).toISOString().slice(0, 10);
}
