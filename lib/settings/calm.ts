/**
 * How much of what is found is marked. Everything by default: a reader comes to the middle of a page by a search
 * or a link as often as to its top, and a term that were marked elsewhere only would be no help there. What keeps a
 * page calm by default is the look, and that ambiguous terms wait for their context.
 */

/** A term is marked at every place, or only where it first stands in a section (between headings) or on the page. */
export const REPEATS = ['all', 'section', 'page'] as const;
export type Repeats = (typeof REPEATS)[number];

/**
 * Least distance between two marks of a paragraph, in code units of its text: none; about one mark in a line on a wide
 * page; about one in a paragraph of a news article.
 */
export const SPACINGS = [0, 30, 120] as const;
export type Spacing = (typeof SPACINGS)[number];

/** Shortest term that is marked, in characters. Longer than 6 nearly nothing would be left. */
export const MIN_LENGTH_RANGE = { min: 1, max: 6 } as const;

export interface CalmSettings {
  repeats: Repeats;
  spacing: Spacing;
  minLength: number;
  /** Glossary → keys of its categories whose terms are not marked. */
  skippedCategories: Readonly<Record<string, readonly string[]>>;
}

export const DEFAULT_CALM: CalmSettings = { repeats: 'all', spacing: 0, minLength: 1, skippedCategories: {} };

/** From whatever storage holds; a field that is not of its kind gets its default. */
export function parseCalm(stored: unknown): CalmSettings {
  const from = (stored ?? {}) as Record<string, unknown>;
  const { repeats, spacing, minLength, skippedCategories } = from;
  const { min, max } = MIN_LENGTH_RANGE;
  return {
    repeats: REPEATS.find((each) => each === repeats) ?? DEFAULT_CALM.repeats,
    spacing: SPACINGS.find((each) => each === spacing) ?? DEFAULT_CALM.spacing,
    minLength:
      Number.isInteger(minLength) && Number(minLength) >= min && Number(minLength) <= max
        ? Number(minLength)
        : DEFAULT_CALM.minLength,
    skippedCategories: Object.fromEntries(
      Object.entries(skippedCategories ?? {}).flatMap(([glossary, keys]) =>
        Array.isArray(keys) && keys.length > 0
          ? [[glossary, keys.filter((key) => typeof key === 'string')]]
          : [],
      ),
    ),
  };
}

/** A place where a term could be marked. */
export interface Place {
  /** What the term means: different names of one concept repeat each other. */
  concept: number | string;
  /** Of the page: grows from section to section. */
  section: number;
  /** The text of its paragraph, and where in it the term starts; code units. */
  block: string;
  start: number;
  text: string;
}

/**
 * Which of the places are marked, in the order of the page.
 *
 * A place that stands too close is passed over, not used up: the term is then marked where it stands next.
 */
export function choosePlaces<T extends Place>(
  places: Iterable<T>,
  { repeats, spacing }: Pick<CalmSettings, 'repeats' | 'spacing'>,
): Set<T> {
  const chosen = new Set<T>();
  const seen = new Set<string>();
  let last: T | undefined;
  for (const place of places) {
    const key = `${repeats === 'section' ? place.section : ''} ${place.concept}`;
    if (repeats !== 'all' && seen.has(key)) continue;
    if (last !== undefined && last.block === place.block) {
      const gap = place.start - last.start - last.text.length;
      // Negative in the next of two paragraphs that read the same.
      if (gap >= 0 && gap < spacing) continue;
    }
    seen.add(key);
    chosen.add(place);
    last = place;
  }
  return chosen;
}
