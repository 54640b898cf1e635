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

/** Of a hundred thousand values nearly all have none: these share one list. */
const NONE: readonly string[] = [];

function unknownKeys(value: unknown, known: ReadonlySet<string>): readonly string[] {
  const record = asRecord(value);
  for (const key in record) {
    if (!known.has(key)) return Object.keys(record).filter((each) => !known.has(each));
  }
  return NONE;
}

function unsafeKeys(value: unknown): readonly string[] {
  const map = asRecord(value);
  const isThere = (key: string): boolean => map !== undefined && Object.hasOwn(map, key);
  return UNSAFE_KEYS.some(isThere) ? UNSAFE_KEYS.filter(isThere) : NONE;
}
