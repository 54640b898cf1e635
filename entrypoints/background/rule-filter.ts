import { type MarkRule, ruleKey, suppressedOn } from '@/lib/glossary/mark-rule';
import { siteOf } from '@/lib/settings/settings';
import { readConcept } from '@/lib/storage/glossary-store';
import { listMarkRules } from '@/lib/storage/mark-rules';
import { watchRules } from '@/lib/storage/revision-signal';
import type { FoundTerm } from '@/lib/term-index/find';
import { getSenses } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';

/**
 * Leaves out the terms that the reader does not want marked on a page. What such a term holds is not marked in
 * its place: it would be read for something that it is not.
 */
export class RuleFilter {
  #rules: Promise<MarkRule[]> | undefined;

  constructor() {
    watchRules(() => {
      this.#rules = undefined;
    });
  }

  /** The concepts (`ruleKey`) that are not to be marked in a tab at this address. */
  async suppressedAt(address: string | undefined): Promise<Set<string>> {
    this.#rules ??= listMarkRules().catch((error: unknown) => {
      this.#rules = undefined;
      throw error;
    });
    const rules = await this.#rules;
    return rules.length === 0 ? new Set() : suppressedOn(rules, { site: siteOf(address), address });
  }

  async filter(index: TermIndex, found: FoundTerm[][], address: string | undefined): Promise<FoundTerm[][]> {
    const suppressed = await this.suppressedAt(address);
    if (suppressed.size === 0) return found;
    const wanted = new Map<number, Promise<boolean>>();
    const isWanted = (form: number): Promise<boolean> => {
      const known = wanted.get(form) ?? hasOtherSense(index, form, suppressed);
      wanted.set(form, known);
      return known;
    };
    const filterTerms = async (terms: readonly FoundTerm[]): Promise<FoundTerm[]> => {
      const kept: FoundTerm[] = [];
      for (const term of terms) {
        if (!(await isWanted(term.form))) continue;
        kept.push(term.inside === undefined ? term : { ...term, inside: await filterTerms(term.inside) });
      }
      return kept;
    };
    return Promise.all(found.map(filterTerms));
  }
}

/** Whether a form means anything beside what is not to be marked. */
async function hasOtherSense(
  index: TermIndex,
  form: number,
  suppressed: ReadonlySet<string>,
): Promise<boolean> {
  for (const { glossary, concept } of getSenses(index, form)) {
    const id = index.glossaryIds[glossary];
    const found = id && (await readConcept(id, concept));
    if (!id || found === undefined || !suppressed.has(ruleKey(id, found.id))) return true;
  }
  return false;
}
