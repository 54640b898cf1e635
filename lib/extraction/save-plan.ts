import type { Glossary, GlossaryId, LocalizedText } from '@/lib/glossary/model';
import type { ConceptChanges } from '@/lib/glossary/overlay';
import { plainName } from '@/lib/glossary/plain-name';
import { foldText } from '@/lib/text/fold-text';
import type { Collection } from './collection';
import type { CategoryGuess } from './names';
import { toConcepts } from './to-concepts';

/** Names of the kinds, for the glossary that terms of them go into. */
export type CategoryNames = Readonly<Record<CategoryGuess, LocalizedText>>;

/** The kinds that the accepted terms are of, as categories of a glossary. */
function categoriesOf({ terms }: Collection, names: CategoryNames): Record<string, LocalizedText> {
  const used = terms.filter(({ decision }) => decision === 'accepted').map(({ category }) => category);
  return Object.fromEntries(used.map((category) => [category, names[category]]));
}

/** In simplified text hardly any character folds to another one; in traditional text a third do. */
const TRADITIONAL_SHARE = 0.1;

function isTraditional({ articles }: Collection): boolean {
  const text = articles.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('');
  const folded = foldText(text);
  let [han, changed] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (!HAN.test(text[at] ?? '')) continue;
    han++;
    if (text[at] !== folded[at]) changed++;
  }
  return changed > han * TRADITIONAL_SHARE;
}

const HAN = /\p{Script=Han}/u;

/** A new glossary of the reader's own with the accepted terms, under a name as it was typed. */
export function planGlossary(
  collection: Collection,
  { id, name, today, categories }: { id: GlossaryId; name: string; today: string; categories: CategoryNames },
): Glossary {
  const language = isTraditional(collection) ? 'zh-Hant' : 'zh-Hans';
  return {
    id,
    name: { [language]: plainName(name) },
    version: '1',
    updated: today,
    language,
    categories: categoriesOf(collection, categories),
    concepts: toConcepts(collection, { language, taken: new Set() }),
  };
}

/** What the accepted terms change in a glossary that is there. */
export function planAddition(
  collection: Collection,
  glossary: Omit<Glossary, 'concepts'>,
  { taken, categories }: { taken: ReadonlySet<string>; categories: CategoryNames },
): { categories: Glossary['categories']; changes: ConceptChanges } {
  return {
    // Its own names of categories stand.
    categories: { ...categoriesOf(collection, categories), ...glossary.categories },
    changes: { put: toConcepts(collection, { language: glossary.language, taken }) },
  };
}
