import type { UnderlineColour } from '@/lib/settings/underline';
import type { Span } from '@/lib/text/span';
import type { Container } from './elements';
import { placeOf, rangesOf, readSpan } from './ranges';
import type { TextBlock } from './text-block';

/** What the background says of a match. */
export interface FoundForm {
  /** Of the term index that found it; `form` means something only together with it. */
  revision: number;
  form: number;
  /** What it means first: a number that all names of that concept share. */
  concept: number;
  /** Glossaries (ordinals of the term index) that this mark shows to be the page's subject. */
  gives: readonly number[];
  /** Not empty: shown only where one of these glossaries has been given context. */
  needs: readonly number[];
  /** The colour of its glossary, where the reader chose one. */
  colour?: UnderlineColour;
}

/** A term found on the page. */
export class Mark implements FoundForm {
  readonly revision: number;
  readonly form: number;
  readonly concept: number;
  readonly gives: readonly number[];
  readonly needs: readonly number[];
  readonly colour?: UnderlineColour;
  readonly container: Container;
  /** Where the term stands in the text of its block. */
  readonly start: number;
  readonly end: number;
  /** The innermost ambiguous mark that holds it: it is shown only where neither that nor one round that is. */
  fallbackOf?: Mark;
  shown = false;
  readonly #block: TextBlock;
  #ranges: StaticRange[] | undefined;

  constructor(
    container: Container,
    block: TextBlock,
    { start, end }: Span,
    { revision, form, concept, gives, needs, colour }: FoundForm,
  ) {
    this.revision = revision;
    this.form = form;
    this.concept = concept;
    this.gives = gives;
    this.needs = needs;
    if (colour) this.colour = colour;
    this.container = container;
    this.start = start;
    this.end = end;
    this.#block = block;
  }

  /** The text of the block that it was found in. */
  get block(): string {
    return this.#block.text;
  }

  /** The term as the page writes it. */
  get text(): string {
    return this.#block.text.slice(this.start, this.end);
  }

  /** One for each text node that it touches; together they cover `text`. Made when first asked for: most never are. */
  get ranges(): StaticRange[] {
    this.#ranges ??= rangesOf(this.#block, this);
    return this.#ranges;
  }

  /** What its text nodes say now where they said `text`. */
  get textNow(): string {
    return readSpan(this.#block, this);
  }

  /** Where it starts: a text node, and code units of it; where that is gone, its container. */
  get place(): { node: Node; offset: number } {
    return placeOf(this.#block, this.start) ?? { node: this.container, offset: this.start };
  }
}

/** Whether the text under a mark still reads as it did when it was marked: a StaticRange does not follow it. */
export function stillReads(mark: Mark): boolean {
  return mark.textNow === mark.text;
}

/**
 * The one of some marks that stands where another stood, and reads as it did: a text round it has been read again, or
 * the glossaries have changed.
 */
export function successorOf({ text, ranges: [place] }: Mark, marks: readonly Mark[]): Mark | undefined {
  return marks.find(
    ({ text: same, ranges: [first] }) =>
      same === text &&
      first?.startContainer === place?.startContainer &&
      first?.startOffset === place?.startOffset,
  );
}

/** Sorts marks by where they stand on the page. */
export function inDocumentOrder(marks: Iterable<Mark>): Mark[] {
  return [...marks].sort((a, b) => {
    const [first, second] = [a.place, b.place];
    if (first.node === second.node) return first.offset - second.offset;
    // In this direction: marks come mostly in order, and a browser looks for a later node from behind.
    const order = comparePosition(second.node, first.node);
    return order & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
  });
}

/** `compareDocumentPosition` that sees a shadow tree as standing where its host stands. */
export function comparePosition(a: Node, b: Node): number {
  const order = a.compareDocumentPosition(b);
  if (!(order & Node.DOCUMENT_POSITION_DISCONNECTED)) return order;
  const [hostsA, hostsB] = [hostChain(a), hostChain(b)];
  for (const [at, hostA] of hostsA.entries()) {
    const hostB = hostsB[at];
    if (hostB === undefined) return Node.DOCUMENT_POSITION_PRECEDING;
    if (hostA !== hostB) return hostA.compareDocumentPosition(hostB);
  }
  return Node.DOCUMENT_POSITION_FOLLOWING;
}

/** A node's way down from the document: the outermost host, the next one in it, …, the node itself. */
function hostChain(node: Node): Node[] {
  const chain = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    chain.unshift(root.host);
  }
  return chain;
}
