import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameStops, nextPlace, nextStop, orderStops, placeAt, type Stop } from '@/lib/page-list/stops';

const frame = (frameId: number, path: number[] | undefined, more: Partial<FrameStops> = {}): FrameStops => ({
  frameId,
  path,
  count: 2,
  before: [],
  ...more,
});

const written = (frames: FrameStops[]): string =>
  orderStops(frames)
    .map(({ frameId, at }) => `${frameId}.${at}`)
    .join(' ');

describe('orderStops', () => {
  it.each<[name: string, frames: FrameStops[], order: string]>([
    ['one frame', [frame(0, [])], '0.0 0.1'],
    ['a frame between two terms', [frame(0, [], { before: [1] }), frame(7, [0])], '0.0 7.0 7.1 0.1'],
    [
      'two frames at one place',
      [frame(9, [1]), frame(0, [], { before: [2, 2] }), frame(5, [0])],
      '0.0 0.1 5.0 5.1 9.0 9.1',
    ],
    [
      'a frame in a frame',
      [frame(0, [], { before: [1] }), frame(3, [0], { before: [1] }), frame(4, [0, 0])],
      '0.0 3.0 4.0 4.1 3.1 0.1',
    ],
    [
      'a frame in one that has not answered',
      [frame(0, [], { before: [1, 2] }), frame(4, [0, 0])],
      '0.0 4.0 4.1 0.1',
    ],
    ['a frame whose place is unknown', [frame(2, undefined), frame(0, [])], '0.0 0.1 2.0 2.1'],
    ['nothing', [], ''],
  ])('puts terms where they are seen: %s', (_name, frames, order) => {
    expect(written(frames)).toBe(order);
  });
});

describe('the places of a term', () => {
  const page = [frame(0, [], { count: 3, before: [1] }), frame(7, [0])];
  const place = (frameId: number, at: number, nth: number) => ({ stop: { frameId, at }, nth, count: 5 });

  it.each<[name: string, from: Stop | undefined, back: boolean, to: ReturnType<typeof place>]>([
    ['from nowhere to the first', undefined, false, place(0, 0, 0)],
    ['from nowhere back to the last', undefined, true, place(0, 2, 4)],
    ['into a frame', { frameId: 0, at: 0 }, false, place(7, 0, 1)],
    ['out of it', { frameId: 7, at: 1 }, false, place(0, 1, 3)],
    ['back into it', { frameId: 0, at: 1 }, true, place(7, 1, 2)],
    ['round to the first', { frameId: 0, at: 2 }, false, place(0, 0, 0)],
    ['round to the last', { frameId: 0, at: 0 }, true, place(0, 2, 4)],
    ['from one that is gone to the first', { frameId: 7, at: 9 }, false, place(0, 0, 0)],
  ])('are gone through as they are seen: %s', (_name, from, back, to) => {
    expect(nextPlace(page, { from, back })).toEqual(to);
    expect(placeAt(page, to.stop)).toEqual(to);
  });

  it('are none where there is none', () => {
    expect(nextPlace([frame(0, [], { count: 0 })], { from: undefined, back: true })).toBeUndefined();
    expect(placeAt(page, { frameId: 3, at: 0 })).toBeUndefined();
  });
});

describe('nextStop', () => {
  const page = (more: Partial<FrameStops> = {}, inner: Partial<FrameStops> = {}): FrameStops[] => [
    frame(0, [], { count: 3, before: [1], ...more }),
    frame(7, [0], inner),
  ];
  const current = (at: number, timeMs: number) => ({ current: { at, timeMs } });

  it.each<[name: string, frames: FrameStops[], back: boolean, stop: string]>([
    ['the first term in sight', page({ firstInSight: 1 }), false, '0.1'],
    ['the last term above what is in sight', page({ firstInSight: 1 }), true, '7.1'],
    ['the first of all where none is in sight', page(), false, '0.0'],
    ['the term after the current one, in a frame', page(current(0, 1)), false, '7.0'],
    ['the term before it', page(current(1, 1)), true, '7.1'],
    ['out of the frame again', page({}, current(1, 1)), false, '0.1'],
    ['round to the first', page(current(2, 1)), false, '0.0'],
    ['round to the last', page(current(0, 1)), true, '0.2'],
    ['on from the latest of two current ones', page(current(2, 1), current(0, 2)), false, '7.1'],
  ])('is %s', (_name, frames, back, stop) => {
    const next = nextStop(frames, { back });
    expect(`${next?.frameId}.${next?.at}`).toBe(stop);
  });

  it('is none on a page without terms', () => {
    expect(nextStop([frame(0, [], { count: 0 })], { back: false })).toBeUndefined();
    expect(nextStop([], { back: true })).toBeUndefined();
  });

  it('passes every term once before the first comes again', () => {
    const frames = fc.record({
      counts: fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
      back: fc.boolean(),
    });
    fc.assert(
      fc.property(frames, ({ counts, back }) => {
        const [top = 0, ...inner] = counts;
        const made = [
          frame(0, [], { count: top, before: inner.map((_, child) => Math.min(child, top)) }),
          ...inner.map((count, child) => frame(child + 1, [child], { count })),
        ];
        const all = orderStops(made);
        const seen = new Set<string>();
        for (let step = 0; step < all.length; step++) {
          const stop = nextStop(made, { back });
          if (stop === undefined) break;
          seen.add(`${stop.frameId}.${stop.at}`);
          for (const each of made) delete each.current;
          const at = made.find(({ frameId }) => frameId === stop.frameId);
          if (at !== undefined) at.current = { at: stop.at, timeMs: 1 };
        }
        expect(seen.size).toBe(all.length);
      }),
    );
  });
});
