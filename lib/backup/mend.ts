import { standIn } from '@/lib/glossary/check-concept';
import { asList, asRecord } from '@/lib/glossary/findings';
import { FORMAT, FORMAT_VERSION } from '@/lib/glossary/format';
import type { Json } from '@/lib/glossary/formats/draft';
import type { Glossary, LocalizedText } from '@/lib/glossary/model';
import type { Problem, ProblemCode, ProblemPlace } from '@/lib/glossary/problem';
import { parseGlossary } from '@/lib/glossary/validate';
import { acceptDraft } from '@/lib/glossary-import/accept';

/** Something in a backup that breaks a rule of the format, as an older version could write it. */
export interface Mending {
  /** Name of the glossary. */
  glossary: LocalizedText;
  /** What the concept is called. */
  name: string;
  /** An error has cost the concept, a warning a part of it. */
  problem: Problem;
}

/** What is said of a glossary though nothing of it has to be left out. */
const ODDITIES: ReadonlySet<ProblemCode> = new Set(['headword-language', 'key-unknown']);

export type Mended =
  | { ok: true; glossary: Glossary; mendings: readonly Mending[] }
  | { ok: false; problem: Problem | undefined };

/**
 * A glossary of a backup. Where single concepts break rules it is mended as one that is imported: a part is left out,
 * or else the concept. What is wrong with its header is not mended.
 */
export function mendGlossary(file: Json): Mended {
  const parsed = parseGlossary(file);
  if (parsed.ok) return { ok: true, glossary: parsed.glossary, mendings: [] };
  const fault = parsed.problems.find(
    ({ severity, at }) => severity === 'error' && ordinalOf(at) === undefined,
  );
  if (fault !== undefined) return { ok: false, problem: fault };
  const { concepts: list, ...header } = file;
  const concepts = asList(list) as readonly Json[];
  const accepted = acceptDraft({ header: {}, concepts, problems: [], locate: () => ({}) }, header);
  if (!accepted.ok) return { ok: false, problem: accepted.problems[0] };
  const { glossary, problems } = accepted;
  const mendings = problems
    .filter(({ code }) => !ODDITIES.has(code))
    .map((problem) => ({ glossary: glossary.name, name: nameOf(concepts, problem), problem }));
  return { ok: true, glossary, mendings };
}

/**
 * The same for the concepts that a reader has put over a glossary. Their relations may lead to concepts that an update
 * has taken away meanwhile.
 */
export function mendEdits(put: readonly Json[], { concepts: _, ...header }: Glossary): Mended {
  const own = new Set(put.map(({ id }) => id));
  const others = [...new Set(put.flatMap(({ related }) => asList(related)))].filter(
    (id): id is string => typeof id === 'string' && !own.has(id),
  );
  const concepts = [...put, ...others.map((id) => standIn(id, header.language))];
  const mended = mendGlossary({ format: FORMAT, formatVersion: FORMAT_VERSION, ...header, concepts });
  if (!mended.ok) return mended;
  const { glossary, mendings } = mended;
  const strangers = new Set(others);
  return {
    ok: true,
    glossary: { ...glossary, concepts: glossary.concepts.filter(({ id }) => !strangers.has(id)) },
    mendings: mendings.filter(({ problem }) => (ordinalOf(problem.at) ?? 0) < put.length),
  };
}

/** Of the concept that a problem is in; `undefined` if it is in none. */
function ordinalOf({ path = '' }: ProblemPlace): number | undefined {
  const [, ordinal] = /^concepts\[(\d+)\]/.exec(path) ?? [];
  return ordinal === undefined ? undefined : Number(ordinal);
}

/** Nothing of the concept is certain: its headword, else its id, else where it stands. */
function nameOf(concepts: readonly Json[], { at }: Problem): string {
  const concept = asRecord(concepts[ordinalOf(at) ?? 0]);
  const names = [asRecord(asList(concept?.['terms'])[0])?.['text'], concept?.['id']];
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? at.path ?? '';
}
