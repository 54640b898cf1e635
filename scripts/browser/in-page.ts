import type { Mark, Popover } from './driver.ts';

// Each function here runs in the page: it is sent there as source and may use nothing from outside itself.

export interface MarkRequest {
  /** Scroll this one into view and report it where it then is. */
  scrollTo?: { text: string; n: number };
}

/** Reads what the extension painted, in document order. */
export function readMarks({ scrollTo }: MarkRequest): Mark[] {
  const shownText = (range: Range): string => {
    const { commonAncestorContainer: ancestor } = range;
    if (ancestor.nodeType === Node.TEXT_NODE) return range.toString();
    const walker = document.createTreeWalker(ancestor, NodeFilter.SHOW_TEXT);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!range.intersectsNode(node) || node.parentElement?.closest('rt, rp')) continue;
      const { data } = node as Text;
      const start = node === range.startContainer ? range.startOffset : 0;
      text += data.slice(start, node === range.endContainer ? range.endOffset : data.length);
    }
    return text;
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

  const found: { range: Range; highlight: string; path: number[] }[] = [];
  for (const [highlight, ranges] of CSS.highlights ?? []) {
    if (!/^gloss-(?!active$|flash$)/.test(highlight)) continue;
    for (const painted of ranges) {
      const range = document.createRange();
      try {
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
      } catch {
        // A static range past the end of a text that got shorter since; nothing is painted.
        continue;
      }
      if (!painted.startContainer.isConnected) continue;
      found.push({ range, highlight, path: [...pathOf(painted.startContainer), painted.startOffset] });
    }
  }
  found.sort((a, b) => compare(a.path, b.path));
  if (scrollTo) {
    const target = found.filter(({ range }) => shownText(range) === scrollTo.text)[scrollTo.n];
    target?.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  return found.map(({ range, highlight }) => ({
    text: shownText(range),
    highlight,
    offsets: [range.startOffset, range.endOffset],
    rects: [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height })),
    frame: location.href,
    inShadow: range.startContainer.getRootNode() instanceof ShadowRoot,
  }));
}

/** Describes the open popover of a shadow root; null while it is closed. */
export function describePopover(root: ShadowRoot): Popover | null {
  const open = [...root.querySelectorAll<HTMLElement>('[popover]')].find((one) =>
    one.matches(':popover-open'),
  );
  if (!open) return null;
  const { x, y, width, height } = open.getBoundingClientRect();
  const described = open.matches('[role]') ? open : (open.querySelector('[role]') ?? open);
  const style = getComputedStyle(open);
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
    parent: root.host.parentElement?.localName ?? '',
    onTop: document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20)) === root.host,
    colorScheme: style.colorScheme,
    background: style.backgroundColor,
  };
}
