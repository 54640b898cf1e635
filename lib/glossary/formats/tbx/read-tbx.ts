import { asRecord } from '@/lib/glossary/findings';
import {
  blankId,
  type DraftEntry,
  draftEntries,
  type Json,
  type ReadResult,
  refuse,
  UnreadParts,
} from '@/lib/glossary/formats/draft';
import { guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { readNote } from '@/lib/glossary/formats/residue';
import {
  child,
  elements,
  layoutFree,
  readXml,
  textOf,
  type XmlNode,
} from '@/lib/glossary/formats/xml/read-xml';
import { MAX_CONCEPTS } from '@/lib/glossary/limits';
import type { Meter } from '@/lib/glossary/meter';
import type { Problem } from '@/lib/glossary/problem';
import { readEntry } from './tbx-entry';

const HEADERS = new Set(['tbxHeader', 'martifHeader', 'header']);
const WANTED = new Set(['conceptEntry', 'termEntry', ...HEADERS]);

/** Reads the text of a TBX file: ISO 30042:2019 (DCA and DCT), 2008, TBX-Basic version 2, TBX-Min. `meter` counts code units. */
export function readTbx(text: string, meter?: Meter): ReadResult {
  const unread = new UnreadParts();
  const problems: Problem[] = [];
  const entries: (DraftEntry & { entryId: string | undefined })[] = [];
  let header: Json = {};
  let root = '';
  const problem = readXml(text, {
    wanted: WANTED,
    ...(meter && { meter }),
    onRoot: ({ name }) => {
      root = name;
    },
    onElement: (node) => {
      if (HEADERS.has(node.name)) header = readHeader(node);
      else {
        const concept = readEntry(node, { fallbackId: blankId(entries.length), unread, problems });
        entries.push({ concept, at: { line: node.line }, entryId: node.attributes['id'] });
      }
    },
  });
  if (problem !== undefined) return { ok: false, problems: [problem] };
  if (!/^(tbx|martif)$/i.test(root)) return refuse('file-unknown', { found: `XML <${root}>` });
  if (entries.length === 0 && Object.keys(header).length === 0) return refuse('concepts-missing');
  if (entries.length > MAX_CONCEPTS)
    return refuse('list-too-long', { limit: MAX_CONCEPTS, length: entries.length });

  // An entry is named by its id in the file, a concept by its own.
  const ids = new Map(entries.map(({ entryId, concept }) => [entryId, concept.id]));
  for (const { concept } of entries) {
    const related = concept['related'];
    if (Array.isArray(related)) Object.assign(concept, { related: related.map((id) => ids.get(id) ?? id) });
  }
  return { ok: true, draft: draftEntries(entries, { header, problems: [...unread.list(), ...problems] }) };
}

function readHeader(node: XmlNode): Json {
  const file = child(node, 'fileDesc') ?? node;
  const title = child(child(file, 'titleStmt'), 'title');
  const name = title === undefined ? '' : layoutFree(textOf(title));
  const description: string[] = [];
  for (const section of elements(file)) {
    for (const paragraph of elements(section)) {
      if (paragraph.name !== 'p') continue;
      const own = asRecord(readNote(textOf(paragraph))?.['glossary']);
      if (own !== undefined) return own;
      description.push(layoutFree(textOf(paragraph)));
    }
  }
  const about = description.join('\n').trim();
  return {
    ...(name === '' ? {} : { name: { [guessProseLanguage(name)]: name } }),
    ...(about === '' ? {} : { description: { [guessProseLanguage(about)]: about } }),
  };
}
