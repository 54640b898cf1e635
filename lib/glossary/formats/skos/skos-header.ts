import { asRecord } from '@/lib/glossary/findings';
import type { Json } from '@/lib/glossary/formats/draft';
import { guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { canonicalTag, readTag } from '@/lib/glossary/formats/language-tags';
import { readResidue } from '@/lib/glossary/formats/residue';
import type { Graph } from './graph';
import type { Name } from './vocabulary';

const TITLES: readonly Name[] = ['dct:title', 'dc:title', 'skos:prefLabel', 'rdfs:label'];
const DESCRIPTIONS: readonly Name[] = ['dct:description', 'dc:description', 'rdfs:comment'];

/** What the first concept scheme of a graph says of the glossary. */
export function readHeader(graph: Graph): Json {
  const scheme = graph.subjectsOf('rdf:type', 'skos:ConceptScheme')[0];
  if (scheme === undefined) return {};
  const own = asRecord(readResidue(graph.text(scheme, 'pangzhu:residue') ?? ''));
  if (own !== undefined) return own;
  const text = (name: Name): string | undefined => graph.text(scheme, name);
  const name = localized(graph, scheme, TITLES);
  const description = localized(graph, scheme, DESCRIPTIONS);
  const version = text('owl:versionInfo') ?? text('schema:version');
  const updated = /^\d{4}-\d{2}-\d{2}/.exec(text('dct:modified') ?? text('dct:issued') ?? '')?.[0];
  const licence = text('dct:license') ?? text('dct:rights') ?? graph.nodes(scheme, 'dct:license')[0];
  const language = canonicalTag(text('dct:language') ?? text('dc:language') ?? '');
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(version === undefined ? {} : { version }),
    ...(updated === undefined ? {} : { updated }),
    ...(licence === undefined ? {} : { licence: licence.slice(0, 300) }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Each language's first text of the first property that has any. */
function localized(graph: Graph, subject: string, names: readonly Name[]): Json | undefined {
  for (const name of names) {
    const texts: Record<string, string> = {};
    for (const { text, language } of graph.labels(subject, name)) {
      const tag = language === '' ? guessProseLanguage(text) : readTag(language);
      if (text.trim() !== '' && !Object.hasOwn(texts, tag)) texts[tag] = text.trim();
    }
    if (Object.keys(texts).length > 0) return texts;
  }
  return undefined;
}
