import type { Concept, GlossaryId } from '@/lib/glossary/model';
import { CONCEPTS_PER_CHUNK, openDatabase } from './database';

/**
 * Concepts of a glossary by their ordinals in it; without those that are not there. Each chunk that has some of them is
 * read once, and let go before the next: of a large glossary no more than that is held.
 */
export async function readConceptsAt(
  id: GlossaryId,
  ordinals: Iterable<number>,
): Promise<Map<number, Concept>> {
  const byChunk = Map.groupBy(new Set(ordinals), (ordinal) => Math.floor(ordinal / CONCEPTS_PER_CHUNK));
  const found = new Map<number, Concept>();
  if (byChunk.size === 0) return found;
  const { store } = (await openDatabase()).transaction('chunks');
  for (const [number, wanted] of byChunk) {
    const chunk = await store.get([id, number]);
    for (const ordinal of wanted) {
      const concept = chunk?.[ordinal % CONCEPTS_PER_CHUNK];
      if (concept !== undefined) found.set(ordinal, concept);
    }
  }
  return found;
}
