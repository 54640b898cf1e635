import { describe, expect, it } from 'vitest';
import { anchorBox } from '@/lib/popover/anchor';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('anchorBox', () => {
  const first = box(300, 100, 400, 120);
  const second = box(20, 124, 90, 144);

  it.each([
    { name: 'a term on one line', lines: [first], point: undefined, is: first },
    {
      name: 'the first line of two when it is pointed at, with the second below',
      lines: [first, second],
      point: { x: 320, y: 110 },
      is: box(300, 100, 400, 144),
    },
    {
      name: 'the second line of two when it is pointed at, with the first above',
      lines: [first, second],
      point: { x: 30, y: 140 },
      is: box(20, 100, 90, 144),
    },
    {
      name: 'three lines in whatever order they come',
      lines: [box(0, 150, 10, 170), first, box(0, 125, 400, 145)],
      point: { x: 320, y: 110 },
      is: box(300, 100, 400, 170),
    },
    {
      name: 'without the part in the next column',
      lines: [box(20, 500, 90, 520), box(300, 40, 400, 60)],
      point: { x: 30, y: 510 },
      is: box(20, 500, 90, 520),
    },
  ])('is $name', ({ lines, point, is }) => {
    expect(anchorBox(lines, point, false)).toEqual(is);
  });

  it('is as wide as both columns of vertical text', () => {
    const lines = [box(200, 300, 220, 400), box(170, 20, 190, 90)];
    expect(anchorBox(lines, { x: 180, y: 50 }, true)).toEqual(box(170, 20, 220, 90));
  });

  it('takes boxes whose sides are getters, as those of the DOM are', () => {
    class Rect {
      get left() {
        return 1;
      }
      get top() {
        return 2;
      }
      get right() {
        return 3;
      }
      get bottom() {
        return 4;
      }
    }
    expect(anchorBox([new Rect()], undefined, false)).toEqual(box(1, 2, 3, 4));
  });
});
