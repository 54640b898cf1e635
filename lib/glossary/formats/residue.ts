import { asList, asRecord } from '@/lib/glossary/findings';
import type { Concept } from '@/lib/glossary/model';
import type { DraftTerm } from './arrange-terms';
import type { DraftConcept, Json } from './draft';
import { readTag } from './language-tags';
import { layoutFree } from './xml/read-xml';

/**
 * What a format has no place for goes with each concept as JSON, where the format allows a note: so that our
 * own files come back as they were, and other programs see everything that they understand.
 *
 * @param plain - the concept as one reads it who knows the format and nothing of ours
 * @returns the parts that would be others; `undefined` if none would
 */
export function findResidue(concept: Concept, plain: Json): Json | undefined {
  const residue = Object.entries(concept).filter(
    ([key, value]) => JSON.stringify(plain[key]) !== JSON.stringify(value),
  );
  return residue.length === 0 ? undefined : Object.fromEntries(residue);
}

/**
 * Puts the residue back. What another program has changed since is taken as it is now: terms and their statuses,
 * definitions, sources.
 *
 * @param options.onePreferred - of the preferred terms of a language the format has written all but the first as admitted
 */
export function addResidue(
  plain: DraftConcept,
  residue: Json | undefined,
  { onePreferred = false } = {},
): DraftConcept {
  if (residue === undefined) return plain;
  const { terms, definitions, sources, ...rest } = residue;
  const concept: Record<string, unknown> = { ...plain, ...rest };
  if (typeof concept['id'] !== 'string') concept['id'] = plain.id;
  if (Array.isArray(terms)) concept['terms'] = mergeTerms(plain.terms, records(terms), { onePreferred });
  const kept = asRecord(definitions);
  if (kept !== undefined)
    concept['definitions'] = mergeDefinitions(asRecord(plain['definitions']) ?? {}, kept);
  if (Array.isArray(sources))
    concept['sources'] = mergeSources(records(asList(plain['sources'])), records(sources));
  return concept as DraftConcept;
}

const records = (list: readonly unknown[]): Json[] => list.map(asRecord).filter((each) => each !== undefined);

function mergeTerms(
  now: readonly DraftTerm[],
  kept: readonly Json[],
  { onePreferred }: { onePreferred: boolean },
): DraftTerm[] {
  const written = writtenStatuses(kept, { onePreferred });
  // zh-hans and zh-Hans side by side: which of them changed can't be told.
  const isTold = new Set(kept.map(exactKeyOf)).size === kept.length;
  const merge = (old: Json, term: Json | undefined): DraftTerm => {
    const status = isTold ? term?.['status'] : undefined;
    return (status === undefined || status === written.get(old) ? old : { ...old, status }) as DraftTerm;
  };
  if (sortedKeys(now) === sortedKeys(kept)) {
    const find = finder(now);
    return kept.map((old) => merge(old, find(old)));
  }
  const find = finder(kept);
  return now.map((term) => {
    const old = find(term);
    return old === undefined ? term : merge(old, term);
  });
}

function writtenStatuses(
  terms: readonly Json[],
  { onePreferred }: { onePreferred: boolean },
): Map<Json, unknown> {
  const preferred = new Set<unknown>();
  return new Map(
    terms.map((term) => {
      const { language, status } = term;
      const isFurther = onePreferred && status === 'preferred' && preferred.has(language);
      if (status === 'preferred') preferred.add(language);
      return [term, isFurther ? 'admitted' : status];
    }),
  );
}

const sortedKeys = (terms: readonly Json[]): string => terms.map(keyOf).sort().join('\n');

/** Terms are told by their text: formats write language tags each in their own way. */
function keyOf(term: Json): string {
  return `${tagOf(term['language']).split('-')[0]} ${String(term['text'])}`;
}

const exactKeyOf = (term: Json): string => `${tagOf(term['language'])} ${String(term['text'])}`;

/** A language tag, however a format writes it. */
const tagOf = (tag: unknown): string => readTag(String(tag).toLowerCase()).toLowerCase();

/** Finds the term that another one is in an older or newer writing: of its language, or at least of a relative of it. */
function finder<Term extends Json>(terms: readonly Term[]): (other: Json) => Term | undefined {
  const exact = new Map(terms.map((term) => [exactKeyOf(term), term]));
  const near = new Map(terms.map((term) => [keyOf(term), term]));
  return (other) => exact.get(exactKeyOf(other)) ?? near.get(keyOf(other));
}

const isSameText = (a: unknown, b: unknown): boolean => layoutFree(String(a)) === layoutFree(String(b));

function mergeDefinitions(now: Json, kept: Json): Json {
  const byTag = (texts: Json) => Map.groupBy(Object.entries(texts), ([tag]) => tagOf(tag));
  const [before, after] = [byTag(kept), byTag(now)];
  const merged = [...new Set([...before.keys(), ...after.keys()])].flatMap((tag) => {
    const [old = [], texts = []] = [before.get(tag), after.get(tag)];
    const isKept = texts.every(([, text]) => old.some(([, known]) => isSameText(known, text)));
    return texts.length > 0 && isKept ? old : texts;
  });
  return Object.fromEntries(merged);
}

/** Formats may write the sources of one address as one. */
function mergeSources(now: readonly Json[], kept: readonly Json[]): readonly Json[] {
  const before = Map.groupBy(kept, ({ url }) => url);
  const isKept = ({ url, title }: Json): boolean => isSameText(before.get(url)?.[0]?.['title'], title);
  if (now.length === before.size && now.every(isKept)) return kept;
  return now.flatMap((source) => (isKept(source) ? (before.get(source['url']) ?? []) : [source]));
}

const MARK = 'pangzhu: ';

/** A note of ours: other programs show it as it is. */
export function writeNote(value: Json): string {
  return MARK + JSON.stringify(value);
}

/** What a note of ours says; `undefined` for a note of anybody else. */
export function readNote(text: string): Json | undefined {
  const note = text.trim();
  return note.startsWith(MARK) ? readResidue(note.slice(MARK.length)) : undefined;
}

/** The JSON of a residue; `undefined` if it is none. */
export function readResidue(json: string): Json | undefined {
  try {
    return asRecord(JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
