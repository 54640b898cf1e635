import type { DraftTerm } from '@/lib/glossary/formats/arrange-terms';
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
import { findAddress } from '@/lib/glossary/formats/find-address';
import { guessLanguage, guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { readTag } from '@/lib/glossary/formats/language-tags';
import { readDate } from '@/lib/glossary/formats/read-date';
import { addResidue, readResidue } from '@/lib/glossary/formats/residue';
import { MAX_CONCEPTS } from '@/lib/glossary/limits';
import type { Meter } from '@/lib/glossary/meter';
import { Graph } from './graph';
import { readHeader } from './skos-header';
import type { Statements } from './turtle';
import { expandName, idOfAddress, type Name } from './vocabulary';

const LABELS: readonly { names: readonly Name[]; status: string }[] = [
  { names: ['skos:prefLabel', 'skosxl:prefLabel'], status: 'preferred' },
  { names: ['skos:altLabel', 'skosxl:altLabel'], status: 'admitted' },
  { names: ['skos:hiddenLabel', 'skosxl:hiddenLabel'], status: 'deprecated' },
];

/** The first that a concept has is its definition. */
const DEFINITIONS: readonly Name[] = [
  'skos:definition',
  'skos:scopeNote',
  'rdfs:comment',
  'dct:description',
  'skos:note',
  'schema:description',
];
const LINKS: readonly Name[] = ['skos:related', 'skos:broader', 'skos:narrower'];

/** Makes a draft of SKOS (W3C, 2009), with labels as texts or as resources of their own (SKOS-XL). `meter` counts concepts. */
export function readSkos(read: Statements, meter?: Meter): ReadResult {
  if (!read.ok) return read;
  const graph = new Graph(read.statements);
  let addresses = graph.subjectsOf('rdf:type', 'skos:Concept');
  if (addresses.length === 0) {
    // Some leave out the type; what has a label and is nothing else is a concept.
    const others = new Set([
      ...graph.subjectsOf('rdf:type', 'skos:ConceptScheme'),
      ...graph.subjectsOf('rdf:type', 'skos:Collection'),
    ]);
    addresses = graph.subjectsWith('skos:prefLabel').filter((address) => !others.has(address));
  }
  const header = readHeader(graph);
  if (addresses.length === 0 && Object.keys(header).length === 0) return refuse('concepts-missing');
  if (addresses.length > MAX_CONCEPTS)
    return refuse('list-too-long', { limit: MAX_CONCEPTS, length: addresses.length });
  const categories = readCategories(graph);
  const unread = new UnreadParts();
  const entries = addresses.map((address, at): DraftEntry => {
    meter?.(at, addresses.length);
    return {
      concept: readConcept(graph, address, { categories, unread }),
      at: { part: address.slice(0, 200) },
    };
  });
  for (const { predicate } of read.statements) if (UNREAD.test(predicate)) unread.add(predicate);
  return {
    ok: true,
    draft: draftEntries(entries, { header, problems: [...read.problems, ...unread.list()] }),
  };
}

/** What says something for readers, and has no place here. */
const UNREAD = /skos\/core#(?:notation|example|historyNote|editorialNote|changeNote)$/;

/** Concept → the name or key of its collection. */
function readCategories(graph: Graph): Map<string, string> {
  const categories = new Map<string, string>();
  for (const collection of graph.subjectsOf('rdf:type', 'skos:Collection')) {
    const id = idOfAddress(collection);
    const name = id === collection ? graph.text(collection, 'skos:prefLabel') : id;
    if (name === undefined) continue;
    for (const member of graph.nodes(collection, 'skos:member'))
      if (!categories.has(member)) categories.set(member, name);
  }
  return categories;
}

/** The names of blank nodes mean nothing outside of their file. */
const conceptIdOf = (address: string): string =>
  address.startsWith('_:') ? blankId(address) : idOfAddress(address);

function readConcept(
  graph: Graph,
  address: string,
  { categories, unread }: { categories: ReadonlyMap<string, string>; unread: UnreadParts },
): DraftConcept {
  const terms = LABELS.flatMap(({ names, status }) =>
    names
      .flatMap((name) => graph.labels(address, name))
      .map(
        ({ text, language }): DraftTerm => ({
          text: text.trim(),
          language: language === '' ? guessLanguage(text) : readTag(language),
          status,
        }),
      ),
  );
  const residue = graph.text(address, 'pangzhu:residue');
  const definitions: Record<string, string> = {};
  for (const name of DEFINITIONS) {
    const isFirst = Object.keys(definitions).length === 0;
    for (const { text, language } of graph.labels(address, name)) {
      if (text.trim() === '') continue;
      const tag = language === '' ? guessProseLanguage(text) : readTag(language);
      if (isFirst && !Object.hasOwn(definitions, tag)) definitions[tag] = text.replace(/\r\n?/g, '\n');
      else if (!isFirst || residue === undefined) unread.add(expandName(name));
    }
  }
  const sources = [...graph.objects(address, 'dct:source'), ...graph.objects(address, 'dc:source')].map(
    (node) => readSource(graph, node),
  );
  const related = [...new Set(LINKS.flatMap((link) => graph.nodes(address, link)))].map(conceptIdOf);
  const category = categories.get(address);
  const plain: DraftConcept = {
    id: conceptIdOf(address),
    terms,
    definitions,
    ...(category === undefined ? {} : { category }),
    sources,
    ...(related.length === 0 ? {} : { related }),
  };
  return addResidue(plain, residue === undefined ? undefined : readResidue(residue), {
    onePreferred: true,
  });
}

function readSource(graph: Graph, node: ReturnType<Graph['objects']>[number]): Json {
  if (node.kind === 'text') {
    const url = findAddress(node.text);
    return url === undefined ? { title: node.text } : { title: node.text.slice(0, 300), url };
  }
  const names = (list: readonly Name[]): string | undefined =>
    list.map((name) => graph.text(node.id, name)).find((text) => text !== undefined);
  const page =
    [...graph.nodes(node.id, 'schema:url'), ...graph.nodes(node.id, 'foaf:page')][0] ?? names(['schema:url']);
  const url = page ?? (node.id.startsWith('_:') ? undefined : node.id);
  const [title, publisher, date, quote] = [
    names(['dct:title', 'rdfs:label', 'skos:prefLabel']) ?? url?.slice(0, 300),
    names(['dct:publisher']),
    names(['dct:issued', 'dct:date']),
    names(['pangzhu:quote']),
  ];
  return {
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date: readDate(date) }),
    ...(quote === undefined ? {} : { quote }),
  };
}
