/** A place in the viewport, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A box in the viewport, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The two corners of a box that enclose it as seen from a point outside. */
function facingCorners(from: Point, { left, top, right, bottom }: Box): [Point, Point] {
  if (from.y < top)
    return [
      { x: left, y: top },
      { x: right, y: top },
    ];
  if (from.y > bottom)
    return [
      { x: left, y: bottom },
      { x: right, y: bottom },
    ];
  const x = from.x < left ? left : right;
  return [
    { x, y: top },
    { x, y: bottom },
  ];
}

/** On which side of the line from a to b a point lies: the sign says it. */
function side(a: Point, b: Point, point: Point): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

/**
 * Whether a pointer that left its term at `from` and is now at `at` may be on its way to the popover: whether
 * it is in the triangle between that place and the popover's nearer edge. (Known from nested menus, where a
 * pointer that goes straight to the submenu must not lose it.)
 */
export function isOnTheWay(from: Point, at: Point, popover: Box): boolean {
  const [a, b] = facingCorners(from, popover);
  const sides = [side(from, a, at), side(a, b, at), side(b, from, at)];
  return sides.every((each) => each >= 0) || sides.every((each) => each <= 0);
}
