import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { hashText } from '@/lib/text/hash-text';
import type { TermIndex } from './term-index';

/**
 * The ordinals that the concept with an id may have in its glossary: one as a rule. Others' ids may have the same hash,
 * so whoever reads it must look at its id. None where the index has no such concept or glossary.
 */
export function ordinalsOf(index: TermIndex, glossaryId: GlossaryId, conceptId: ConceptId): number[] {
  const glossary = index.glossaryIds.indexOf(glossaryId);
  const first = index.senses.firstConcepts[glossary];
  if (first === undefined) return [];
  // Over the whole of even the largest glossary that is a matter of microseconds.
  const own = index.conceptHashes.subarray(first, index.senses.firstConcepts[glossary + 1]);
  const hash = hashText(conceptId);
  const ordinals: number[] = [];
  for (let at = own.indexOf(hash); at >= 0; at = own.indexOf(hash, at + 1)) ordinals.push(at);
  return ordinals;
}
