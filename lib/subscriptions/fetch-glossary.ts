import { MAX_FILE_LENGTH } from '@/lib/glossary/limits';
import type { Glossary } from '@/lib/glossary/model';
import { localDay } from '@/lib/i18n/local-day';
import { reasonOf } from '@/lib/i18n/reason-of';
import type { Failure, FailureCode } from '@/lib/updates/failure';
import { chooseInterval } from '@/lib/updates/schedule';
import type { AnswerTerms, Subscription } from '@/lib/updates/subscription';
import { type Download, type DownloadLimits, download } from './download';
import type { FileOrigin, ReadGlossary } from './read-glossary';
import { hashBytes, parseSignatureFile, verifySignature } from './signature';

/** What is to be fetched: a subscription, or one that is not yet kept. */
export type Wanted = Pick<
  Subscription,
  'address' | 'mirrors' | 'validators' | 'publicKey' | 'sha256' | 'intervalMs'
>;

/** A glossary that arrived well, and the key that the next edition must be signed with. */
export interface FetchedGlossary {
  glossary: Glossary;
  hash: string;
  publicKey?: string;
  /** Entries of the file that cannot be used. */
  skipped: number;
}

export type Fetched =
  | { kind: 'not-modified'; terms: AnswerTerms }
  | { kind: 'glossary'; fetched: FetchedGlossary; terms: AnswerTerms }
  | { kind: 'failed'; failure: Failure };

/** Why a glossary that arrived well is none of ours. */
export type Objection = Pick<Failure, 'code' | 'params'>;

/** What the caller does in between. */
export interface FetchSteps {
  /** Makes a glossary of the bytes of a file; takes as long as it takes, off the caller's thread. */
  read(bytes: Uint8Array<ArrayBuffer>, origin: FileOrigin): Promise<ReadGlossary>;
  object(fetched: FetchedGlossary): Objection | undefined;
}

/**
 * The worker of the background is stopped if an answer takes half a minute to begin. In two minutes the largest file
 * comes over any line that reads web pages.
 */
export const DOWNLOAD_LIMITS: DownloadLimits = {
  // As many bytes as a file may have code units: Chinese text of that length would be larger, and no glossary is.
  maxBytes: MAX_FILE_LENGTH,
  answerMs: 25_000,
  totalMs: 120_000,
};

/** A signature has some hundred. */
const SIGNATURE_BYTES = 5_000;

const MOST_PROBLEMS = 20;

/**
 * Asks the address, and where that fails its mirrors, for an edition that is whole, properly signed and a glossary, and
 * to which `object` has no objection. If none has one, it is the failure of the address itself that counts.
 */
export async function fetchGlossary(
  wanted: Wanted,
  steps: FetchSteps,
  limits: DownloadLimits = DOWNLOAD_LIMITS,
): Promise<Fetched> {
  const attempt = { wanted, limits, ...steps };
  const first = await tryFrom(wanted.address, attempt);
  if (first.kind !== 'failed') return first;
  for (const mirror of wanted.mirrors) {
    const next = await tryFrom(mirror, attempt);
    if (next.kind !== 'failed') return next;
  }
  return first;
}

interface Attempt extends FetchSteps {
  wanted: Wanted;
  limits: DownloadLimits;
}

/** What is thrown is no fault of the file: the worker that read it was ended, or there is not enough memory for it. */
async function tryFrom(address: string, attempt: Attempt): Promise<Fetched> {
  try {
    return await fetchFrom(address, attempt);
  } catch (error) {
    console.error(error);
    return { kind: 'failed', failure: { code: 'not-read', address, params: { reason: reasonOf(error) } } };
  }
}

