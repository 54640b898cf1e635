import { asRecord } from '@/lib/glossary/findings';
import { hashText } from '@/lib/text/hash-text';
import type { Json } from './draft';
import { guessProseLanguage } from './guess-language';

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** What no map of ours has as a key. */
const UNSAFE = new Set(['constructor', 'prototype']);

/**
 * The key of a category, made of its name alone: what a reader keeps of one edition names the same category in the next,
 * wherever it then stands.
 */
const keyOf = (name: string): string =>
  PLAIN.test(name) && !UNSAFE.has(name) ? name : `c-${hashText(name).toString(36)}`;

/**
 * Other formats write the name of a category at each concept. Gives each name a key, and each concept the
 * key in place of the name.
 *
 * @param names - known already: name → key
 * @returns the concepts with keys, and the categories: key → its name
 */
export function keyCategories(
  concepts: readonly Json[],
  names: ReadonlyMap<string, string> = new Map(),
): { concepts: Json[]; categories: Json } {
  const keys = new Map(names);
  const taken = new Set(keys.values());
  const made: [string, Json][] = [];
  const keyed = concepts.map((concept) => {
    const written = concept['category'];
    if (typeof written !== 'string') return concept;
    // A name stands on one line; a cell of a table may have several.
    const name = keys.has(written) ? written : written.replace(/[\p{Cc}\s]+/gu, ' ').trim();
    let key = keys.get(name);
    if (key === undefined) {
      key = keyOf(name);
      while (taken.has(key)) key += '-';
      keys.set(name, key);
      taken.add(key);
      made.push([key, { [guessProseLanguage(name)]: name }]);
    }
    return key === written ? concept : { ...concept, category: key };
  });
  return { concepts: keyed, categories: Object.fromEntries(made) };
}

/** The keys of a header's categories, by each of their names. */
export function categoryNames(categories: unknown): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, name] of Object.entries(asRecord(categories) ?? {})) {
    for (const text of Object.values(asRecord(name) ?? {})) {
      if (typeof text === 'string' && !names.has(text)) names.set(text, key);
    }
    names.set(key, key);
  }
  return names;
}
