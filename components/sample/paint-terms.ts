import {
  ACTIVE_HIGHLIGHT,
  allHighlightNames,
  highlightName,
  highlightStylesheet,
  type UnderlineLook,
} from '@/lib/settings/underline';

/** Elements of a sample whose text is painted as a term. */
const TERMS = '[data-term]';

let adopted = false;

function adoptRules(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightStylesheet({ inherited: !import.meta.env.FIREFOX }));
  document.adoptedStyleSheets.push(sheet);
}

function highlightOf(elements: Iterable<Element>): Highlight {
  const highlight = new Highlight();
  for (const element of elements) {
    highlight.add(
      new StaticRange({
        startContainer: element,
        startOffset: 0,
        endContainer: element,
        endOffset: element.childNodes.length,
      }),
    );
  }
  return highlight;
}

/**
 * Underlines the terms of a sample by the very rules that pages get. One sample at a time can be painted in
 * a document. Returns a function that takes the paint off.
 */
export function paintTerms(sample: Element, look: UnderlineLook, active?: Element | null): () => void {
  adoptRules();
  CSS.highlights.set(highlightName(look), highlightOf(sample.querySelectorAll(TERMS)));
  if (active) CSS.highlights.set(ACTIVE_HIGHLIGHT, highlightOf([active]));
  return () => {
    for (const name of allHighlightNames()) CSS.highlights.delete(name);
  };
}
