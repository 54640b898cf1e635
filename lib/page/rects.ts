import type { Box } from '@/lib/popover/safe-triangle';
import { liveRange } from './ranges';

/** The boxes that the text of some ranges fills, one for each line, in viewport CSS pixels. */
export function rectsOf(ranges: readonly AbstractRange[]): DOMRect[] {
  return ranges
    .flatMap((range) => [...(liveRange(range)?.getClientRects() ?? [])])
    .filter((rect) => rect.width > 0 && rect.height > 0);
}

/** Whether a point is inside a box, or at most `marginPx` outside it. */
export function contains(rect: Box, x: number, y: number, marginPx = 0): boolean {
  return (
    x >= rect.left - marginPx &&
    x <= rect.right + marginPx &&
    y >= rect.top - marginPx &&
    y <= rect.bottom + marginPx
  );
}
