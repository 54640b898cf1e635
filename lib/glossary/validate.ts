import * as v from 'valibot';
import { startCrossCheck } from './cross-checks';
import { asList, asRecord, Findings, jsonType } from './findings';
import { ConceptSchema, FORMAT, FORMAT_VERSION, GlossarySchema } from './format';
import { MAX_CONCEPTS } from './limits';
import type { Meter } from './meter';
import type { Concept, Glossary } from './model';
import { PROBLEM_CODES, type Problem, type ProblemCode, type ValuePath } from './problem';
import { findUnknownConceptKeys, findUnknownKeys } from './unknown-keys';

/** A glossary, perhaps with warnings; or what is wrong with it, warnings included. */
export type ParsedGlossary =
  | { ok: true; glossary: Glossary; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/** Concept by concept, so that who waits can be told how far it has come. */
const HeaderSchema = v.object({ ...GlossarySchema.entries, concepts: v.array(v.unknown()) });

/**
 * Makes a glossary of a value from outside (parsed JSON, a stored record): the only way to one.
 *
 * Finds all problems at once, in the order of the file. Only where the value is of another format or
 * version, or has more concepts than allowed, that is the one problem. The glossary is a copy without unknown keys and
 * without `format` and `formatVersion`. Never throws for what JSON can hold. Time linear in its size.
 *
 * @param meter - counts concepts
 */
export function parseGlossary(value: unknown, meter?: Meter): ParsedGlossary {
  const findings = new Findings(value);
  const root = asRecord(value);
  if (root === undefined) {
    findings.add('value-type', [], { expected: 'object', found: jsonType(value) });
    return { ok: false, problems: findings.list('any') };
  }
  if (!checkFormat(root, findings) || !checkSize(root, findings))
    return { ok: false, problems: findings.list('any') };

  const header = v.safeParse(HeaderSchema, root);
  for (const issue of header.issues ?? []) addIssue(issue, [], findings);
  findUnknownKeys(root, findings);
  const crossCheck = startCrossCheck(root, findings);
  const values = asList(root['concepts']);
  const concepts = values.map((each, at) => {
    const concept = v.safeParse(ConceptSchema, each);
    for (const issue of concept.issues ?? []) addIssue(issue, ['concepts', at], findings);
    crossCheck(each, at);
    findUnknownConceptKeys(each, at, findings);
    meter?.(at + 1, values.length);
    return concept.output;
  });
  if (!header.success || findings.hasErrors) return { ok: false, problems: findings.list('any') };

  const { format: _format, formatVersion: _formatVersion, ...rest } = header.output;
  // The schemas give plain strings and lists; ids become branded here and nowhere else.
  const glossary = { ...rest, concepts: concepts as Concept[] } as unknown as Glossary;
  return { ok: true, glossary, warnings: findings.list('warning') };
}

/** Whether the value claims to be what this program can read. */
function checkFormat(root: Readonly<Record<string, unknown>>, findings: Findings): boolean {
  const { format, formatVersion } = root;
  if (format !== FORMAT) {
    findings.add('format-unknown', ['format'], { expected: FORMAT });
    return false;
  }
  if (formatVersion !== FORMAT_VERSION) {
    const found = typeof formatVersion === 'number' ? formatVersion : jsonType(formatVersion);
    findings.add('format-version-unknown', ['formatVersion'], { expected: FORMAT_VERSION, found });
    return false;
  }
  return true;
}

/** Looked at before anything else: the limit is there to save the time that the rest would take. */
function checkSize(root: Readonly<Record<string, unknown>>, findings: Findings): boolean {
  const { length } = asList(root['concepts']);
  if (length > MAX_CONCEPTS) findings.add('list-too-long', ['concepts'], { limit: MAX_CONCEPTS, length });
  return length <= MAX_CONCEPTS;
}

const codes: ReadonlySet<string> = new Set(PROBLEM_CODES);

function isCode(message: string): message is ProblemCode {
  return codes.has(message);
}

/** @param place - of the value that was checked */
function addIssue(issue: v.BaseIssue<unknown>, place: ValuePath, findings: Findings): void {
  const steps = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const path = [...place, ...steps];
  if (issue.kind === 'schema' && issue.received === 'undefined') {
    findings.add('key-missing', path, { key: path.at(-1) ?? '' });
  } else if (isCode(issue.message)) {
    findings.add(issue.message, path, describe(issue));
  } else {
    findings.add('value-type', path, {
      expected: (issue.expected ?? '').toLowerCase(),
      found: jsonType(issue.input),
    });
  }
}

/** Longer values than this are cut in messages. */
const LONGEST_QUOTE = 80;

function describe({ message, input, expected, requirement }: v.BaseIssue<unknown>): Problem['params'] {
  switch (message as ProblemCode) {
    case 'text-too-long':
    case 'list-too-long':
      return { limit: Number(requirement), length: sizeOf(input) };
    case 'value-unknown':
      return { expected: (expected ?? '').replaceAll(/["()]/g, ''), found: quote(input) };
    case 'id-invalid':
    case 'language-invalid':
    case 'date-invalid':
    case 'expires-invalid':
    case 'public-key-invalid':
    case 'url-invalid':
      return { found: quote(input) };
    case 'url-scheme':
      return { found: String(input).split(':')[0] ?? '' };
    case 'text-control':
      return { codePoint: codePointOf(/\p{Cc}/u.exec(String(input).replaceAll('\n', ''))?.[0] ?? '\n') };
    default:
      return {};
  }
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return Object.keys(asRecord(value) ?? {}).length;
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LONGEST_QUOTE
    ? `${text.slice(0, LONGEST_QUOTE).toWellFormed()}…`
    : text.toWellFormed();
}

function codePointOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
