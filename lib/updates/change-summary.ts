import type { ConceptPart, GlossaryDiff } from '@/lib/glossary/diff';
import type { Concept } from '@/lib/glossary/model';

/** A concept by its headword, as lists of changes show it. */
export interface NamedConcept {
  id: string;
  headword: string;
  language: string;
}

export interface NamedChange extends NamedConcept {
  parts: ConceptPart[];
  /** Texts of terms that came and went; `−` and `+` in the list. */
  addedTerms: string[];
  removedTerms: string[];
}

/** A difference in a size that can be kept and shown: counts of all, names of the first. */
export interface ChangeSummary {
  counts: { added: number; changed: number; removed: number };
  added: NamedConcept[];
  changed: NamedChange[];
  removed: NamedConcept[];
}

/** Of each kind. More is not read; who wants all of it compares the files. */
export const MAX_NAMED = 200;

export function summarizeChanges({ added, changed, removed }: GlossaryDiff): ChangeSummary {
  return {
    counts: { added: added.length, changed: changed.length, removed: removed.length },
    added: added.slice(0, MAX_NAMED).map(nameOf),
    changed: changed.slice(0, MAX_NAMED).map(({ after, parts, terms }) => ({
      ...nameOf(after),
      parts,
      addedTerms: terms.added.map(({ text }) => text),
      removedTerms: terms.removed.map(({ text }) => text),
    })),
    removed: removed.slice(0, MAX_NAMED).map(nameOf),
  };
}

function nameOf({ id, terms: [headword] }: Concept): NamedConcept {
  return { id, headword: headword.text, language: headword.language };
}
