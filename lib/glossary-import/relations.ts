import { splitNames } from '@/lib/glossary/formats/table/cells';
import { MAX_RELATED } from '@/lib/glossary/limits';
import type { Concept, ConceptId } from '@/lib/glossary/model';
import type { Problem } from '@/lib/glossary/problem';

/**
 * Relations of a file to concepts that it does not hold: a file with a part of a glossary names others of it. Where
 * they lead is known only when it is known into which glossary the file goes.
 */
export interface OpenRelations {
  /** What such a concept names as related, all of it and in its order, as the file has it: ids or terms. */
  related: ReadonlyMap<ConceptId, readonly string[]>;
  /** Why each of them had to be left out, taken by itself. */
  problems: readonly Problem[];
}

export const NO_OPEN_RELATIONS: OpenRelations = { related: new Map(), problems: [] };

/** Of what had to be left out of a file, what may still find its place in a glossary. */
export const isOpenRelation = ({ code }: Problem): boolean => code === 'related-unknown';

/**
 * The concepts of a file with their relations to those that a glossary has already, by id or else by term, and the
 * problems of those that lead nowhere there either.
 */
export function closeRelations(
  concepts: readonly Concept[],
  existing: readonly Concept[],
  { related, problems }: OpenRelations,
): { concepts: readonly Concept[]; problems: readonly Problem[] } {
  if (related.size === 0) return { concepts, problems };
  const ids = new Map<string, ConceptId>();
  const all = [...existing, ...concepts];
  for (const { id } of all) ids.set(id, id);
  // A headword is a better name than what else somebody calls it.
  for (const { id, terms } of all) if (!ids.has(terms[0].text)) ids.set(terms[0].text, id);
  for (const { id, terms } of all) for (const { text } of terms) if (!ids.has(text)) ids.set(text, id);
  // 果园港、寸滩港 is two, unless something has that name.
  const idsOf = (name: string): (ConceptId | undefined)[] =>
    ids.has(name) ? [ids.get(name)] : splitNames(name).map((each) => ids.get(each));
  return {
    concepts: concepts.map((concept) => {
      const named = related.get(concept.id)?.flatMap((name) => idsOf(name).filter((id) => id !== undefined));
      const left = [...new Set(named)].filter((id) => id !== concept.id).slice(0, MAX_RELATED);
      return left.length === 0 ? concept : { ...concept, related: left };
    }),
    problems: problems.filter(({ params }) => idsOf(String(params['found'])).includes(undefined)),
  };
}
