import { shareLanguage } from '@/lib/glossary/localized';
import type { LanguageTag } from '@/lib/glossary/model';
import { RepeatedTerms } from '@/lib/glossary/repeated-terms';
import type { Json } from './draft';

/** A term of a draft: what other formats tell of one. */
export interface DraftTerm extends Json {
  text: string;
  language: LanguageTag;
  status?: string;
}

/**
 * Gives terms without a status one (the first of a language is preferred, others are admitted), leaves out
 * what is there twice, and puts a preferred term first if there is any: it is the headword.
 *
 * @param main - the language that the file or its reader names: of several preferred terms the first in it is the headword
 */
export function arrangeTerms(terms: readonly DraftTerm[], main?: LanguageTag): DraftTerm[] {
  const repeated = new RepeatedTerms();
  const preferred = new Set<LanguageTag>();
  for (const { language, status } of terms) if (status === 'preferred') preferred.add(language);
  const arranged: DraftTerm[] = [];
  for (const term of terms) {
    if (repeated.takeIn(term)) continue;
    const status = term.status ?? (preferred.has(term.language) ? 'admitted' : 'preferred');
    if (status === 'preferred') preferred.add(term.language);
    arranged.push(term.status === undefined ? { ...term, status } : term);
  }
  const isPreferred = ({ status }: DraftTerm): boolean => status === 'preferred';
  const inMain = arranged.findIndex(
    (term) => main !== undefined && isPreferred(term) && shareLanguage(term.language, main),
  );
  const at = inMain < 0 ? arranged.findIndex(isPreferred) : inMain;
  if (at <= 0) return arranged;
  const [headword] = arranged.splice(at, 1);
  return headword === undefined ? arranged : [headword, ...arranged];
}

/** The language that most headwords are in; what no term is in counts as simplified Chinese. */
export function mainLanguage(firstTerms: Iterable<{ language: LanguageTag } | undefined>): LanguageTag {
  const counts = new Map<LanguageTag, number>();
  for (const term of firstTerms) {
    if (term !== undefined) counts.set(term.language, (counts.get(term.language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'zh-Hans';
}
