import { asList, asRecord } from '@/lib/glossary/findings';
import { FORMAT, FORMAT_VERSION } from '@/lib/glossary/format';
import type { Draft, Json } from '@/lib/glossary/formats/draft';
import type { Meter } from '@/lib/glossary/meter';
import type { ConceptId, Glossary } from '@/lib/glossary/model';
import { type Problem, showValue } from '@/lib/glossary/problem';
import { type ParsedGlossary, parseGlossary } from '@/lib/glossary/validate';
import { isOpenRelation, type OpenRelations } from './relations';
import { repairConcept, repairHeader } from './repair';

/** What of a draft will do as a glossary. */
export type Accepted =
  | {
      ok: true;
      glossary: Glossary;
      /** Everything that was found, in the order of the file. An error has cost a concept, a warning a part of one. */
      problems: Problem[];
      /** Concepts that could not be taken. */
      skipped: number;
      /** Relations among what had to be left out; `problems` has theirs too. */
      relations: OpenRelations;
    }
  | { ok: false; problems: Problem[] };

/** Leaving something out can only break what refers to it, and that is left out next. */
const MAX_ROUNDS = 5;

/**
 * Checks a draft by the rules of our own format. What breaks them is left out, as little as possible: a
 * source with a broken address, a term that is too long, a part of the header, else the concept; a problem says so each
 * time.
 *
 * @param header - complete: what the draft's own header lacks is filled in
 * @param options.spare - a header that will do: its parts take the place of those that won't
 * @param options.strict - nothing is left out: one error makes the whole useless
 * @param options.meter - counts concepts
 */
export function acceptDraft(
  draft: Draft,
  header: Json,
  { spare = {}, strict = false, meter }: { spare?: Json; strict?: boolean; meter?: Meter } = {},
): Accepted {
  let concepts: { value: Json; ordinal: number }[] = draft.concepts.map((value, ordinal) => ({
    value,
    ordinal,
  }));
  let found: { ordinal: number; problem: Problem }[] = [];
  let skipped = 0;
  let checked = header;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const parsed: ParsedGlossary = parseGlossary(
      {
        ...checked,
        format: FORMAT,
        formatVersion: FORMAT_VERSION,
        concepts: concepts.map(({ value }) => value),
      },
      // Later rounds look again at what is left: who waits has been told of every concept.
      round === 0 ? meter : undefined,
    );
    const problems = parsed.ok ? parsed.warnings : parsed.problems;
    const placed = problems.map((problem) => placeProblem(problem, concepts, draft));
    if (parsed.ok) {
      found = [...found, ...placed];
      return {
        ok: true,
        glossary: parsed.glossary,
        problems: inOrder(draft, found),
        skipped,
        relations: openRelations(draft, found),
      };
    }
    const errors = placed.filter(({ problem }) => problem.severity === 'error');
    const ofHeader = errors.filter(({ ordinal }) => ordinal === HEADER);
    if (strict || (ofHeader.length > 0 && round > 0)) {
      return { ok: false, problems: inOrder(draft, [...found, ...placed]) };
    }
    if (ofHeader.length > 0) {
      checked = repairHeader(
        header,
        spare,
        ofHeader.map(({ problem }) => problem.at.path ?? ''),
      );
      for (const { problem } of ofHeader)
        found.push({ ordinal: HEADER, problem: { ...problem, severity: 'warning' } });
    }
    const wrong = new Map<number, typeof errors>();
    for (const error of errors) {
      const own = wrong.get(error.ordinal);
      if (own === undefined) wrong.set(error.ordinal, [error]);
      else own.push(error);
    }
    concepts = concepts.flatMap((concept) => {
      const own = wrong.get(concept.ordinal);
      if (own === undefined) return [concept];
      const value =
        round + 1 === MAX_ROUNDS
          ? undefined
          : repairConcept(
              concept.value,
              own.map(({ path }) => path),
            );
      const severity = value === undefined ? 'error' : 'warning';
      for (const { ordinal, problem } of own) found.push({ ordinal, problem: { ...problem, severity } });
      if (value === undefined) skipped += 1;
      return value === undefined ? [] : [{ ...concept, value }];
    });
  }
  throw new Error(`A glossary is still not valid after ${MAX_ROUNDS} rounds of leaving out what is wrong`);
}

function openRelations(draft: Draft, found: readonly { ordinal: number; problem: Problem }[]): OpenRelations {
  const open = found.filter(({ problem }) => isOpenRelation(problem));
  const related = new Map<ConceptId, string[]>();
  for (const { ordinal } of open) {
    const concept = draft.concepts[ordinal];
    const names = asList(concept?.['related']).filter((name) => typeof name === 'string');
    related.set(concept?.['id'] as ConceptId, names);
  }
  return { related, problems: open.map(({ problem }) => problem) };
}

/** Before the concepts: problems of the header. */
const HEADER = -1;

interface PlacedProblem {
  /** Of the concept in the draft, or `HEADER`. */
  ordinal: number;
  /** From the concept to the value. */
  path: string;
  problem: Problem;
}

const IN_CONCEPT = /^concepts\[(\d+)\]\.?(.*)$/;

/** Says where in the file the value stands, and what it is. */
function placeProblem(
  problem: Problem,
  concepts: readonly { value: Json; ordinal: number }[],
  draft: Draft,
): PlacedProblem {
  const match = IN_CONCEPT.exec(problem.at.path ?? '');
  const concept = match === null ? undefined : concepts[Number(match[1])];
  if (match === null || concept === undefined) return { ordinal: HEADER, path: '', problem };
  const path = match[2] ?? '';
  const value = showValue(valueAt(concept.value, path));
  return {
    ordinal: concept.ordinal,
    path,
    problem: {
      ...problem,
      ...(value === undefined ? {} : { value }),
      at: {
        ...draft.locate(concept.ordinal, path),
        path: `concepts[${concept.ordinal}]${path === '' ? '' : `.${path}`}`,
        ...(problem.at.conceptId === undefined ? {} : { conceptId: problem.at.conceptId }),
      },
    },
  };
}

/** In the order of the file, as far as places tell. */
function inOrder(draft: Draft, found: readonly { ordinal: number; problem: Problem }[]): Problem[] {
  const byConcept = [...found].sort((a, b) => a.ordinal - b.ordinal).map(({ problem }) => problem);
  const lineOf = ({ at }: Problem): number => at.row ?? at.line ?? 0;
  return [...draft.problems, ...byConcept].sort((a, b) => lineOf(a) - lineOf(b));
}

/** The value that a path as `formatPath` writes it leads to. */
function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const [, name, ordinal, quoted] of path.matchAll(/([\w$]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/g)) {
    value = ordinal === undefined ? asRecord(value)?.[name ?? quoted ?? ''] : asList(value)[Number(ordinal)];
  }
  return value;
}
