import type { Problem } from '@/lib/glossary/problem';
import { refuse } from './draft';

/** The encodings that glossaries come in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

// Every runtime has it (browsers, workers, Node); ECMAScript, which is all the core is compiled with, has not.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; problems: Problem[] };

/**
 * The text of a file's bytes. Without a given encoding: that of the byte order mark; else UTF-16 if every
 * other byte is nearly always zero, UTF-8 if it is valid, and of GB 18030, Big5 and Windows-1252 the one that makes
 * most sense. The byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array, given?: Encoding): Decoded {
  const marked = given ?? detectMarked(bytes);
  // Being valid is what tells UTF-8, and leaves the text behind.
  const valid = marked === undefined ? tryDecode(bytes, 'utf-8') : undefined;
  if (valid !== undefined) return { ok: true, text: valid, encoding: 'utf-8' };
  const encoding = marked ?? detectLegacy(bytes);
  if (encoding === undefined) return refuse('encoding-invalid', { encoding: ENCODINGS.join(', ') });
  const text = tryDecode(bytes, encoding);
  if (text === undefined) return refuse('encoding-invalid', { encoding });
  return { ok: true, text: text.startsWith('\ufeff') ? text.slice(1) : text, encoding };
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // What the decoder throws for bytes that are not of its encoding.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Enough of a file to tell GB 18030 from Big5 by what is frequent. */
const SAMPLE_BYTES = 100_000;

/** The encoding that a byte order mark or the zero bytes of UTF-16 tell. */
function detectMarked(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return detectUtf16(bytes);
}

/** Below it a text is not Chinese: UTF-8 with a broken byte, or Western letters. */
const LEAST_SCORE = 0.3;

function detectLegacy(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const scores = [
    { encoding: 'gb18030', score: scoreGb(sample) },
    { encoding: 'big5', score: scoreBig5(sample) },
  ] as const;
  const possible = scores.filter(
    ({ encoding, score }) => score >= LEAST_SCORE && tryDecode(bytes, encoding) !== undefined,
  );
  const chinese = possible.sort((a, b) => b.score - a.score)[0]?.encoding;
  return chinese ?? (isWestern(sample) ? 'windows-1252' : undefined);
}

/** Letters with accents stand between others; everywhere else high bytes stand together. */
function isWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let alone = 0;
  bytes.forEach((byte, at) => {
    if (byte < 0x80) return;
    high += 1;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone += 1;
  });
  return alone * 2 > high && !bytes.includes(0);
}

/**
 * Line ends, delimiters and Latin letters have a zero byte in UTF-16, always on the same side. A few
 * characters (一, 开) have one on the other.
 */
function detectUtf16(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let little = 0;
  let big = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at + 1] === 0 && bytes[at] !== 0) little += 1;
    if (bytes[at] === 0 && bytes[at + 1] !== 0) big += 1;
  }
  // A stray NUL or two make no UTF-16; one in twenty characters do, twice as many as on the other side.
  const most = Math.max(little, big);
  if (most < 3 || most * 40 < length) return undefined;
  if (little >= 2 * big) return 'utf-16le';
  return big >= 2 * little ? 'utf-16be' : undefined;
}

/**
 * The share of double bytes that stand for a frequent character. Both encodings order characters so that the
 * frequent ones have lead bytes of their own: GB 2312 level 1, Big5 level 1, and each its punctuation.
 */
function scoreGb(bytes: Uint8Array): number {
  return scorePairs(bytes, (lead, trail) => {
    if (trail < 0xa1) return lead >= 0x81 ? 0 : undefined;
    return (lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3 ? 1 : 0;
  });
}

function scoreBig5(bytes: Uint8Array): number {
  return scorePairs(bytes, (lead, trail) => {
    if (!((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1)) return undefined;
    return (lead >= 0xa4 && lead <= 0xc6) || lead === 0xa1 ? 1 : 0;
  });
}

/** @param rate - of a lead and a trail byte; `undefined` if they can't stand together */
function scorePairs(bytes: Uint8Array, rate: (lead: number, trail: number) => number | undefined): number {
  let pairs = 0;
  let score = 0;
  for (let at = 0; at + 1 < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const rated = rate(lead, bytes[at + 1] ?? 0);
    pairs += 1;
    score += rated ?? -1;
    at += 1;
  }
  return pairs === 0 ? 0 : score / pairs;
}
