import type { Phrase, PhrasePlace } from './phrase';

/** How a phrase stands in longer ones. */
export interface Nesting {
  /** Longer phrases that hold it, and its places in them together. */
  phrases: number;
  places: number;
  /** Its places in the longer phrase that holds it most often. */
  most: number;
  /** Its places outside of all of them. */
  free: number;
}

/** How each phrase stands in those longer ones that are terms by `isTerm`. */
export function findNesting(
  phrases: Iterable<Phrase>,
  isTerm: (phrase: Phrase) => boolean,
): (phrase: Phrase) => Nesting {
  const byRun = new Map<number, { phrase: Phrase; place: PhrasePlace }[]>();
  for (const phrase of phrases) {
    if (!isTerm(phrase)) continue;
    for (const place of phrase.places) {
      const here = byRun.get(place.run) ?? [];
      here.push({ phrase, place });
      byRun.set(place.run, here);
    }
  }
  return (inner) => {
    const counts = new Map<Phrase, number>();
    let free = 0;
    for (const { run, start, end } of inner.places) {
      let held = false;
      for (const { phrase, place } of byRun.get(run) ?? []) {
        if (phrase === inner || place.start > start || place.end < end) continue;
        held = true;
        counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      }
      if (!held) free++;
    }
    const all = [...counts.values()];
    return {
      phrases: all.length,
      places: all.reduce((sum, count) => sum + count, 0),
      most: Math.max(0, ...all),
      free,
    };
  };
}
