import { FORMAT } from '@/lib/glossary/format';
import type { Glossary } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { makeId } from '@/lib/glossary-import/header';
import { type ParsedFile, parseGlossaryFile } from '@/lib/glossary-import/parse-file';
import { decodePath } from './address';

/** A subscribed file as it was understood. */
export type ReadGlossary =
  | {
      ok: true;
      glossary: Glossary;
      /** Entries of the file that cannot be used. */
      skipped: number;
    }
  | { ok: false; code: 'not-a-glossary' | 'invalid'; problems: readonly Problem[] };

/** What is known of a file besides its bytes. */
export interface FileOrigin {
  address: string;
  /** Media type; empty if the server names none. */
  contentType: string;
  /** ISO 8601: when it was last changed, as far as anybody says. */
  updated: string;
}

/**
 * Reads a glossary from the bytes of a file, in any format and with all limits of the import. Nobody is there to be
 * asked, so it is stricter with what may be something else or broken: our JSON must be without errors; of the other
 * formats what can't be used is left out, as long as it is the smaller part; a table that nothing calls one must have
 * headings, or at least more than one column. A file that says nothing of itself gets name and id from its address.
 *
 * Time linear in the size of the file: seconds for the largest.
 */
export function readGlossary(bytes: Uint8Array, { address, contentType, updated }: FileOrigin): ReadGlossary {
  const { host, pathname, search } = new URL(address);
  const parsed = parseGlossaryFile(bytes, {
    name: decodePath(pathname),
    type: contentType,
    today: updated,
    // Two publishers may both have a glossary.csv, and one address many sheets.
    id: makeId(host + pathname + search, { exact: search !== '' }),
    strict: true,
  });
  const { problems } = parsed;
  if (isSomethingElse(parsed, bytes)) return { ok: false, code: 'not-a-glossary', problems };
  const invalid: ReadGlossary = {
    ok: false,
    code: 'invalid',
    problems: problems.filter(({ severity }) => severity === 'error'),
  };
  if (!parsed.ok) return invalid;
  const { glossary } = parsed;
  const skipped = parsed.skipped + problems.filter(hasCostAnEntry).length;
  if (skipped > glossary.concepts.length) return invalid;
  return { ok: true, glossary, skipped };
}

/** Whether an entry did not even become a concept that could be checked. */
function hasCostAnEntry({ severity, at }: Problem): boolean {
  return severity === 'error' && !/^concepts\[/.test(at.path ?? '');
}

/** Problems of files that are no glossary, rather than one with errors. */
const FOREIGN: ReadonlySet<string> = new Set<Problem['code']>([
  'file-empty',
  'file-unknown',
  'encoding-invalid',
  'format-unknown',
  'json-syntax',
  'term-column-missing',
]);

/** Servers send pages, messages and answers of all kinds in place of a file that is gone. */
function isSomethingElse(parsed: ParsedFile, bytes: Uint8Array): boolean {
  const { table, guessed, format } = parsed.reading;
  if (!parsed.ok) {
    const isForeign = parsed.problems.some(({ code, at }) => FOREIGN.has(code) && at.part === undefined);
    return isForeign && !(format === 'json' && isMeantAsOurs(bytes));
  }
  if (parsed.glossary.concepts.length === 0 && format !== 'json') return parsed.problems.length === 0;
  const hasHeadings = table?.columns.headings === true;
  if (guessed === true) return !hasHeadings;
  return table !== undefined && !hasHeadings && table.columns.roles.filter((role) => role !== '').length < 2;
}

/** Our JSON with an error in its syntax: its publisher wants to know where. */
function isMeantAsOurs(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 1000)).includes(FORMAT);
}
