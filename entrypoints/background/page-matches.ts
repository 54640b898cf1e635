import type { BlockMatches } from '@/lib/messaging/protocol';
import { type FoundTerm, findMatches, withInside } from '@/lib/term-index/find';
import { firstConcept, getContext, getSenses } from '@/lib/term-index/forms';
import type { TermIndex } from '@/lib/term-index/term-index';
import type { CalmFilter } from './calm-filter';
import { getLexicon, lexiconIfLoaded } from './lexicon-provider';
import type { PageChoices } from './reader-choices';

/** Finds what is to be marked in blocks of page text. */
export async function matchBlocks(
  index: TermIndex,
  blocks: readonly string[],
  wishes: Wishes,
): Promise<BlockMatches> {
  const found = await leaveOut(index, await findInBlocks(index, blocks), wishes);
  const forms = new Set<number>();
  return {
    revision: index.revision,
    matches: flatten(found, forms),
    fallbacks: flatten(
      found.map((terms) => terms.flatMap(({ inside = [] }) => withInside(inside))),
      forms,
    ),
    contexts: [...forms].map((form) => ({
      form,
      concept: firstConcept(index, form),
      ...getContext(index, form),
      ...wishes.choices.colourOf(form),
    })),
  };
}

/**
 * Finds the terms of some blocks. The lexicon only ever rejects matches, so a text without any needs none:
 * it is loaded for the first block that has one.
 */
async function findInBlocks(index: TermIndex, blocks: readonly string[]): Promise<FoundTerm[][]> {
  let lexicon = lexiconIfLoaded();
  const found: FoundTerm[][] = [];
  for (const block of blocks) {
    let terms = findMatches(index, block, lexicon);
    if (lexicon === undefined && terms.length > 0) {
      lexicon = await getLexicon();
      terms = findMatches(index, block, lexicon);
    }
    found.push(terms);
  }
  return found;
}

/** What decides on what is marked on a page, beside the index. */
export interface Wishes {
  choices: PageChoices;
  calm: CalmFilter;
}

/** Of some forms those that have a sense that the reader wants marked here; `undefined`: all of them. */
export async function chooseForms(
  index: TermIndex,
  forms: () => Iterable<number>,
  { choices, calm }: Wishes,
): Promise<ReadonlySet<number> | undefined> {
  const distinct = () => [...new Set(forms())];
  const isCalm = await calm.choose(index, () => distinct().flatMap((form) => getSenses(index, form)));
  if (isCalm === undefined && choices.wantsAll) return undefined;
  return new Set(
    distinct().filter((form) =>
      getSenses(index, form).some((sense) => choices.isWanted(sense) && isCalm?.(sense) !== false),
    ),
  );
}

/**
 * Leaves out the terms that have no sense that the reader wants marked here. What such a term holds is not marked in
 * its place: it would be read for something that it is not.
 */
export async function leaveOut(
  index: TermIndex,
  found: FoundTerm[][],
  wishes: Wishes,
): Promise<FoundTerm[][]> {
  const forms = () => found.flatMap((terms) => withInside(terms).map(({ form }) => form));
  const wanted = await chooseForms(index, forms, wishes);
  if (wanted === undefined) return found;
  const keep = (terms: readonly FoundTerm[]): FoundTerm[] =>
    terms
      .filter(({ form }) => wanted.has(form))
      .map((term) => (term.inside === undefined ? term : { ...term, inside: keep(term.inside) }));
  return found.map(keep);
}

/** As `BlockMatches` has them. */
function flatten(found: readonly (readonly FoundTerm[])[], forms: Set<number>): number[] {
  const flat: number[] = [];
  for (const [block, terms] of found.entries()) {
    for (const { start, end, form } of terms) {
      forms.add(form);
      flat.push(block, start, end, form);
    }
  }
  return flat;
}
