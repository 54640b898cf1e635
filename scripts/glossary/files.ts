import { readFileSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Glossary } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { READ_FORMATS, type ReadFormat } from '@/lib/glossary-import/formats';
import { parseGlossaryFile } from '@/lib/glossary-import/parse-file';
import { WRITERS } from '@/lib/glossary-import/write-file';
import { WRITE_FORMATS, type WriteFormat } from '@/lib/glossary-import/write-formats';
import { localDay } from '@/lib/i18n/local-day';
import { describeProblem } from './messages.ts';

/** What the reader of the command line did wrong: told without a stack. */
export class UsageError extends Error {}

/** In place of a file's name: standard input or output. */
export const STANDARD = '-';

export function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(readFileSync(path === STANDARD ? 0 : path));
  } catch (error) {
    throw new UsageError(`${path} can not be read: ${(error as Error).message}`);
  }
}

/** @param options.secret - for its owner's eyes only */
export function writeFile(path: string, text: string, { secret = false } = {}): void {
  try {
    writeFileSync(path === STANDARD ? 1 : path, text, secret ? { mode: 0o600 } : {});
  } catch (error) {
    throw new UsageError(`${path} can not be written: ${(error as Error).message}`);
  }
}

/** What --from may say: the formats that are texts. An archive is what it holds. */
export const FROM_FORMATS = READ_FORMATS.filter((format) => format !== 'xlsx' && format !== 'yomitan');

/** @throws {UsageError} if it is none that --from may say */
export function readFormat(named: string | undefined): ReadFormat | undefined {
  const format = FROM_FORMATS.find((each) => each === named);
  if (format !== undefined || named === undefined) return format;
  throw new UsageError(`${named} is no format that is read. --from ${FROM_FORMATS.join(' | ')}`);
}

/** A file as a glossary; what is wrong with it is printed. */
export function readGlossary(path: string, format: ReadFormat | undefined): Glossary | undefined {
  const { glossary, problems } = inspect(path, format);
  for (const problem of problems) console.error(`${path}: ${describeProblem(problem)}`);
  return glossary;
}

/**
 * A file as a glossary, and what is wrong with it. Our own format has to be right in everything.
 *
 * @param format that it is written in; found out if `undefined`
 */
export function inspect(
  path: string,
  format: ReadFormat | undefined,
): { glossary: Glossary | undefined; problems: Problem[] } {
  const parsed = parseGlossaryFile(readBytes(path), {
    name: basename(path),
    today: localDay(Date.now()),
    strict: true,
    ...(format !== undefined && { format }),
  });
  return { glossary: parsed.ok ? parsed.glossary : undefined, problems: parsed.problems };
}

/** The format that a file is to be written in: named, or the first with the ending of its name. */
export function formatFor(path: string, named: string | undefined): WriteFormat {
  const ending = extname(path).toLowerCase();
  const known =
    named === undefined
      ? WRITE_FORMATS.find((each) => `.${WRITERS[each].extension}` === ending)
      : WRITE_FORMATS.find((each) => each === named);
  if (known !== undefined) return known;
  throw new UsageError(`Which format? --to ${WRITE_FORMATS.join(' | ')}`);
}
