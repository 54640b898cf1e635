import type { Json } from '@/lib/glossary/formats/draft';
import { readTag } from '@/lib/glossary/formats/language-tags';
import { findResidue } from '@/lib/glossary/formats/residue';
import type { Concept, Glossary, LocalizedText, Source, TermStatus } from '@/lib/glossary/model';
import { categoryAddress, conceptAddress, glossaryAddress, NAMESPACES, type Name } from './vocabulary';

/** A value in RDF: a text, perhaps in a language, an address, or a node without an address. */
export type Value = { text: string; language?: string } | { address: string } | { properties: Properties };
export type Properties = [Name, Value[]][];

/** A node with its address. */
export interface Resource {
  address: string;
  properties: Properties;
}

/**
 * A glossary as resources of SKOS: a concept scheme, its concepts, a collection for each category. What SKOS
 * has no property for stands in `pangzhu:residue`, as JSON: `readSkos` gives it back.
 */
export function toResources({ concepts, ...header }: Glossary): Resource[] {
  const scheme: Resource = {
    address: glossaryAddress(header.id),
    properties: [
      ['rdf:type', [{ address: `${NAMESPACES.skos}ConceptScheme` }]],
      ['dct:title', localized(header.name)],
      ['dct:description', localized(header.description ?? {})],
      ['owl:versionInfo', [{ text: header.version }]],
      ['dct:modified', [{ text: header.updated }]],
      ['dct:license', header.licence === undefined ? [] : [{ text: header.licence }]],
      ['dct:language', [{ text: header.language }]],
      ['pangzhu:residue', [{ text: JSON.stringify(header) }]],
    ],
  };
  const members = new Map<string, Value[]>();
  for (const { id, category } of concepts) {
    if (category === undefined) continue;
    const member = { address: conceptAddress(header.id, id) };
    const list = members.get(category);
    if (list === undefined) members.set(category, [member]);
    else list.push(member);
  }
  const collections = Object.entries(header.categories).map(
    ([key, name]): Resource => ({
      address: categoryAddress(header.id, key),
      properties: [
        ['rdf:type', [{ address: `${NAMESPACES.skos}Collection` }]],
        ['skos:prefLabel', localized(name)],
        ['skos:member', members.get(key) ?? []],
      ],
    }),
  );
  return [scheme, ...concepts.map((concept) => toResource(concept, header.id)), ...collections];
}

const localized = (texts: LocalizedText): Value[] =>
  Object.entries(texts).map(([language, text]) => ({ text, language }));

const LABELS: Readonly<Record<TermStatus, Name>> = {
  preferred: 'skos:prefLabel',
  admitted: 'skos:altLabel',
  deprecated: 'skos:hiddenLabel',
};
const STATUSES = Object.keys(LABELS) as TermStatus[];

function toResource(concept: Concept, glossary: string): Resource {
  const labels = labelsOf(concept);
  const residue = findResidue(concept, readPlainly(concept, labels));
  return {
    address: conceptAddress(glossary, concept.id),
    properties: [
      ['rdf:type', [{ address: `${NAMESPACES.skos}Concept` }]],
      ['skos:inScheme', [{ address: glossaryAddress(glossary) }]],
      ...STATUSES.map((status): Properties[number] => [
        LABELS[status],
        labels.filter((label) => label.status === status).map(({ text, language }) => ({ text, language })),
      ]),
      ['skos:definition', localized(concept.definitions)],
      ['dct:source', concept.sources.map((source) => ({ properties: sourceProperties(source) }))],
      ['skos:related', (concept.related ?? []).map((id) => ({ address: conceptAddress(glossary, id) }))],
      ['pangzhu:residue', residue === undefined ? [] : [{ text: JSON.stringify(residue) }]],
    ],
  };
}

interface Label {
  text: string;
  language: string;
  status: TermStatus;
}

/** SKOS has one preferred label for each language; further ones are alternatives. */
function labelsOf(concept: Concept): Label[] {
  const seen = new Set<string>();
  const labels = concept.terms.map(({ text, language, status }): Label => {
    const first = status === 'preferred' && !seen.has(language);
    if (first) seen.add(language);
    return { text, language, status: first || status === 'deprecated' ? status : 'admitted' };
  });
  return STATUSES.flatMap((status) => labels.filter((label) => label.status === status));
}

function sourceProperties({ title, url, publisher, date, quote }: Source): Properties {
  const optional = (text: string | undefined): Value[] => (text === undefined ? [] : [{ text }]);
  return [
    ['dct:title', [{ text: title }]],
    ['schema:url', [{ text: url }]],
    ['dct:publisher', optional(publisher)],
    ['dct:issued', optional(date)],
    ['pangzhu:quote', optional(quote)],
  ];
}

/** The concept as `readSkos` makes it without a residue. Parsers of RDF write language tags in lower case. */
function readPlainly(concept: Concept, labels: readonly Label[]): Json {
  const tags = [...labels.map(({ language }) => language), ...Object.keys(concept.definitions)];
  const tagsChange = tags.some((tag) => readTag(tag.toLowerCase()) !== tag);
  const { terms: _terms, definitions, related, ...same } = concept;
  return {
    ...same,
    ...(tagsChange ? {} : { terms: labels, definitions }),
    ...(related === undefined || new Set(related).size !== related.length || related.length === 0
      ? {}
      : { related }),
  };
}
