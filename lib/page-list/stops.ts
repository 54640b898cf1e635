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
  /** The first term that is in sight, or else below it. */
  firstInSight?: number;
}

export interface Stop {
  frameId: number;
  at: number;
}

/** Which terms are stops: those of certain forms of a term index. */
export interface StopFilter {
  revision: number;
  forms: readonly number[];
}

/** Forms of one frame. */
export interface FrameForms {
  frameId: number;
  forms: number[];
}

/** Whether the popover of a stop opens, and takes the focus. */
export type OpenStop = 'no' | 'open' | 'focus';

/** One of the places of a term in a tab. */
export interface TabPlace {
  stop: Stop;
  /** Which of all it is, from 0. */
  nth: number;
  count: number;
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

const indexOf = (stops: readonly Stop[], { frameId, at }: Stop): number =>
  stops.findIndex((stop) => stop.frameId === frameId && stop.at === at);

/** Which of the places of a term a stop is; `undefined` if it is none. */
export function placeAt(frames: readonly FrameStops[], stop: Stop): TabPlace | undefined {
  const stops = orderStops(frames);
  const nth = indexOf(stops, stop);
  return nth < 0 ? undefined : { stop, nth, count: stops.length };
}

/**
 * The place after one, or before it, and round again; the first of all, or the last, where that one is gone or none
 * is given. `undefined` if there are no places.
 */
export function nextPlace(
  frames: readonly FrameStops[],
  { from, back }: { from: Stop | undefined; back: boolean },
): TabPlace | undefined {
  const stops = orderStops(frames);
  const { length: count } = stops;
  const last = from === undefined ? -1 : indexOf(stops, from);
  const nth = last < 0 ? (back ? count - 1 : 0) : (last + (back ? count - 1 : 1)) % count;
  const stop = stops[nth];
  return stop && { stop, nth, count };
}

/**
 * The stop after the current one, or before it, and round again; where there is no current one, the first in sight
 * of the top frame, or the last above it. `undefined` if there are no stops.
 */
export function nextStop(frames: readonly FrameStops[], { back }: { back: boolean }): Stop | undefined {
  const [latest] = frames
    .filter(({ current }) => current !== undefined)
    .sort((a, b) => (b.current?.timeMs ?? 0) - (a.current?.timeMs ?? 0));
  if (latest?.current !== undefined) {
    return nextPlace(frames, { from: { frameId: latest.frameId, at: latest.current.at }, back })?.stop;
  }
  const stops = orderStops(frames);
  const top = frames.find(({ frameId }) => frameId === 0);
  const first = top?.firstInSight === undefined ? 0 : indexOf(stops, { frameId: 0, at: top.firstInSight });
  return stops.at(back ? first - 1 : first);
}
