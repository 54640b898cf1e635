import { asList, asRecord, type Findings } from './findings';
import { ConceptSchema, GlossarySchema, SourceSchema, TermSchema } from './format';
import type { ValuePath } from './problem';

const keysOf = (schema: { entries: object }): ReadonlySet<string> => new Set(Object.keys(schema.entries));

/** `$schema` is how an editor finds our JSON Schema. */
const GLOSSARY_KEYS = new Set([...keysOf(GlossarySchema), '$schema']);
const CONCEPT_KEYS = keysOf(ConceptSchema);
const TERM_KEYS = keysOf(TermSchema);
const SOURCE_KEYS = keysOf(SourceSchema);

/** What no map of ours has as a key: objects inherit them, or they would change the object itself. */
const UNSAFE_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Warns about keys of the header that are left out: what is misspelt would go unnoticed otherwise. */
export function findUnknownKeys(root: Readonly<Record<string, unknown>>, findings: Findings): void {
  warn(findings, unknownKeys(root, GLOSSARY_KEYS));
  warn(findings, unsafeKeys(root['name']), 'name');
  warn(findings, unsafeKeys(root['description']), 'description');
  warn(findings, unsafeKeys(root['categories']), 'categories');
  for (const [key, name] of Object.entries(asRecord(root['categories']) ?? {})) {
    warn(findings, unsafeKeys(name), 'categories', key);
  }
}

/** As `findUnknownKeys`, of a concept. */
export function findUnknownConceptKeys(value: unknown, at: number, findings: Findings): void {
  const concept = asRecord(value);
  warn(findings, unknownKeys(concept, CONCEPT_KEYS), 'concepts', at);
  warn(findings, unsafeKeys(concept?.['definitions']), 'concepts', at, 'definitions');
  asList(concept?.['terms']).forEach((term, ordinal) => {
    warn(findings, unknownKeys(term, TERM_KEYS), 'concepts', at, 'terms', ordinal);
  });
  asList(concept?.['sources']).forEach((source, ordinal) => {
    warn(findings, unknownKeys(source, SOURCE_KEYS), 'concepts', at, 'sources', ordinal);
  });
}

function warn(findings: Findings, keys: readonly string[], ...path: ValuePath): void {
  for (const key of keys) findings.warn('key-unknown', [...path, key], { key });
}

function unknownKeys(value: unknown, known: ReadonlySet<string>): string[] {
  return Object.keys(asRecord(value) ?? {}).filter((key) => !known.has(key));
}

function unsafeKeys(value: unknown): string[] {
  const map = asRecord(value);
  return map === undefined ? [] : UNSAFE_KEYS.filter((key) => Object.hasOwn(map, key));
}