async function fetchFrom(address: string, { wanted, read, object, limits }: Attempt): Promise<Fetched> {
  const fail = (code: FailureCode, params: Failure['params'] = {}): Fetched => ({
    kind: 'failed',
    failure: { code, address, params },
  });
  const answer = await download(address, { validators: wanted.validators[address] ?? {}, limits });
  if (answer.kind === 'failed') return answer;
  const age = answer.maxAgeMs === undefined ? {} : { maxAgeMs: answer.maxAgeMs };
  if (answer.kind === 'not-modified') {
    return {
      kind: 'not-modified',
      terms: { from: address, validators: answer.validators, intervalMs: wanted.intervalMs },
    };
  }

  const { bytes } = answer;
  if (bytes.length === 0 || looksLikePage(bytes)) return fail('not-a-glossary');
  const hash = await hashBytes(bytes);
  if (wanted.sha256 !== undefined && wanted.sha256 !== hash) return fail('wrong-hash');
  // Before anything is made of them: bytes that somebody else has changed are not even parsed.
  const tampered = await checkSignature(address, { bytes, trustedKey: wanted.publicKey, limits });
  if (tampered !== undefined) return { kind: 'failed', failure: tampered };

  const found = await read(bytes, {
    address,
    contentType: answer.contentType,
    updated: answer.lastModified ?? localDay(Date.now()),
  });
  if (!found.ok) {
    const { code, problems } = found;
    const failure: Failure = { code, address, params: { count: problems.length } };
    return { kind: 'failed', failure: { ...failure, problems: problems.slice(0, MOST_PROBLEMS) } };
  }
  const { glossary, skipped } = found;
  if (wanted.publicKey === undefined && glossary.publicKey !== undefined) {
    const unsigned = await checkSignature(address, { bytes, trustedKey: glossary.publicKey, limits });
    if (unsigned !== undefined) return { kind: 'failed', failure: unsigned };
  }
  // A properly signed file may name the key of its successors.
  const publicKey = glossary.publicKey ?? wanted.publicKey;
  const fetched = { glossary, hash, skipped, ...(publicKey === undefined ? {} : { publicKey }) };
  const objection = object(fetched);
  if (objection !== undefined) return fail(objection.code, objection.params);
  const { expires } = glossary;
  return {
    kind: 'glossary',
    fetched,
    terms: {
      from: address,
      validators: answer.validators,
      intervalMs: chooseInterval({ ...age, ...(expires === undefined ? {} : { expires }) }),
      mirrors: (glossary.mirrors ?? []).filter((mirror) => mirror !== wanted.address),
    },
  };
}

/** Whether these bytes begin as a web page does: what servers send in place of a file that is gone. */
function looksLikePage(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  return /^<(?:!doctype html|html|head|body|script|meta)\b/i.test(start);
}

/** What is wrong with the signature beside a file; nothing if no key is trusted, or all is well. */
async function checkSignature(
  address: string,
  from: { bytes: Uint8Array<ArrayBuffer>; trustedKey: string | undefined; limits: DownloadLimits },
): Promise<Failure | undefined> {
  if (from.trustedKey === undefined) return undefined;
  const signatureAddress = addressOfSignature(address);
  const fail = (code: FailureCode): Failure => ({ code, address: signatureAddress, params: {} });
  const answer: Download = await download(signatureAddress, {
    validators: {},
    limits: { ...from.limits, maxBytes: SIGNATURE_BYTES },
  });
  if (answer.kind === 'failed') {
    const { code, params } = answer.failure;
    const isGone = code === 'status' && (params['status'] === 404 || params['status'] === 410);
    return isGone ? fail('signature-missing') : answer.failure;
  }
  const file =
    answer.kind === 'file' ? parseSignatureFile(new TextDecoder().decode(answer.bytes)) : undefined;
  if (file === undefined) return fail('signature-missing');
  const verdict = await verifySignature(from.bytes, file, from.trustedKey);
  return verdict === 'good' ? undefined : fail(verdict);
}

/** `.sig` goes behind the path: `/ports.json?v=1` has its signature at `/ports.json.sig?v=1`. */
function addressOfSignature(address: string): string {
  const url = new URL(address);
  url.pathname += '.sig';
  return url.href;
}
