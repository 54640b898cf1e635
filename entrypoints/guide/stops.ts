import { drawnMarks } from '@/lib/page/drawn-marks';
import { comparePosition, type Mark } from '@/lib/page/mark';
import { isInSight } from '@/lib/page/scroll-to-mark';
import type { FrameStops, StopFilter } from '@/lib/page-list/stops';

/** The marks of this frame that a reader can step to. */
export class Stops {
  /** All of them, as they were when last listed: going through them takes a while. */
  #all: Mark[] = [];
  #current: { mark: Mark; timeMs: number } | undefined;

  list(shown: Iterable<Mark>, of: StopFilter | undefined): Omit<FrameStops, 'frameId'> {
    const drawn = drawnMarks(shown, of);
    const marks = drawn.map(({ mark }) => mark);
    if (of === undefined) this.#all = marks;
    const firstInSight = drawn.findIndex(
      // What a header covers is no more in sight than what is above the window.
      ({ mark, rect }) => rect.top >= innerHeight || (rect.bottom > 0 && isInSight(mark)),
    );
    const at = drawn.findIndex(
      ({ mark, rect }) => mark === this.#current?.mark && rect.bottom > 0 && rect.top < innerHeight,
    );
    return {
      path: framePath(),
      count: drawn.length,
      before: countBeforeFrames(marks),
      ...(firstInSight < 0 ? {} : { firstInSight }),
      ...(at < 0 || this.#current === undefined ? {} : { current: { at, timeMs: this.#current.timeMs } }),
    };
  }

  /** The mark with this number in such a list, which is the current one from now on; unless it is gone. */
  take(shown: Iterable<Mark>, at: number, of: StopFilter | undefined): Mark | undefined {
    const mark = of === undefined ? this.#all[at] : drawnMarks(shown, of)[at]?.mark;
    if (mark?.shown !== true) return undefined;
    this.#current = { mark, timeMs: Date.now() };
    return mark;
  }
}

/** Which child frame of which this one is, from the top frame down. All of it may be asked across origins. */
function framePath(): number[] | undefined {
  const path: number[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    const child = childFrames(at.parent).indexOf(at);
    if (child < 0) return undefined;
    path.unshift(child);
  }
  return path;
}

function childFrames(parent: Window): Window[] {
  return Array.from({ length: parent.length }, (_, child) => parent[child] as Window);
}

/** Of each child frame, how many of the marks stand before it. */
function countBeforeFrames(marks: readonly Mark[]): number[] {
  if (window.length === 0) return [];
  const elements = [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame, object, embed')];
  return childFrames(window).map((child) => {
    const element = elements.find(({ contentWindow }) => contentWindow === child);
    if (element === undefined) return marks.length;
    const after = marks.findIndex(
      ({ ranges }) =>
        (comparePosition((ranges[0] as StaticRange).startContainer, element) &
          Node.DOCUMENT_POSITION_PRECEDING) !==
        0,
    );
    return after < 0 ? marks.length : after;
  });
}
