import { parseCsv } from '@/lib/glossary/formats/csv';
import { decodeText } from '@/lib/glossary/formats/decode';
import { parseGlossaryText } from '@/lib/glossary/formats/json';
import { detectColumns } from '@/lib/glossary/formats/table/columns';
import { splitRole } from '@/lib/glossary/formats/table/roles';
import { draftTable } from '@/lib/glossary/formats/table/table-draft';
import type { Glossary } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { acceptDraft } from '@/lib/glossary-import/accept';
import { completeHeader, makeId } from '@/lib/glossary-import/header';

/** A subscribed file as it was understood. */
export type ReadGlossary =
  | { ok: true; glossary: Glossary }
  | { ok: false; code: 'not-a-glossary' | 'invalid'; problems: readonly Problem[] };

/** What is known of a file besides its bytes. */
export interface FileOrigin {
  address: string;
  /** Media type; empty if the server names none. */
  contentType: string;
  /** ISO 8601: when it was last changed, as far as anybody says. */
  updated: string;
}

/** Whether these bytes begin as a web page does: what servers send in place of a file that is gone. */
export function looksLikePage(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  return /^<(?:!doctype html|html|head|body|script|meta)\b/i.test(start);
}

/**
 * Reads a glossary from the bytes of a file: our JSON, or a table (CSV, TSV), where name, address or media type say that
 * it is one. JSON must be without errors. Of a table rows that cannot be used are left out; it gets a name and an id
 * from its address. The other formats are read on import only: their parsers would double what the background loads
 * each time a page wakes it.
 */
export function readGlossary(bytes: Uint8Array, origin: FileOrigin): ReadGlossary {
  if (looksLikePage(bytes)) return { ok: false, code: 'not-a-glossary', problems: [] };
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, code: 'not-a-glossary', problems: decoded.problems };
  const { text } = decoded;
  const delimiter = delimiterOf(origin);
  if (delimiter !== undefined && !text.trimStart().startsWith('{')) {
    return readTable(text, delimiter, origin);
  }
  const parsed = parseGlossaryText(text);
  if (parsed.ok) return { ok: true, glossary: parsed.glossary };
  const foreign = parsed.problems.some(({ code }) => code === 'format-unknown' || code === 'json-syntax');
  return { ok: false, code: foreign ? 'not-a-glossary' : 'invalid', problems: parsed.problems };
}

/** What separates the cells of a table; `undefined` for what is none. */
function delimiterOf({ address, contentType }: FileOrigin): ',' | '\t' | undefined {
  const { pathname } = new URL(address);
  if (/\.(?:tsv|tab)$/i.test(pathname) || /^text\/tab-separated-values\b/i.test(contentType)) return '\t';
  return /\.csv$/i.test(pathname) || /^text\/csv\b/i.test(contentType) ? ',' : undefined;
}

function readTable(text: string, delimiter: ',' | '\t', { address, updated }: FileOrigin): ReadGlossary {
  const read = parseCsv(text, delimiter);
  if (!read.ok) return { ok: false, code: 'invalid', problems: read.problems };
  const columns = detectColumns(read.table.rows);
  const hasTerms = columns.roles.some((role) => TERM_ROLES.includes(splitRole(role).kind));
  if (!hasTerms) return { ok: false, code: 'not-a-glossary', problems: read.problems };
  const draft = draftTable(read.table, { columns });
  const { host, pathname } = new URL(address);
  const header = completeHeader(draft.header, { name: decodePath(pathname), today: updated });
  // Two publishers may both have a glossary.csv.
  const accepted = acceptDraft(draft, { ...header, id: draft.header['id'] ?? makeId(host + pathname) });
  if (!accepted.ok) return { ok: false, code: 'invalid', problems: accepted.problems };
  if (accepted.glossary.concepts.length > 0) return { ok: true, glossary: accepted.glossary };
  return { ok: false, code: 'invalid', problems: accepted.problems };
}

const TERM_ROLES: readonly string[] = ['term', 'translation', 'glossary'];

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // Not every server escapes its paths as UTF-8.
    if (error instanceof URIError) return path;
    throw error;
  }
}
