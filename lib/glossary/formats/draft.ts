import { asList, asRecord } from '@/lib/glossary/findings';
import { type Problem, type ProblemPlace, showValue } from '@/lib/glossary/problem';
import { arrangeTerms, type DraftTerm, mainLanguage } from './arrange-terms';
import { categoryNames, keyCategories } from './category-keys';
import { conceptId } from './concept-id';
import { cleanLine, cleanProse } from './control-characters';

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

/** An entry of a file as a concept, and where it stands. */
export interface DraftEntry {
  concept: DraftConcept;
  at: ProblemPlace;
}

/** A concept of a draft; its category is a name or a key. */
export interface DraftConcept extends Json {
  /** Its own, or what `blankId` gives out: it then gets its name as its id, so that the next edition of the file finds it again. */
  id: string;
  terms: readonly DraftTerm[];
}

/** Begins ids that only hold while a file is read. No id of a file's own does: control characters are refused. */
const BLANK = '\0';

/** An id for an entry that has none; `name` tells it from the others of its file. */
export const blankId = (name: number | string): string => `${BLANK}${name}`;

/**
 * A draft of entries that are whole by themselves. Terms are put in order, names of categories get keys, concepts
 * without an id of their own get their names.
 */
export function draftEntries(
  entries: readonly DraftEntry[],
  { header, problems = [] }: { header: Json; problems?: readonly Problem[] },
): Draft {
  const given = typeof header['language'] === 'string' ? header['language'] : undefined;
  const main = given ?? mainLanguage(entries.map(({ concept }) => concept.terms[0]));
  // A file of ours, which alone has an id, has its headwords in front.
  const wanted = header['id'] === undefined ? given : undefined;
  const { concepts, categories } = keyCategories(
    nameBlank(entries.map(({ concept }) => cleanTexts(concept))).map((concept) => ({
      ...concept,
      terms: arrangeTerms(concept.terms, wanted),
    })),
    categoryNames(header['categories']),
  );
  return {
    header: { language: main, ...header, categories: { ...asRecord(header['categories']), ...categories } },
    concepts,
    problems,
    locate: (concept) => entries[concept]?.at ?? {},
  };
}

/** What is read has line ends in definitions alone, and no other control characters. */
function cleanTexts(concept: DraftConcept): DraftConcept {
  const definitions = Object.entries(asRecord(concept['definitions']) ?? {});
  return {
    ...concept,
    terms: concept.terms.map((term) => ({ ...term, text: cleaned(term.text, cleanLine) })),
    definitions: mapTexts(definitions, cleanProse),
    sources: asList(concept['sources']).map((source) =>
      mapTexts(Object.entries(asRecord(source) ?? {}), cleanLine),
    ),
  };
}

/** A text, cleaned; what is none stays, and is found to be wrong later. */
const cleaned = <Value>(value: Value, clean: (text: string) => string): Value | string =>
  typeof value === 'string' ? clean(value) : value;

const mapTexts = (entries: readonly [string, unknown][], clean: (text: string) => string): Json =>
  Object.fromEntries(entries.map(([key, value]) => [key, cleaned(value, clean)]));

/** The first of a name gets it as its id, the next ones with a number behind it. */
function nameBlank(concepts: readonly DraftConcept[]): DraftConcept[] {
  const taken = new Set(concepts.map(({ id }) => id));
  const counts = new Map<string, number>();
  const named = new Map<string, string>();
  for (const { id, terms } of concepts) {
    if (!id.startsWith(BLANK)) continue;
    const name = conceptId(String(terms[0]?.text ?? ''));
    let count = counts.get(name) ?? 0;
    let own: string;
    do {
      count += 1;
      own = count === 1 ? name : `${name} (${count})`;
    } while (taken.has(own));
    counts.set(name, count);
    taken.add(own);
    named.set(id, own);
  }
  return concepts.map((concept) => {
    const { id, related } = concept;
    return {
      ...concept,
      id: named.get(id) ?? id,
      ...(Array.isArray(related) && { related: related.map((other) => named.get(other) ?? other) }),
    };
  });
}

/** A further text for what a concept has once, which is left out. */
export function repeatedKey(key: string, text: string, at: ProblemPlace): Problem {
  const value = showValue(text);
  return {
    code: 'key-repeated',
    severity: 'warning',
    at,
    ...(value === undefined ? {} : { value }),
    params: { key },
  };
}

/** Counts what a format holds and ours does not, to be told once for the whole file. */
export class UnreadParts {
  readonly #counts = new Map<string, number>();

  add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The most frequent first. */
  list(): Problem[] {
    return [...this.#counts]
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => ({
        code: 'part-unread',
        severity: 'warning',
        at: {},
        params: { name, count },
      }));
  }
}
