import type { Mark, Popover } from './driver.ts';

// Each function here runs in the page: it is sent there as source and may use nothing from outside itself.

export interface MarkRequest {
  /** Scroll this one into view and report it where it then is. */
  scrollTo?: { text: string; n: number };
}

/**
 * Reads what the extension painted, in document order.
 *
 * A term that lies in several text nodes is painted as one range for each. They are put together
 * again where nothing but ruby annotations stands between them within one block.
 */
export function readMarks({ scrollTo }: MarkRequest): Mark[] {
  interface Piece {
    range: Range;
    highlight: string;
    path: number[];
  }
  const isBlock = (element: Element): boolean =>
    !/^(inline|ruby|contents)/.test(getComputedStyle(element).display);
  const blockOf = (node: Node): Node => {
    let element = node.parentElement;
    while (element?.parentElement && !isBlock(element)) element = element.parentElement;
    return element ?? node.getRootNode();
  };
  const isAnnotation = (node: Node): boolean => node.parentElement?.closest('rt, rp') != null;
  /** Whether the second piece goes on right where the first one ends. */
  const goesOn = (first: Range, second: Range): boolean => {
    const { endContainer, endOffset } = first;
    if (endOffset < (endContainer as Text).length || second.startOffset > 0) return false;
    const block = blockOf(endContainer);
    if (block !== blockOf(second.startContainer)) return false;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    walker.currentNode = endContainer;
    let next = walker.nextNode();
    while (next && next !== second.startContainer && isAnnotation(next)) next = walker.nextNode();
    return next === second.startContainer;
  };
  /** Child positions from the document down, a shadow tree before its host's children. */
  const pathOf = (node: Node): number[] => {
    const path: number[] = [];
    for (let current: Node | null = node; current; ) {
      const parent: Node | null = current.parentNode;
      if (parent) path.unshift([...parent.childNodes].indexOf(current as ChildNode));
      else if (current instanceof ShadowRoot) path.unshift(-1);
      current = parent ?? (current instanceof ShadowRoot ? current.host : null);
    }
    return path;
  };
  const compare = (a: number[], b: number[]): number => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = (a[i] ?? 0) - (b[i] ?? 0);
      if (difference) return difference;
    }
    return a.length - b.length;
  };
  const nearestId = (node: Node): string => {
    for (let current: Node | null = node; current; ) {
      if (current instanceof Element && current.id) return current.id;
      current = current.parentNode ?? (current instanceof ShadowRoot ? current.host : null);
    }
    return '';
  };

  const pieces: Piece[] = [];
  for (const [highlight, ranges] of CSS.highlights ?? []) {
    if (!/^gloss-(?!active$|flash$)/.test(highlight)) continue;
    for (const painted of ranges) {
      if (!painted.startContainer.isConnected) continue;
      const range = document.createRange();
      try {
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
      } catch {
        // A static range past the end of a text that got shorter since; nothing is painted.
        continue;
      }
      pieces.push({ range, highlight, path: [...pathOf(painted.startContainer), painted.startOffset] });
    }
  }
  pieces.sort((a, b) => compare(a.path, b.path));

  const marks: Piece[][] = [];
  for (const piece of pieces) {
    const mark = marks.at(-1);
    const before = mark?.at(-1);
    if (mark && before && goesOn(before.range, piece.range)) mark.push(piece);
    else marks.push([piece]);
  }
  const textOf = (mark: Piece[]): string => mark.map(({ range }) => range.toString()).join('');
  if (scrollTo) {
    const target = marks.filter((mark) => textOf(mark) === scrollTo.text)[scrollTo.n]?.[0];
    target?.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  return marks.map((mark) => {
    const first = mark[0] as Piece;
    const { startContainer, startOffset } = first.range;
    return {
      text: textOf(mark),
      highlight: first.highlight,
      offsets: [startOffset, mark.at(-1)?.range.endOffset ?? 0],
      rects: mark.flatMap(({ range }) =>
        [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })),
      ),
      within: nearestId(startContainer),
      frame: location.href,
      inShadow: startContainer.getRootNode() instanceof ShadowRoot,
    };
  });
}

/** Describes the open popover of a shadow root; null while it is closed. */
export function describePopover(root: ShadowRoot): Popover | null {
  const open = [...root.querySelectorAll<HTMLElement>('[popover]')].find((one) =>
    one.matches(':popover-open'),
  );
  if (!open) return null;
  const { x, y, width, height } = open.getBoundingClientRect();
  const card = open.querySelector<HTMLElement>('article') ?? open;
  const described = open.matches('[role]') ? open : (open.querySelector('[role]') ?? open);
  const style = getComputedStyle(card);
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: what a reader sees, hidden parts left out
    text: open.innerText,
    role: described.getAttribute('role'),
    label:
      described.getAttribute('aria-label') ??
      root.getElementById(described.getAttribute('aria-labelledby') ?? '')?.textContent ??
      null,
    links: [...open.querySelectorAll('a')].map(({ textContent, href, target, rel }) => ({
      text: textContent ?? '',
      href,
      target,
      rel,
    })),
    rect: { x, y, width, height },
    parent: root.host.parentElement?.id || (root.host.parentElement?.localName ?? ''),
    onTop: document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20)) === root.host,
    background: style.backgroundColor,
    color: style.color,
  };
}

/** Resolves when the popover has faded in. */
export async function finishAnimations(root: ShadowRoot): Promise<void> {
  const running = document.getAnimations().concat(root.getAnimations());
  const own = running.filter(
    ({ effect }) => effect instanceof KeyframeEffect && effect.target?.getRootNode() === root,
  );
  // One that is cancelled, since the popover closes, is finished too.
  await Promise.all(own.map(({ finished }) => finished.catch(() => undefined)));
}
