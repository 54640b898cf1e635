import { asList, asRecord } from '@/lib/glossary/findings';
import type { Concept } from '@/lib/glossary/model';
import type { DraftTerm } from './arrange-terms';
import type { DraftConcept, Json } from './draft';

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

/** Puts the residue back. Terms that another program has changed since are taken as they are now. */
export function addResidue(plain: DraftConcept, residue: Json | undefined): DraftConcept {
  if (residue === undefined) return plain;
  const { terms: kept, ...rest } = residue;
  const concept = { ...plain, ...rest, id: typeof rest['id'] === 'string' ? rest['id'] : plain.id };
  if (!Array.isArray(kept)) return concept;
  const terms = asList(kept)
    .map(asRecord)
    .filter((term) => term !== undefined);
  const isSame = sortedKeys(plain.terms) === sortedKeys(terms);
  if (isSame) return { ...concept, terms: terms as DraftTerm[] };
  const old = new Map(terms.map((term) => [keyOf(term), term as DraftTerm]));
  return { ...concept, terms: plain.terms.map((term) => old.get(keyOf(term)) ?? term) };
}

const sortedKeys = (terms: readonly Json[]): string => terms.map(keyOf).sort().join('\n');

/** Terms are told by their text: formats write language tags each in their own way. */
function keyOf(term: Json): string {
  return `${String(term['language']).toLowerCase().split('-')[0]} ${String(term['text'])}`;
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
