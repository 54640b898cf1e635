/** Places in the blocks of a preview, in code units of a block's text. */
export interface PaintedPlace {
  block: number;
  start: number;
  end: number;
}

/** How a place is painted; the names of `::highlight()` in draft.css, the strongest last. */
export const PLACE_PAINTS = ['draft-open', 'draft-accepted', 'draft-sentence', 'draft-current'] as const;
export type PlacePaint = (typeof PLACE_PAINTS)[number];

/**
 * Paints places of a preview whose blocks are elements with one text each, `data-block` naming them. Returns a
 * function that takes the paint off.
 */
export function paintPlaces(
  preview: Element,
  places: Readonly<Record<PlacePaint, readonly PaintedPlace[]>>,
): () => void {
  const texts = new Map<number, Node>();
  for (const element of preview.querySelectorAll<HTMLElement>('[data-block]')) {
    if (element.firstChild !== null) texts.set(Number(element.dataset['block']), element.firstChild);
  }
  PLACE_PAINTS.forEach((name, priority) => {
    const highlight = new Highlight();
    highlight.priority = priority;
    for (const { block, start, end } of places[name]) {
      const text = texts.get(block);
      if (text === undefined) continue;
      highlight.add(
        new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end }),
      );
    }
    CSS.highlights.set(name, highlight);
  });
  return () => {
    for (const name of PLACE_PAINTS) CSS.highlights.delete(name);
  };
}
