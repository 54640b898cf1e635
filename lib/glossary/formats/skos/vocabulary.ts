/** Namespaces of what a glossary says in RDF. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  skosxl: 'http://www.w3.org/2008/05/skos-xl#',
  dct: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  schema: 'http://schema.org/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  pangzhu: 'urn:pangzhu:vocabulary:',
} as const;

export type Prefix = keyof typeof NAMESPACES;
/** `skos:prefLabel` */
export type Name = `${Prefix}:${string}`;

/** The full address of a name. */
export function expandName(name: Name): string {
  const colon = name.indexOf(':');
  return NAMESPACES[name.slice(0, colon) as Prefix] + name.slice(colon + 1);
}

/** One statement of a graph. Blank nodes have names that begin with `_:`. */
export interface Statement {
  subject: string;
  predicate: string;
  object: Node;
}

export type Node =
  | { kind: 'node'; id: string }
  | { kind: 'text'; text: string /** As the file writes it; empty if it names none. */; language: string };

const OWN = 'urn:pangzhu:';

/** An address for what has none: `urn:pangzhu:ports:concept:guoyuan`. Addresses on the web stay as they are. */
export function conceptAddress(glossary: string, id: string): string {
  // What an IRI can't hold (RFC 3987) has to be written otherwise.
  if (/^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(id)) return id;
  return `${OWN}${glossary}:concept:${encodeURIComponent(id)}`;
}

export function categoryAddress(glossary: string, key: string): string {
  return `${OWN}${glossary}:category:${key}`;
}

export function glossaryAddress(glossary: string): string {
  return `${OWN}${glossary}`;
}

/** The id or key that an address of ours was made of; of any other address itself. */
export function idOfAddress(address: string): string {
  const own = /^urn:pangzhu:[^:]*:(?:concept|category):(.*)$/s.exec(address)?.[1];
  if (own === undefined) return address;
  try {
    return decodeURIComponent(own);
  } catch (error) {
    // Made by hand, or damaged.
    if (error instanceof URIError) return address;
    throw error;
  }
}
