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

/** Warns about keys that are left out: what is misspelt would go unnoticed otherwise. */
export function findUnknownKeys(root: Readonly<Record<string, unknown>>, findings: Findings): void {
  const checkKeys = (value: unknown, known: ReadonlySet<string>, path: ValuePath): void => {
    for (const key of Object.keys(asRecord(value) ?? {})) {
      if (!known.has(key)) findings.warn('key-unknown', [...path, key], { key });
    }
  };
  const checkMap = (value: unknown, path: ValuePath): void => {
    const map = asRecord(value);
    for (const key of UNSAFE_KEYS) {
      if (map !== undefined && Object.hasOwn(map, key)) findings.warn('key-unknown', [...path, key], { key });
    }
  };

  checkKeys(root, GLOSSARY_KEYS, []);
  checkMap(root['name'], ['name']);
  checkMap(root['description'], ['description']);
  checkMap(root['categories'], ['categories']);
  for (const [key, name] of Object.entries(asRecord(root['categories']) ?? {})) {
    checkMap(name, ['categories', key]);
  }
  asList(root['concepts']).forEach((value, at) => {
    const path = ['concepts', at];
    const concept = asRecord(value);
    checkKeys(concept, CONCEPT_KEYS, path);
    checkMap(concept?.['definitions'], [...path, 'definitions']);
    asList(concept?.['terms']).forEach((term, ordinal) => {
      checkKeys(term, TERM_KEYS, [...path, 'terms', ordinal]);
    });
    asList(concept?.['sources']).forEach((source, ordinal) => {
      checkKeys(source, SOURCE_KEYS, [...path, 'sources', ordinal]);
    });
  });
}
