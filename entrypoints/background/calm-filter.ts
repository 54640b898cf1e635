import { type CalmSettings, DEFAULT_CALM } from '@/lib/settings/calm';
import { readConcept } from '@/lib/storage/glossary-store';
import { loadSettings, watchSettings } from '@/lib/storage/settings-store';
import type { FoundTerm } from '@/lib/term-index/find';
import { getSenses } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';

/**
 * Leaves out the terms that are too short or of categories that the reader does not want marked. What such a term
 * holds is not marked in its place: it would be read for something that it is not.
 */
export class CalmFilter {
  #calm: Promise<CalmSettings> | undefined;
  #wanted = new Map<number, Promise<boolean>>();
  #index: TermIndex | undefined;

  constructor() {
    watchSettings(() => {
      this.#calm = undefined;
      this.#wanted.clear();
    });
  }

  async filter(index: TermIndex, found: FoundTerm[][]): Promise<FoundTerm[][]> {
    this.#calm ??= loadSettings().then(
      ({ calm }) => calm,
      (error: unknown) => {
        this.#calm = undefined;
        throw error;
      },
    );
    const calm = await this.#calm;
    const skips = Object.keys(calm.skippedCategories).length > 0;
    if (!skips && calm.minLength === DEFAULT_CALM.minLength) return found;
    if (index !== this.#index) this.#wanted.clear();
    this.#index = index;
    return Promise.all(found.map((terms) => this.#filterTerms(index, terms, calm)));
  }

  async #filterTerms(index: TermIndex, terms: FoundTerm[], calm: CalmSettings): Promise<FoundTerm[]> {
    const wanted: FoundTerm[] = [];
    for (const term of terms) {
      if (!(await this.#isWanted(index, term.form, calm))) continue;
      const inside = term.inside && (await this.#filterTerms(index, term.inside, calm));
      wanted.push(inside === undefined ? term : { ...term, inside });
    }
    return wanted;
  }

  #isWanted(index: TermIndex, form: number, calm: CalmSettings): Promise<boolean> {
    const known = this.#wanted.get(form) ?? isWanted(index, form, calm);
    this.#wanted.set(form, known);
    return known;
  }
}

/** Whether any of the senses of a form is to be marked. */
async function isWanted(index: TermIndex, form: number, calm: CalmSettings): Promise<boolean> {
  for (const { glossary, concept, term } of getSenses(index, form)) {
    const id = index.glossaryIds[glossary];
    const found = id && (await readConcept(id, concept));
    const text = found?.terms[term]?.text;
    if (found === undefined || id === undefined || text === undefined) continue;
    const skipped = calm.skippedCategories[id] ?? [];
    const isSkipped = found.category !== undefined && skipped.includes(found.category);
    if (!isSkipped && [...text].length >= calm.minLength) return true;
  }
  return false;
}
