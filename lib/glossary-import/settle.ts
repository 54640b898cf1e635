import { matchCategories, recategorize } from '@/lib/glossary/categories';
import { MAX_CATEGORIES, MAX_CONCEPTS } from '@/lib/glossary/limits';
import type { Glossary } from '@/lib/glossary/model';
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
  const incoming = closed.concepts.map((concept) => recategorize(concept, keys, left));
  const plan = planImport(target.concepts, incoming, mode);
  const { length } = plan.result;
  if (length > MAX_CONCEPTS) return refuse('concepts', MAX_CONCEPTS, length);
  const categories = { ...target.categories, ...added };
  const categoryCount = Object.keys(categories).length;
  // What has too many already can be imported into as long as it gets no more.
  if (categoryCount > MAX_CATEGORIES && Object.keys(added).length > 0)
    return refuse('categories', MAX_CATEGORIES, categoryCount);
  const glossary: Glossary = {
    ...target,
    updated: fixedHeader ? target.updated : ([target.updated, file.updated].sort()[1] ?? target.updated),
    categories,
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

function refuse(path: string, limit: number, length: number): Settled {
  const problem: Problem = {
    code: 'list-too-long',
    severity: 'error',
    at: { path },
    params: { limit, length },
  };
  return { ok: false, problems: [problem] };
}
