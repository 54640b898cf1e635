import { asList, asRecord } from '@/lib/glossary/findings';
import type { DraftTerm } from '@/lib/glossary/formats/arrange-terms';
import { decodeText } from '@/lib/glossary/formats/decode';
import {
  blankId,
  type DraftConcept,
  type DraftEntry,
  draftEntries,
  type Json,
  type ReadResult,
  refuse,
  UnreadParts,
} from '@/lib/glossary/formats/draft';
import { guessLanguage, guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { parseJson } from '@/lib/glossary/formats/json';
import { readTag } from '@/lib/glossary/formats/language-tags';
import { MAX_CONCEPTS, MAX_NESTING } from '@/lib/glossary/limits';
import type { Meter } from '@/lib/glossary/meter';
import type { Problem } from '@/lib/glossary/problem';
import type { Archive } from './open-archive';

const INDEX = 'index.json';
const TERM_BANK = /^term_bank_(\d+)\.json$/;

/** Whether an archive is a dictionary of Yomitan or its forerunners. */
export function isDictionary({ names }: Archive): boolean {
  return names.includes(INDEX) && names.some((name) => TERM_BANK.test(name));
}

/**
 * Reads the term banks of a Yomitan dictionary (format 3, and 1 and 2 as far as they are alike). Entries with
 * the same sequence number and the same definition are names of one concept. Definitions are read as text:
 * pictures, links and layout are left out; kanji, frequency and pitch banks too.
 *
 * @param meter - counts banks
 */
export function readDictionary(archive: Archive, meter?: Meter): ReadResult {
  const index = readJson(archive, INDEX);
  if (!index.ok) return index;
  const header = asRecord(index.value) ?? {};
  const format = header['format'] ?? header['version'];
  const unread = new UnreadParts();
  for (const name of archive.names) {
    const bank = /^(kanji|kanji_meta|term_meta)_bank_\d+\.json$/.exec(name)?.[1];
    if (bank !== undefined) unread.add(`${bank}_bank`);
  }
  const banks = archive.names
    .filter((name) => TERM_BANK.test(name))
    .sort((a, b) => Number(TERM_BANK.exec(a)?.[1]) - Number(TERM_BANK.exec(b)?.[1]));
  const language =
    typeof header['sourceLanguage'] === 'string' ? readTag(header['sourceLanguage']) : undefined;
  const target =
    typeof header['targetLanguage'] === 'string'
      ? readTag(header['targetLanguage']).split('-')[0]
      : undefined;
  const entries = new Entries({ language, target, unread });
  for (const [at, name] of banks.entries()) {
    meter?.(at, banks.length);
    const bank = readJson(archive, name);
    if (!bank.ok) return bank;
    asList(bank.value).forEach((row, number) => {
      entries.add(asList(row), { part: name, path: `[${number}]`, old: format === 1 });
    });
    if (entries.list.length > MAX_CONCEPTS) {
      return refuse('list-too-long', { limit: MAX_CONCEPTS, length: entries.list.length });
    }
  }
  return {
    ok: true,
    draft: draftEntries(entries.list, {
      header: readHeader(header, language),
      problems: [...entries.problems, ...unread.list()],
    }),
  };
}

function readJson(
  archive: Archive,
  name: string,
): { ok: true; value: unknown } | { ok: false; problems: Problem[] } {
  const bytes = archive.read(name);
  if (bytes === undefined) return refuse('archive-part-missing', { name }, { part: name });
  const decoded = decodeText(bytes);
  const parsed = decoded.ok ? parseJson(decoded.text) : decoded;
  if (parsed.ok) return parsed;
  return {
    ok: false,
    problems: parsed.problems.map((problem) => ({ ...problem, at: { ...problem.at, part: name } })),
  };
}

function readHeader(index: Json, language: string | undefined): Json {
  const text = (key: string): string | undefined => {
    const value = index[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const [title, revision, description, attribution, author, url] = [
    'title',
    'revision',
    'description',
    'attribution',
    'author',
    'url',
  ].map(text);
  const about = [description, attribution].filter((each) => each !== undefined).join('\n');
  return {
    ...(title === undefined ? {} : { name: { [guessProseLanguage(title)]: title.slice(0, 300) } }),
    ...(about === ''
      ? {}
      : { description: { [guessProseLanguage(about)]: about.replace(/\r\n?/g, '\n').slice(0, 4000) } }),
    ...(revision === undefined ? {} : { version: revision.slice(0, 300) }),
    ...(author === undefined ? {} : { publisher: author.slice(0, 300) }),
    ...(url !== undefined && /^https?:\/\/\S+$/.test(url) ? { homepage: url } : {}),
    ...(language === undefined ? {} : { language }),
  };
}

interface Place {
  part: string;
  path: string;
  /** Format 1: definitions follow each other in the row. */
  old: boolean;
}

/** Concepts in the making. */
class Entries {
  readonly list: DraftEntry[] = [];
  readonly problems: Problem[] = [];
  readonly #options: { language: string | undefined; target: string | undefined; unread: UnreadParts };
  readonly #bySequence = new Map<string, DraftTerm[]>();

  constructor(options: { language: string | undefined; target: string | undefined; unread: UnreadParts }) {
    this.#options = options;
  }

  /** A row of a bank: expression, reading, tags, rules, score, definitions, sequence, tags of the term. */
  add(row: readonly unknown[], { part, path, old }: Place): void {
    const [expression, , , , , glossary, sequence] = row;
    if (typeof expression !== 'string' || expression.trim() === '') {
      this.problems.push({ code: 'term-missing', severity: 'error', at: { part, path }, params: {} });
      return;
    }
    const { language, target, unread } = this.#options;
    const items = old ? row.slice(5) : asList(glossary);
    const prose = items
      .map((item) => itemText(item, unread))
      .filter((text) => text !== '')
      .join('\n');
    const term: DraftTerm = { text: expression.trim(), language: guessLanguage(expression, language) };
    const key = typeof sequence === 'number' && sequence > 0 ? `${sequence} ${prose}` : undefined;
    const same = key === undefined ? undefined : this.#bySequence.get(key);
    if (same !== undefined) {
      same.push(term);
      return;
    }
    const terms = [term];
    if (key !== undefined) this.#bySequence.set(key, terms);
    const concept: DraftConcept = {
      id: blankId(this.list.length),
      terms,
      definitions: prose === '' ? {} : { [target ?? guessProseLanguage(prose)]: prose },
      sources: [],
    };
    this.list.push({ concept, at: { part, path } });
  }
}

/** Elements of structured content that stand on lines of their own. */
const BLOCKS = new Set(['div', 'li', 'ol', 'ul', 'p', 'tr', 'table', 'details', 'summary', 'br']);

function itemText(item: unknown, unread: UnreadParts): string {
  if (typeof item === 'string') return tidy(item);
  const object = asRecord(item);
  if (object === undefined) {
    unread.add('deinflection');
    return '';
  }
  if (object['type'] === 'text') return tidy(String(object['text'] ?? ''));
  if (object['type'] === 'structured-content') return tidy(contentText(object['content'], 0));
  unread.add(typeof object['type'] === 'string' ? object['type'] : 'definition');
  return '';
}

function contentText(content: unknown, depth: number): string {
  if (typeof content === 'string') return content;
  if (depth > MAX_NESTING) return '';
  if (Array.isArray(content)) return content.map((each) => contentText(each, depth + 1)).join('');
  const node = asRecord(content);
  if (node === undefined) return '';
  const { tag } = node;
  // What stands above characters is their reading, not part of the sentence.
  if (tag === 'rt' || tag === 'rp' || tag === 'img') return '';
  const text = contentText(node['content'], depth + 1);
  if (tag === 'td' || tag === 'th') return `${text} `;
  return typeof tag === 'string' && BLOCKS.has(tag) ? `\n${text}\n` : text;
}

const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
