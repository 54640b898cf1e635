import { FORMAT, FORMAT_VERSION } from '@/lib/glossary/format';
import { MAX_FILE_LENGTH } from '@/lib/glossary/limits';
import type { Glossary } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { type ParsedGlossary, parseGlossary } from '@/lib/glossary/validate';
import { refuse } from './draft';
import { findSyntaxError } from './json-syntax';

/** Any JSON value; or where it stops being JSON. */
export type ParsedJson = { ok: true; value: unknown } | { ok: false; problems: Problem[] };

/**
 * Reads the text of a JSON file. A byte order mark at the beginning is skipped. A syntax error is a problem
 * with the line and column of the first character that is wrong, the same in every browser. A key that is
 * there twice counts the last time.
 */
export function parseJson(text: string): ParsedJson {
  if (text.length > MAX_FILE_LENGTH) {
    return refuse('file-too-long', { limit: MAX_FILE_LENGTH, length: text.length });
  }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch (error) {
    // V8 reports a depth that exhausts its stack as a range error.
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
    return refuse('json-syntax', {}, locate(json, findSyntaxError(json) ?? json.length));
  }
}

/** Reads a glossary from the text of a JSON file; all of it must be right. */
export function parseGlossaryText(text: string): ParsedGlossary {
  const json = parseJson(text);
  return json.ok ? parseGlossary(json.value) : json;
}

/** The text of a glossary's file: two spaces a level, keys in the order of the documentation, one line feed at the end. */
export function serializeGlossary({ concepts, ...header }: Glossary): string {
  const file = { format: FORMAT, formatVersion: FORMAT_VERSION, ...header, concepts };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Line and column of an offset, both from 1. Lines end with LF, CR or both. */
function locate(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
