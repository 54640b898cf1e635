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
  { choices, calm }: { choices: PageChoices; calm: CalmFilter },
): Promise<BlockMatches> {
  const found = await leaveOut(index, await findInBlocks(index, blocks), { choices, calm });
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
      ...choices.colourOf(form),
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

/**
 * Leaves out the terms that have no sense that the reader wants marked here. What such a term holds is not marked in
 * its place: it would be read for something that it is not.
 */
async function leaveOut(
  index: TermIndex,
  found: FoundTerm[][],
  { choices, calm }: { choices: PageChoices; calm: CalmFilter },
): Promise<FoundTerm[][]> {
  const forms = () => new Set(found.flatMap((terms) => withInside(terms).map(({ form }) => form)));
  const isCalm = await calm.choose(index, () => [...forms()].flatMap((form) => getSenses(index, form)));
  if (isCalm === undefined && choices.wantsAll) return found;
  const wanted = new Set(
    [...forms()].filter((form) =>
      getSenses(index, form).some((sense) => choices.isWanted(sense) && isCalm?.(sense) !== false),
    ),
  );
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
