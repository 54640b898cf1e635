import type { LocalizedText } from '@/lib/glossary/model';
import type { PageListOrder } from '@/lib/settings/page-list-order';
import type { ListedTerm } from './page-view';

/** Terms under one heading. */
export interface TermGroup<T extends ListedTerm> {
  /** None for the terms that have none, and where the list is not grouped. */
  category: LocalizedText | undefined;
  terms: T[];
}

/**
 * The terms with the wanted text in their headword, in what the page writes, or in their category.
 *
 * @param fold makes letters that count as one the same
 */
export function filterTerms<T extends ListedTerm>(
  terms: readonly T[],
  wanted: string,
  fold: (text: string) => string,
): T[] {
  const folded = fold(wanted.trim());
  return terms.filter(
    ({ headword, text, category }) =>
      folded === '' ||
      [headword, text, ...Object.values(category ?? {})].some((each) => fold(each).includes(folded)),
  );
}

/**
 * Puts terms, given in order of appearance, under their categories: the category that appears first on the page first and terms without one
 * last; or all in one group. Within a group in order of appearance.
 */
export function groupTerms<T extends ListedTerm>(terms: readonly T[], order: PageListOrder): TermGroup<T>[] {
  if (order === 'appearance') return terms.length === 0 ? [] : [{ category: undefined, terms: [...terms] }];
  const groups = Map.groupBy(terms, ({ category }) => JSON.stringify(category));
  return [...groups.values()]
    .map((group) => ({ category: group[0]?.category, terms: group }))
    .sort((a, b) => Number(a.category === undefined) - Number(b.category === undefined));
}
