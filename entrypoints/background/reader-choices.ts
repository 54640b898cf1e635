import { type RuleScope, rulesOn } from '@/lib/glossary/mark-rule';
import { appliesOn } from '@/lib/settings/glossary-sites';
import { siteOf } from '@/lib/settings/settings';
import type { UnderlineColour } from '@/lib/settings/underline';
import { type GlossaryChoices, listGlossaries } from '@/lib/storage/glossary-store';
import { listMarkRules } from '@/lib/storage/mark-rules';
import { watchRules } from '@/lib/storage/revision-signal';
import { conceptNumber, getSenses, type Sense } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';
import { findConcepts } from './describe';

/** What is read once for an index: a choice for a glossary comes with a new one. */
interface KnownChoices {
  index: TermIndex;
  /** In the order of the index. */
  glossaries: Promise<readonly GlossaryChoices[]>;
  rules: Promise<readonly NumberedRule[]>;
}

interface NumberedRule {
  scope: RuleScope;
  /** Of its concept, counted through the glossaries of the index. */
  concept: number;
}

/** What a reader has chosen to have marked, where, and in which colour. */
export class ReaderChoices {
  #known: KnownChoices | undefined;

  constructor() {
    watchRules(() => {
      this.#known = undefined;
    });
  }

  /** The choices as they are on a page; without an address, what holds everywhere. */
  async on(index: TermIndex, address: string | undefined): Promise<PageChoices> {
    const known = this.#knownFor(index);
    const [glossaries, rules] = await Promise.all([known.glossaries, known.rules]);
    const site = siteOf(address);
    const suppressed = rulesOn(rules, { site, address }).map(({ concept }) => concept);
    return new PageChoices(index, { glossaries, site, suppressed: new Set(suppressed) });
  }

  #knownFor(index: TermIndex): KnownChoices {
    if (this.#known?.index === index) return this.#known;
    const known = { index, glossaries: readGlossaryChoices(index), rules: readRules(index) };
    this.#known = known;
    Promise.all([known.glossaries, known.rules]).catch(() => {
      // Who asked hears of it; who asks next tries again.
      if (this.#known === known) this.#known = undefined;
    });
    return known;
  }
}

async function readGlossaryChoices({ glossaryIds }: TermIndex): Promise<GlossaryChoices[]> {
  const stored = new Map((await listGlossaries()).map((glossary) => [glossary.id, glossary]));
  return glossaryIds.map((id) => stored.get(id) ?? { enabled: true });
}

/** The rules against concepts that the index has. */
async function readRules(index: TermIndex): Promise<NumberedRule[]> {
  const numbered: NumberedRule[] = [];
  const byGlossary = Map.groupBy(await listMarkRules(), ({ glossaryId }) => glossaryId);
  for (const [id, rules] of byGlossary) {
    const found = await findConcepts(
      index,
      id,
      rules.map(({ conceptId }) => conceptId),
    );
    const glossary = index.glossaryIds.indexOf(id);
    for (const { conceptId, scope } of rules) {
      const place = found.get(conceptId);
      if (place === undefined) continue;
      numbered.push({ scope, concept: conceptNumber(index, { glossary, concept: place.ordinal }) });
    }
  }
  return numbered;
}

/** What a reader has chosen, as it is on one page. */
export class PageChoices {
  readonly #index: TermIndex;
  readonly #glossaries: readonly GlossaryChoices[];
  readonly #site: string | undefined;
  readonly #suppressed: ReadonlySet<number>;

  constructor(
    index: TermIndex,
    of: {
      glossaries: readonly GlossaryChoices[];
      site: string | undefined;
      /** Concepts that are not to be marked, counted through all glossaries. */
      suppressed: ReadonlySet<number>;
    },
  ) {
    this.#index = index;
    this.#glossaries = of.glossaries;
    this.#site = of.site;
    this.#suppressed = of.suppressed;
  }

  /** Nothing is left out: true for most readers on most pages, who then pay for no look at each term. */
  get wantsAll(): boolean {
    return this.#suppressed.size === 0 && this.#glossaries.every(({ sites }) => sites === undefined);
  }

  /** Whether a sense is one that the reader wants here: its glossary applies, and no rule is against it. */
  isWanted = (sense: Sense): boolean =>
    this.#applies(sense) && !this.#suppressed.has(conceptNumber(this.#index, sense));

  /** The colour of the first glossary that has a sense of a form that is wanted here. */
  colourOf(form: number): { colour: UnderlineColour } | undefined {
    if (this.#glossaries.every(({ colour }) => colour === undefined)) return undefined;
    const sense = getSenses(this.#index, form).find(this.isWanted);
    const colour = sense && this.#glossaries[sense.glossary]?.colour;
    return colour && { colour };
  }

  #applies({ glossary }: Sense): boolean {
    return appliesOn(this.#glossaries[glossary]?.sites, this.#site);
  }
}
