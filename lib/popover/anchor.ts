import type { Box, Point } from './safe-triangle';

/** Lines of one term are nearer to each other than this many line heights. */
const NEAR_LINES = 1.5;

const distance = (box: Box, { x, y }: Point): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

/**
 * The box that a popover stands beside. Along the line it is the one of the term's lines that was pointed at (the
 * first, if none was), so that the popover is near the pointer; across it holds all the lines next to that one, so
 * that the popover covers none of the term. What goes on in another column is far away and stays out.
 *
 * @param lines the boxes of the term's text, at least one
 */
export function anchorBox(lines: readonly Box[], point: Point | undefined, vertical: boolean): Box {
  const [first = { left: 0, top: 0, right: 0, bottom: 0 }, ...others] = lines;
  const pointed =
    point === undefined
      ? first
      : others.reduce((best, box) => (distance(box, point) < distance(best, point) ? box : best), first);
  const [from, to] = vertical ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  const near = (pointed[to] - pointed[from]) * NEAR_LINES;
  let [start, end] = [pointed[from], pointed[to]];
  for (let grew = true; grew; ) {
    grew = false;
    for (const box of lines) {
      if (box[from] > end + near || box[to] < start - near || (box[from] >= start && box[to] <= end))
        continue;
      start = Math.min(start, box[from]);
      end = Math.max(end, box[to]);
      grew = true;
    }
  }
  const { left, top, right, bottom } = pointed;
  return vertical ? { left: start, top, right: end, bottom } : { left, top: start, right, bottom: end };
}
