import type { DraftTerm } from '@/lib/glossary/formats/arrange-terms';
import { type DraftConcept, type Json, repeatedKey, type UnreadParts } from '@/lib/glossary/formats/draft';
import { findAddress } from '@/lib/glossary/formats/find-address';
import { guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { readTag } from '@/lib/glossary/formats/language-tags';
import { readStatus, unknownStatus } from '@/lib/glossary/formats/read-status';
import { addResidue, readNote } from '@/lib/glossary/formats/residue';
import { child, elements, layoutFree, textOf, type XmlNode } from '@/lib/glossary/formats/xml/read-xml';
import type { Problem } from '@/lib/glossary/problem';

/** Elements that carry a data category in `type` (DCA); any other element is one itself (DCT). */
const CARRIERS = new Set([
  'descrip',
  'termNote',
  'admin',
  'adminNote',
  'xref',
  'ref',
  'transac',
  'transacNote',
  'date',
]);
/** Elements that hold a data category with what is said about it. */
const GROUPS = new Set(['descripGrp', 'adminGrp', 'termNoteGrp']);
const LANGUAGE_SECTIONS = new Set(['langSec', 'langSet', 'langGroup']);
const TERM_SECTIONS = new Set(['termSec', 'tig', 'ntig', 'termGroup']);

interface Reading {
  terms: DraftTerm[];
  definitions: Record<string, string>;
  sources: Json[];
  related: string[];
  category?: string;
  residue?: Json;
  unread: UnreadParts;
  problems: Problem[];
}

/**
 * What an entry of TBX says: `conceptEntry` of ISO 30042:2019 in either style, `termEntry` of 2008 and
 * TBX-Basic version 2. Related concepts are named by the ids of their entries.
 */
export function readEntry(
  entry: XmlNode,
  { fallbackId, unread, problems }: { fallbackId: string; unread: UnreadParts; problems: Problem[] },
): DraftConcept {
  const found: Problem[] = [];
  const reading: Reading = {
    terms: [],
    definitions: {},
    sources: [],
    related: [],
    unread,
    problems: found,
  };
  for (const node of elements(entry)) {
    if (LANGUAGE_SECTIONS.has(node.name)) readLanguage(node, reading);
    else readCategory(node, undefined, reading);
  }
  const { terms, definitions, sources, related, category, residue } = reading;
  const plain: DraftConcept = {
    id: entry.attributes['id'] ?? fallbackId,
    terms,
    definitions,
    ...(category === undefined ? {} : { category }),
    sources,
    ...(related.length === 0 ? {} : { related }),
  };
  // A note of ours has what could not be written.
  if (residue === undefined) problems.push(...found);
  return addResidue(plain, residue);
}

function readLanguage(section: XmlNode, reading: Reading): void {
  const language = readTag(section.attributes['xml:lang'] ?? section.attributes['lang'] ?? '');
  for (const node of elements(section)) {
    if (TERM_SECTIONS.has(node.name)) readTerm(node, language, reading);
    else readCategory(node, language, reading);
  }
}

function readTerm(section: XmlNode, language: string, reading: Reading): void {
  const group = child(section, 'termGrp') ?? section;
  const text = child(group, 'term');
  if (text === undefined) return;
  let status: string | undefined;
  const parts = [...new Set([...elements(group), ...elements(section)])];
  // A status may stand in a group, with who gave it.
  for (const node of parts.flatMap((part) => (GROUPS.has(part.name) ? elements(part) : [part]))) {
    if (node.name === 'term' || node.name === 'termGrp') continue;
    const category = categoryOf(node);
    if (/^(administrativeStatus|normativeAuthorization|status)$/i.test(category)) {
      const named = readStatus(textOf(node));
      if (named === undefined) reading.problems.push(unknownStatus(textOf(node), { line: node.line }));
      status = named ?? status;
    } else readCategory(node, language, reading);
  }
  reading.terms.push({
    text: layoutFree(textOf(text)),
    language,
    ...(status === undefined ? {} : { status }),
  });
}

const categoryOf = (node: XmlNode): string =>
  CARRIERS.has(node.name) ? (node.attributes['type'] ?? '') : node.name;

function readCategory(node: XmlNode, language: string | undefined, reading: Reading): void {
  if (GROUPS.has(node.name)) {
    for (const each of elements(node)) readCategory(each, language, reading);
    return;
  }
  const text = layoutFree(textOf(node));
  const target = node.attributes['target'];
  // Programs with categories of their own write those of TBX with capitals.
  switch (categoryOf(node).toLowerCase()) {
    case 'definition': {
      const tag = node.attributes['xml:lang'];
      const key = tag === undefined ? (language ?? guessProseLanguage(text)) : readTag(tag);
      if (text === '' || reading.definitions[key] === text) return;
      if (!Object.hasOwn(reading.definitions, key)) reading.definitions[key] = text;
      else reading.problems.push(repeatedKey('definition', text, { line: node.line }));
      return;
    }
    case 'subjectfield':
    case 'subject':
    case 'domain':
      if (text === '') return;
      reading.category ??= text;
      if (reading.category !== text)
        reading.problems.push(repeatedKey('subjectField', text, { line: node.line }));
      return;
    case 'externalcrossreference':
    case 'xsource':
      if (target !== undefined) addSource(reading, target, text);
      return;
    case 'source':
      addSource(reading, target ?? findAddress(text), text);
      return;
    case 'crossreference':
      if (target !== undefined) reading.related.push(target);
      return;
    case 'note': {
      const residue = readNote(textOf(node));
      if (residue === undefined) reading.unread.add('note');
      else reading.residue = residue;
      return;
    }
    default:
      reading.unread.add(categoryOf(node) || node.name);
  }
}

function addSource(reading: Reading, url: string | undefined, text: string): void {
  if (url === undefined) reading.sources.push({ title: text });
  else if (!reading.sources.some((source) => source['url'] === url)) {
    reading.sources.push({ title: text === '' ? url.slice(0, 300) : text, url });
  }
}
