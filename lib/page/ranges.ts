import type { Span } from '@/lib/text/span';
import type { Segment, TextBlock } from './text-block';

/**
 * The DOM ranges of a span of a block: one for each text node that it touches, so that what stands
 * between two nodes and is not part of the text (ruby readings, hidden characters) stays out.
 *
 * @param span code units of the block's text, inside it and not empty
 */
export function rangesOf(block: TextBlock, span: Span): StaticRange[] {
  return piecesOf(block, span).map(
    ({ node, start, end }) =>
      new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
  );
}

/** What stands now where a span of a block was read. */
export function readSpan(block: TextBlock, span: Span): string {
  return piecesOf(block, span)
    .map(({ node, start, end }) => node.data.slice(start, end))
    .join('');
}

/** The text nodes that a span touches, with what of each is in it. */
function piecesOf({ segments, text }: TextBlock, span: Span): { node: Text; start: number; end: number }[] {
  const pieces: { node: Text; start: number; end: number }[] = [];
  for (let at = segmentAt(segments, span.start); at < segments.length; at++) {
    const segment = segments[at] as Segment;
    if (segment.start >= span.end) break;
    const segmentEnd = segments[at + 1]?.start ?? text.length;
    pieces.push({
      node: segment.node,
      start: Math.max(span.start, segment.start) - segment.start,
      end: Math.min(span.end, segmentEnd) - segment.start,
    });
  }
  return pieces;
}

/**
 * The text node that holds an offset of a block's text, and where in it that is; both in code units. `undefined` where
 * the page has changed since.
 */
export function placeOf({ segments }: TextBlock, start: number): { node: Text; offset: number } | undefined {
  const segment = segments[segmentAt(segments, start)];
  return segment && { node: segment.node, offset: start - segment.start };
}

/** Index of the segment that holds an offset, by bisection. */
function segmentAt(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A live `Range` over the same text, for measuring it; `undefined` once that text is gone. */
export function liveRange(range: AbstractRange): Range | undefined {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!startContainer.isConnected || (endContainer as Text).length < endOffset) return undefined;
  const live = new Range();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live;
}
