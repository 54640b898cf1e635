import type { GlossaryId } from '@/lib/glossary/model';
import { appliesOn } from '@/lib/settings/glossary-sites';
import type { UnderlineColour } from '@/lib/settings/underline';
import { type GlossaryChoices, listGlossaries } from '@/lib/storage/glossary-store';
import type { FoundTerm } from '@/lib/term-index/find';
import { getSenses } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';

/** What the reader has chosen for the glossaries of one index: where they apply, and in which colour. */
export class GlossaryChoicesFilter {
  readonly #index: TermIndex;
  readonly #choices: ReadonlyMap<GlossaryId, GlossaryChoices>;
  readonly #host: string | undefined;
  /** Most readers choose nothing: then nothing has to be looked at. */
  readonly #hasSites: boolean;
  readonly #hasColours: boolean;

  private constructor(
    index: TermIndex,
    choices: ReadonlyMap<GlossaryId, GlossaryChoices>,
    host: string | undefined,
  ) {
    this.#index = index;
    this.#choices = choices;
    this.#host = host;
    this.#hasSites = [...choices.values()].some(({ sites }) => sites !== undefined);
    this.#hasColours = [...choices.values()].some(({ colour }) => colour !== undefined);
  }

  static #read: { index: TermIndex; choices: Promise<ReadonlyMap<GlossaryId, GlossaryChoices>> } | undefined;

  /** For the pages of a host. The choices are read once for an index: they change only with the revision. */
  static async create(index: TermIndex, host: string | undefined): Promise<GlossaryChoicesFilter> {
    if (GlossaryChoicesFilter.#read?.index !== index) {
      const choices = listGlossaries().then(
        (all) => new Map(all.map((glossary) => [glossary.id, glossary])),
        (error: unknown) => {
          GlossaryChoicesFilter.#read = undefined;
          throw error;
        },
      );
      GlossaryChoicesFilter.#read = { index, choices };
    }
    return new GlossaryChoicesFilter(index, await GlossaryChoicesFilter.#read.choices, host);
  }

  /** Leaves out what only glossaries for other sites know. What such a term holds is not marked in its place. */
  filter(found: FoundTerm[][]): FoundTerm[][] {
    return this.#hasSites ? found.map((terms) => this.#filterTerms(terms)) : found;
  }

  /** The colour of the first glossary that a form is of and that applies here. */
  colourOf(form: number): { colour: UnderlineColour } | undefined {
    if (!this.#hasColours) return undefined;
    const colour = this.#glossariesOf(form).find((each) => appliesOn(each.sites, this.#host))?.colour;
    return colour && { colour };
  }

  /** Whether a glossary applies here. */
  applies(id: GlossaryId): boolean {
    return appliesOn(this.#choices.get(id)?.sites, this.#host);
  }

  #filterTerms(terms: readonly FoundTerm[]): FoundTerm[] {
    return terms
      .filter(({ form }) => this.#glossariesOf(form).some(({ sites }) => appliesOn(sites, this.#host)))
      .map((term) =>
        term.inside === undefined ? term : { ...term, inside: this.#filterTerms(term.inside) },
      );
  }

  #glossariesOf(form: number): GlossaryChoices[] {
    return getSenses(this.#index, form).map(
      ({ glossary }) =>
        this.#choices.get(this.#index.glossaryIds[glossary] as GlossaryId) ?? { enabled: true },
    );
  }
}
