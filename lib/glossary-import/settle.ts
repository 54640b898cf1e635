import { MAX_CONCEPTS } from '@/lib/glossary/limits';
import type { Concept, Glossary, LocalizedText } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';
import { type ImportMode, type ImportPlan, planImport } from './plan';
import { closeRelations, NO_OPEN_RELATIONS } from './relations';

/** What a glossary would become by an import, and how it differs from what it is. */
export type Settled =
  | {
      ok: true;
      glossary: Glossary;
      plan: ImportPlan;
      /** What of the file has no place there, relations that lead nowhere included. */
      problems: Problem[];
    }
  | { ok: false; problems: Problem[] };

/**
 * Works out what importing a file into a glossary makes of it. The glossary keeps its header; categories of
 * the file that it does not have are added, or, if they can't be, left out.
 *
 * @param target - `undefined` for a new one: it then is what the file holds
 * @param options.fixedHeader - nothing can be added to it: it is somebody else's
 * @param options.relations - of the file, to concepts that may be in the glossary
 */
export function settleImport(
  target: Glossary | undefined,
  file: Glossary,
  mode: ImportMode,
  { fixedHeader = false, relations = NO_OPEN_RELATIONS } = {},
): Settled {
  if (target === undefined) {
    return {
      ok: true,
      glossary: file,
      plan: planImport([], file.concepts, 'replace'),
      problems: [...relations.problems],
    };
  }
  const matched = matchCategories(target.categories, file.categories);
  const { keys } = matched;
  const added = fixedHeader ? {} : matched.added;
  const left = fixedHeader ? new Set(Object.keys(matched.added)) : new Set<string>();
  const staying = mode === 'replace' ? [] : target.concepts;
  const closed = closeRelations(file.concepts, staying, relations);
  const incoming = closed.concepts.map((concept) => withCategory(concept, keys, left));
  const plan = planImport(target.concepts, incoming, mode);
  const { length } = plan.result;
  if (length > MAX_CONCEPTS) {
    const problem: Problem = {
      code: 'list-too-long',
      severity: 'error',
      at: { path: 'concepts' },
      params: { limit: MAX_CONCEPTS, length },
    };
    return { ok: false, problems: [problem] };
  }
  const glossary: Glossary = {
    ...target,
    updated: fixedHeader ? target.updated : ([target.updated, file.updated].sort()[1] ?? target.updated),
    categories: { ...target.categories, ...added },
    concepts: plan.result,
  };
  const problems = [...keys]
    .filter(([, key]) => left.has(key))
    .map(
      ([found]): Problem => ({
        code: 'category-unknown',
        severity: 'warning',
        at: { path: `categories.${found}` },
        params: { found },
      }),
    );
  return { ok: true, glossary, plan, problems: [...closed.problems, ...problems] };
}

type Categories = Readonly<Record<string, LocalizedText>>;

/** Key in the file → key in the glossary, by name; and what has to be added. */
function matchCategories(
  own: Categories,
  others: Categories,
): { keys: Map<string, string>; added: Categories } {
  const byName = new Map<string, string>();
  for (const [key, name] of Object.entries(own))
    for (const text of Object.values(name)) byName.set(text, key);
  const keys = new Map<string, string>();
  const added: Record<string, LocalizedText> = {};
  for (const [key, name] of Object.entries(others)) {
    const known = Object.values(name)
      .map((text) => byName.get(text))
      .find((each) => each !== undefined);
    if (known !== undefined) {
      keys.set(key, known);
      continue;
    }
    // The same key with another name is another category.
    let free = key;
    for (let number = 2; Object.hasOwn(own, free) || Object.hasOwn(added, free); number++)
      free = `${key}-${number}`;
    keys.set(key, free);
    added[free] = name;
  }
  return { keys, added };
}

function withCategory(
  concept: Concept,
  keys: ReadonlyMap<string, string>,
  left: ReadonlySet<string>,
): Concept {
  const category = concept.category === undefined ? undefined : keys.get(concept.category);
  if (category !== undefined && left.has(category)) {
    const { category: _category, ...rest } = concept;
    return rest;
  }
  return category === undefined || category === concept.category ? concept : { ...concept, category };
}
