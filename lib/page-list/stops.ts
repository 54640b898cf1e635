/**
 * The way through the terms of a page, its frames included, in the order in which they are seen: a frame's terms
 * come where the frame stands in the page around it.
 */

/** The terms of one frame that can be stopped at: numbered from 0 in document order. */
export interface FrameStops {
  frameId: number;
  /**
   * The way to it from the top frame: at each step, which of the child frames it is. `undefined` where that can't be
   * found out (a frame in a shadow tree).
   */
  path: readonly number[] | undefined;
  count: number;
  /** Of each child frame: how many of the terms stand before it. */
  before: readonly number[];
  /** The term last stopped at, while it is in sight, and when that was (ms, the same clock in all frames). */
  current?: { at: number; timeMs: number };
  /** The first term that is not above what is in sight. */
  firstInSight?: number;
}

export interface Stop {
  frameId: number;
  at: number;
}

/**
 * Where a stop stands: numbers to be compared one after another. A frame that comes after `n` terms of the frame
 * around it stands between term n − 1 and term n, hence the half.
 */
function placeOf(frame: FrameStops, at: number, byPath: ReadonlyMap<string, FrameStops>): number[] {
  if (frame.path === undefined) return [Number.POSITIVE_INFINITY, frame.frameId, at];
  const place: number[] = [];
  for (const [depth, child] of frame.path.entries()) {
    const around = byPath.get(frame.path.slice(0, depth).join());
    place.push((around?.before[child] ?? 0) - 0.5, child);
  }
  return [...place, at];
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((number, level) => number !== b[level]);
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** All stops of a page in the order in which they are seen. */
export function orderStops(frames: readonly FrameStops[]): Stop[] {
  const byPath = new Map(
    frames.flatMap((frame) => (frame.path === undefined ? [] : [[frame.path.join(), frame] as const])),
  );
  return frames
    .flatMap((frame) =>
      Array.from({ length: frame.count }, (_, at) => ({
        stop: { frameId: frame.frameId, at },
        place: placeOf(frame, at, byPath),
      })),
    )
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ stop }) => stop);
}

/**
 * The stop after the current one, or before it, and round again; where there is no current one, the first in sight
 * of the top frame, or the last above it. `undefined` if there are no stops.
 */
export function nextStop(frames: readonly FrameStops[], { back }: { back: boolean }): Stop | undefined {
  const stops = orderStops(frames);
  const indexOf = (frameId: number, at: number): number =>
    stops.findIndex((stop) => stop.frameId === frameId && stop.at === at);
  const [latest] = frames
    .filter(({ current }) => current !== undefined)
    .sort((a, b) => (b.current?.timeMs ?? 0) - (a.current?.timeMs ?? 0));
  if (latest?.current !== undefined) {
    const index = indexOf(latest.frameId, latest.current.at);
    return stops.at((index + (back ? -1 : 1)) % stops.length);
  }
  const top = frames.find(({ frameId }) => frameId === 0);
  const first = top?.firstInSight === undefined ? 0 : indexOf(0, top.firstInSight);
  return stops.at(back ? first - 1 : first);
}
