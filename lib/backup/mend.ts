import { standIn } from '@/lib/glossary/check-concept';
import { asList, asRecord } from '@/lib/glossary/findings';
import { FORMAT, FORMAT_VERSION } from '@/lib/glossary/format';
import type { Json } from '@/lib/glossary/formats/draft';
import { guessProseLanguage } from '@/lib/glossary/formats/guess-language';
import { MAX_CATEGORIES } from '@/lib/glossary/limits';
import { freeId } from '@/lib/glossary/merge';
import type { Glossary, LocalizedText } from '@/lib/glossary/model';
import { plainName } from '@/lib/glossary/plain-name';
import type { Problem, ProblemCode, ProblemPlace } from '@/lib/glossary/problem';
import { parseGlossary } from '@/lib/glossary/validate';
import { acceptDraft } from '@/lib/glossary-import/accept';
import { makeId } from '@/lib/glossary-import/header';

/** Something in a backup that breaks a rule of the format, as an older version could write it. */
export interface Mending {
  /** Name of the glossary. */
  glossary: LocalizedText;
  /** What the concept is called, or which part of the header it is. */
  name: string;
  /** An error has cost the concept, a warning a part of it. */
  problem: Problem;
}

/** What is said of a glossary though nothing of it has to be left out. */
const ODDITIES: ReadonlySet<ProblemCode> = new Set(['headword-language', 'key-unknown']);

export type Mended =
  | { ok: true; glossary: Glossary; mendings: readonly Mending[] }
  | { ok: false; problem: Problem | undefined };

/** What is wrong with these is wrong with the whole: it is no glossary, or none that this program knows. */
const WHOLE: ReadonlySet<string | undefined> = new Set(['format', 'formatVersion', 'concepts']);

/**
 * A glossary of a backup. What breaks rules is mended as in one that is imported: a part of a concept is left out, or
 * else the concept; so is a part of the header, or what has to be there comes in a form that will do.
 *
 * @param taken - the ids of the backup: one that has to change becomes none of these
 */
export function mendGlossary(file: Json, taken: ReadonlySet<unknown> = new Set()): Mended {
  const parsed = parseGlossary(file);
  if (parsed.ok) return { ok: true, glossary: parsed.glossary, mendings: [] };
  const fault = parsed.problems.find(({ severity, at }) => severity === 'error' && WHOLE.has(at.path));
  if (fault !== undefined) return { ok: false, problem: fault };
  const { concepts: list, ...header } = file;
  const concepts = asList(list) as readonly Json[];
  const draft = { header: {}, concepts, problems: [], locate: () => ({}) };
  const accepted = acceptDraft(draft, header, { spare: spareHeader(header, concepts, taken) });
  if (!accepted.ok) return { ok: false, problem: accepted.problems[0] };
  const { glossary, problems } = accepted;
  const mendings = problems
    .filter(({ code }) => !ODDITIES.has(code))
    .map((problem) => ({ glossary: glossary.name, name: nameOf(concepts, problem), problem }));
  return { ok: true, glossary, mendings };
}

/** What takes the place of parts of a header that won't do: as much of them as will. */
function spareHeader(header: Json, concepts: readonly Json[], taken: ReadonlySet<unknown>): Json {
  const id = makeId(String(header['id']));
  const texts = Object.values(asRecord(header['name']) ?? {}).map((text) => plainName(String(text)));
  const name = texts.find((text) => text !== '') ?? id;
  return {
    id: taken.has(id) ? freeId(id, taken) : id,
    name: { [guessProseLanguage(name)]: name },
    version: '1',
    // Any edition that comes is newer.
    updated: '1970-01-01',
    language: 'zh-Hans',
    categories: fewerCategories(asRecord(header['categories']) ?? {}, concepts),
  };
}

/** As many categories as there may be; those of concepts before others. */
function fewerCategories(categories: Json, concepts: readonly Json[]): Json {
  const used = new Set(concepts.map((concept) => asRecord(concept)?.['category']));
  const keys = Object.keys(categories);
  const wanted = [...keys.filter((key) => used.has(key)), ...keys.filter((key) => !used.has(key))];
  const kept = new Set(wanted.slice(0, MAX_CATEGORIES));
  return Object.fromEntries(Object.entries(categories).filter(([key]) => kept.has(key)));
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

/** Nothing of the concept is certain: its headword, else its id, else where it stands, as a part of the header does. */
function nameOf(concepts: readonly Json[], { at }: Problem): string {
  const concept = asRecord(concepts[ordinalOf(at) ?? -1]);
  const names = [asRecord(asList(concept?.['terms'])[0])?.['text'], concept?.['id']];
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? at.path ?? '';
}
