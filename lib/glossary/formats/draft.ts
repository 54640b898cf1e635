import type { Problem, ProblemPlace } from '@/lib/glossary/problem';

/** Anything with keys, as it comes from outside. */
export type Json = Readonly<Record<string, unknown>>;

/**
 * What a format makes of a file: values in the shape of our own format, not checked yet. What reads a format
 * knows its syntax and what its parts mean; whether the values will do is decided for all of them alike.
 */
export interface Draft {
  /** What the file says about the glossary itself; keys that it says nothing about are absent. */
  header: Json;
  concepts: readonly Json[];
  /** What was found while reading, in the order of the file; errors have left something out. */
  problems: readonly Problem[];
  /**
   * Where in the file a value of a concept stands. `path` leads from the concept to the value
   * (`terms[0].text`), and is empty for the concept itself.
   */
  locate(concept: number, path: string): ProblemPlace;
}

/** A draft; or why nothing could be made of the file. */
export type ReadResult = { ok: true; draft: Draft } | { ok: false; problems: Problem[] };

/** The result for a file that nothing can be made of. */
export function refuse(
  code: Problem['code'],
  params: Problem['params'] = {},
  at: ProblemPlace = {},
): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ code, severity: 'error', at, params }] };
}
