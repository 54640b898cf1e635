import type { GlossaryId } from '@/lib/glossary/model';
import { createAlphabet } from '@/lib/matching/alphabet';
import type { PatternRules, TermIndex } from './term-index';

/** Stored bytes are no index of this version of the extension: compile it again. */
export class TermIndexError extends Error {
  override name = 'TermIndexError';
}

/** "PZ" and the version of the format below, and of the folding that went into the patterns. */
const MAGIC = 0x5a50_0004;

/** Magic, size in bytes, checksum of all after it, length of the description. */
const HEADER_WORDS = 4;
const CHECKSUM_WORD = 2;

/** What is small or irregular; the rest lies behind it in typed arrays. */
interface Description {
  revision: number;
  glossaryIds: readonly GlossaryId[];
  formCount: number;
  longest: number;
  units: string;
  firstCodes: number;
  specialFirsts: string;
  rules: readonly [number, PatternRules][];
  /** Of each array, in elements. */
  lengths: readonly number[];
}

/** FNV-1a over whole words: finds a torn or mixed-up record, not an enemy. */
function checksum(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer, (CHECKSUM_WORD + 1) * 4);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

function align(bytes: number): number {
  return (bytes + 3) & ~3;
}

/**
 * Writes an index as one binary record in the byte order of this machine: a header of four words, the
 * description (JSON in UTF-16), the arrays. About 25 bytes a term,
 * where each has a concept of its own.
 */
export function encodeTermIndex(index: TermIndex): ArrayBuffer {
  const { trie, senses } = index;
  // Four-byte elements first: each array begins where its elements may.
  const sections = [
    trie.base,
    senses.concepts,
    senses.firstConcepts,
    senses.listed,
    senses.firstListed,
    index.conceptHashes,
    trie.check,
    senses.terms,
  ];
  const description: Description = {
    revision: index.revision,
    glossaryIds: index.glossaryIds,
    formCount: index.formCount,
    longest: trie.longest,
    units: trie.alphabet.units,
    firstCodes: trie.alphabet.firstCodes,
    specialFirsts: trie.alphabet.specialFirsts,
    rules: [...index.rules],
    lengths: sections.map((section) => section.length),
  };
  const json = JSON.stringify(description);
  let at = HEADER_WORDS * 4 + align(json.length * 2);
  const buffer = new ArrayBuffer(align(sections.reduce((sum, section) => sum + section.byteLength, at)));
  const bytes = new Uint8Array(buffer);
  const units = new Uint16Array(buffer, HEADER_WORDS * 4, json.length);
  for (let unit = 0; unit < json.length; unit++) units[unit] = json.charCodeAt(unit);
  for (const { buffer: from, byteOffset, byteLength } of sections) {
    bytes.set(new Uint8Array(from, byteOffset, byteLength), at);
    at += byteLength;
  }
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header.set([MAGIC, buffer.byteLength, 0, json.length]);
  header[CHECKSUM_WORD] = checksum(buffer);
  return buffer;
}

function checkHeader(buffer: ArrayBuffer): number {
  if (buffer.byteLength < HEADER_WORDS * 4 || buffer.byteLength % 4 !== 0) {
    throw new TermIndexError(`A term index of ${buffer.byteLength} bytes`);
  }
  const [magic = 0, size = 0, sum = 0, jsonLength = 0] = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (magic !== MAGIC) throw new TermIndexError(`Not this version of a term index: ${magic.toString(16)}`);
  if (size !== buffer.byteLength) throw new TermIndexError(`${buffer.byteLength} bytes of ${size}`);
  if (sum !== checksum(buffer)) throw new TermIndexError('The checksum of the term index is wrong');
  return jsonLength;
}

/** `String.fromCharCode` takes its arguments on the stack. */
const UNITS_AT_ONCE = 8192;

function readDescription(buffer: ArrayBuffer, length: number): Description {
  const units = new Uint16Array(buffer, HEADER_WORDS * 4, length);
  let json = '';
  for (let at = 0; at < length; at += UNITS_AT_ONCE) {
    json += String.fromCharCode(...units.subarray(at, at + UNITS_AT_ONCE));
  }
  return JSON.parse(json) as Description;
}

/**
 * Reads what `encodeTermIndex` wrote. The arrays stay where they are: the index is a view of the buffer,
 * which must not be changed or transferred. About 1 ms for 100,000 terms, most of it the checksum.
 *
 * @throws {TermIndexError} if the bytes are cut off, damaged, something else, or of another version
 */
export function decodeTermIndex(buffer: ArrayBuffer): TermIndex {
  const jsonLength = checkHeader(buffer);
  const description = readDescription(buffer, jsonLength);
  let at = HEADER_WORDS * 4 + align(jsonLength * 2);
  const lengths = description.lengths.values();
  const words = (): Uint32Array => {
    const section = new Uint32Array(buffer, at, lengths.next().value);
    at += section.byteLength;
    return section;
  };
  const halves = (): Uint16Array => {
    const section = new Uint16Array(buffer, at, lengths.next().value);
    at += section.byteLength;
    return section;
  };
  const baseWords = words();
  const base = new Int32Array(buffer, baseWords.byteOffset, baseWords.length);
  const concepts = words();
  const firstConcepts = words();
  const listed = words();
  const firstListed = words();
  const conceptHashes = words();
  const check = halves();
  const terms = halves();
  const { revision, glossaryIds, formCount, longest, units, firstCodes, specialFirsts } = description;
  return {
    revision,
    glossaryIds,
    formCount,
    trie: { alphabet: createAlphabet(units, { firstCodes, specialFirsts }), check, base, longest },
    senses: { concepts, terms, firstConcepts, listed, firstListed },
    conceptHashes,
    rules: new Map(description.rules),
  };
}
