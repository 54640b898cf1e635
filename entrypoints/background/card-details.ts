import type { ConceptId, GlossaryId, LanguageTag } from '@/lib/glossary/model';
import type {
  DefinitionTerm,
  RelatedConcept,
  SenseDescription,
  SenseDetails,
} from '@/lib/glossary/sense-description';
import { findMatches } from '@/lib/term-index/find';
import { sensesOnPage } from '@/lib/term-index/page-senses';
import type { TermIndex } from '@/lib/term-index/term-index';
import { foldText } from '@/lib/text/fold-text';
import { spellPinyin } from '@/lib/text/pinyin';
import { findConcepts } from './describe';
import { getLexicon } from './lexicon-provider';
import { getReadingTable } from './pinyin-provider';
import type { PageChoices } from './reader-choices';

/** A sense with what only a card shows of it. It leads on to nothing that the reader does not want here. */
export async function addDetails(
  index: TermIndex,
  sense: SenseDescription,
  { isWanted }: PageChoices,
): Promise<SenseDescription> {
  const { concept, glossary } = sense;
  const [head] = concept.terms;
  const reading = head.language.startsWith('zh')
    ? spellPinyin(await getReadingTable(), head.text)
    : undefined;
  const details: SenseDetails = {
    ...(reading === undefined ? {} : { reading }),
    inDefinitions: await findInDefinitions(index, sense, { isWanted }),
    related: await readRelated(index, glossary.id, { ids: concept.related ?? [], isWanted }),
  };
  return { ...sense, details };
}

async function readRelated(
  index: TermIndex,
  glossaryId: GlossaryId,
  { ids, isWanted }: { ids: readonly ConceptId[] } & Pick<PageChoices, 'isWanted'>,
): Promise<RelatedConcept[]> {
  const found = await findConcepts(index, glossaryId, ids);
  const glossary = index.glossaryIds.indexOf(glossaryId);
  return ids.flatMap((id) => {
    const place = found.get(id);
    if (place === undefined || !isWanted({ glossary, concept: place.ordinal, term: 0 })) return [];
    const [{ text, language }] = place.concept.terms;
    return [{ id, text, language }];
  });
}

/** The terms in all definitions of a concept; its own names are none that a reader could look up. */
async function findInDefinitions(
  index: TermIndex,
  { concept }: SenseDescription,
  { isWanted }: Pick<PageChoices, 'isWanted'>,
): Promise<Record<LanguageTag, DefinitionTerm[]>> {
  const lexicon = await getLexicon();
  const own = new Set(concept.terms.map(({ text }) => foldText(text)));
  const found: Record<LanguageTag, DefinitionTerm[]> = {};
  for (const [tag, text] of Object.entries(concept.definitions)) {
    const seen = new Set<number>();
    found[tag] = [];
    for (const { start, end, form } of findMatches(index, text, lexicon)) {
      // Each term once: a definition is no page of links.
      if (seen.has(form) || own.has(foldText(text.slice(start, end)))) continue;
      seen.add(form);
      if (sensesOnPage(index, form, { isWanted }).length === 0) continue;
      found[tag].push({ start, end, form });
    }
  }
  return found;
}
