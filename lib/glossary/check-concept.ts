import { FORMAT, FORMAT_VERSION } from './format';
import type { Concept, GlossaryHeader, LanguageTag } from './model';
import type { Problem } from './problem';
import { type ParsedGlossary, parseGlossary } from './validate';

/** A concept that holds to the format; or what is wrong with it, paths counted from the concept. */
export type CheckedConcept = { ok: true; concept: Concept } | { ok: false; problems: Problem[] };

const OWN_PLACE = /^concepts\[0\]\.?/;

/**
 * Checks one concept by the rules of files, as if it stood in its glossary.
 *
 * @param isTaken whether another concept of the glossary has an id
 * @example
 * checkConcept({ …, terms: [] }, header, …)  // → { ok: false, problems: [{ code: 'list-empty', at: { path: 'terms' }, … }] }
 */
export function checkConcept(
  value: Readonly<Record<string, unknown>>,
  header: GlossaryHeader,
  isTaken: (id: string) => boolean,
): CheckedConcept {
  const { id, related } = value;
  const named = new Set([id, ...(Array.isArray(related) ? related : [])]);
  const others = [...named].filter((each): each is string => typeof each === 'string' && isTaken(each));
  const parsed = parseGlossary({
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    ...header,
    concepts: [value, ...others.map((other) => standIn(other, header.language))],
  });
  const [concept] = parsed.ok ? parsed.glossary.concepts : [];
  if (concept !== undefined) return { ok: true, concept };
  // The header alone can't be at fault: it was checked when it was stored.
  return { ok: false, problems: errorsOf(parsed).flatMap(relocate) };
}

/** What makes a value useless, without what is merely odd. */
function errorsOf(parsed: ParsedGlossary): Problem[] {
  return parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === 'error');
}

/** What stands for another concept of the glossary, of which only the id matters. */
export function standIn(id: string, language: LanguageTag): Readonly<Record<string, unknown>> {
  return { id, terms: [{ text: id, language, status: 'preferred' }], definitions: {}, sources: [] };
}

function relocate(problem: Problem): Problem[] {
  const { path = '' } = problem.at;
  if (OWN_PLACE.test(path)) return [{ ...problem, at: { path: path.replace(OWN_PLACE, '') } }];
  return problem.code === 'concept-id-duplicate' ? [{ ...problem, at: { path: 'id' } }] : [];
}

/** A header that holds to the format; or what is wrong with it. */
export type CheckedHeader = { ok: true; header: GlossaryHeader } | { ok: false; problems: Problem[] };

/** Checks what is written about a glossary by the rules of files, as if it had no concepts. */
export function checkHeader(value: Readonly<Record<string, unknown>>): CheckedHeader {
  const parsed = parseGlossary({
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    ...value,
    concepts: [],
  });
  if (!parsed.ok) return { ok: false, problems: errorsOf(parsed) };
  const { concepts: _concepts, ...header } = parsed.glossary;
  return { ok: true, header };
}
