/** A term found on the page, with the ranges that cover it. */
export interface Mark {
  /** Of the term index that found it; `form` means something only together with it. */
  revision: number;
  form: number;
  /** What it means first: a number that all names of that concept share. */
  concept: number;
  /** The term as the page writes it. */
  text: string;
  /** The text of the block that it was found in, and where it starts there. */
  block: string;
  start: number;
  /** One for each text node that it touches; together they cover `text`. */
  ranges: StaticRange[];
  /** Glossaries (ordinals of the term index) that this mark shows to be the page's subject. */
  gives: readonly number[];
  /** Not empty: shown only where one of these glossaries has been given context. */
  needs: readonly number[];
  /** Shown only where this ambiguous mark, which holds it, is not. */
  fallbackOf?: Mark;
  shown: boolean;
}

/** Whether the text under a mark still reads as it did when it was marked: a StaticRange does not follow it. */
export function stillReads({ ranges, text }: Mark): boolean {
  let start = 0;
  return ranges.every(({ startContainer, startOffset, endOffset }) => {
    const end = start + endOffset - startOffset;
    const piece = text.slice(start, end);
    start = end;
    return (startContainer as Text).data.slice(startOffset, endOffset) === piece;
  });
}

/** Sorts marks by where they stand on the page. */
export function inDocumentOrder(marks: Iterable<Mark>): Mark[] {
  return [...marks].sort((a, b) => {
    const [first, second] = [a.ranges[0] as StaticRange, b.ranges[0] as StaticRange];
    if (first.startContainer === second.startContainer) return first.startOffset - second.startOffset;
    const order = comparePosition(first.startContainer, second.startContainer);
    return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
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
