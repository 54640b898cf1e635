import type { ConceptId, GlossaryId, LanguageTag } from '@/lib/glossary/model';
import type {
  DefinitionTerm,
  RelatedConcept,
  SenseDescription,
  SenseDetails,
} from '@/lib/glossary/sense-description';
import { readConcepts, type StoredGlossary } from '@/lib/storage/glossary-store';
import { findMatches } from '@/lib/term-index/find';
import type { TermIndex } from '@/lib/term-index/term-index';
import { foldText } from '@/lib/text/fold-text';
import { spellPinyin } from '@/lib/text/pinyin';
import { getLexicon } from './lexicon-provider';
import { getReadingTable } from './pinyin-provider';

/** Of the revision last asked for: headwords by glossary. Reading those of 100,000 concepts takes a while. */
let headwords: { revision: number; byGlossary: Map<GlossaryId, Promise<Map<ConceptId, RelatedConcept>>> } = {
  revision: -1,
  byGlossary: new Map(),
};

async function readHeadwords(id: GlossaryId): Promise<Map<ConceptId, RelatedConcept>> {
  const concepts = await readConcepts(id);
  return new Map(
    concepts.map(({ id, terms: [{ text, language }] }): [ConceptId, RelatedConcept] => [
      id,
      { id, text, language },
    ]),
  );
}

function headwordsOf(id: GlossaryId, revision: number): Promise<Map<ConceptId, RelatedConcept>> {
  if (headwords.revision !== revision) headwords = { revision, byGlossary: new Map() };
  const known = headwords.byGlossary.get(id) ?? readHeadwords(id);
  headwords.byGlossary.set(id, known);
  known.catch(() => headwords.byGlossary.delete(id));
  return known;
}

/** A sense with what only a card shows of it. */
export async function addDetails(
  index: TermIndex,
  sense: SenseDescription,
  { origin }: Pick<StoredGlossary, 'origin'>,
): Promise<SenseDescription> {
  const { concept, glossary } = sense;
  const [head] = concept.terms;
  const related = concept.related ?? [];
  const reading = head.language.startsWith('zh')
    ? spellPinyin(await getReadingTable(), head.text)
    : undefined;
  const known = related.length === 0 ? undefined : await headwordsOf(glossary.id, index.revision);
  const details: SenseDetails = {
    editable: origin === 'own',
    ...(reading === undefined ? {} : { reading }),
    inDefinitions: await findInDefinitions(index, sense),
    related: related.map((id) => known?.get(id)).filter((each) => each !== undefined),
  };
  return { ...sense, details };
}

/** The terms in all definitions of a concept; its own names are none that a reader could look up. */
async function findInDefinitions(
  index: TermIndex,
  { concept }: SenseDescription,
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
      found[tag].push({ start, end, form });
    }
  }
  return found;
}
