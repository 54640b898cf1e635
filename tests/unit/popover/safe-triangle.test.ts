import { describe, expect, it } from 'vitest';
import { isOnTheWay } from '@/lib/popover/safe-triangle';

const below = { left: 100, top: 120, right: 440, bottom: 420 };

describe('isOnTheWay', () => {
  it.each([
    { name: 'straight down', from: { x: 150, y: 100 }, at: { x: 150, y: 110 }, box: below, is: true },
    {
      name: 'at a slant to the far corner',
      from: { x: 150, y: 100 },
      at: { x: 280, y: 110 },
      box: below,
      is: true,
    },
    {
      name: 'sideways along the line',
      from: { x: 150, y: 100 },
      at: { x: 260, y: 101 },
      box: below,
      is: false,
    },
    { name: 'away from it', from: { x: 150, y: 100 }, at: { x: 150, y: 90 }, box: below, is: false },
    { name: 'up to one above', from: { x: 150, y: 500 }, at: { x: 160, y: 450 }, box: below, is: true },
    { name: 'to one on the left', from: { x: 500, y: 200 }, at: { x: 460, y: 210 }, box: below, is: true },
    { name: 'to one on the right', from: { x: 50, y: 200 }, at: { x: 80, y: 250 }, box: below, is: true },
    { name: 'past one on the right', from: { x: 50, y: 200 }, at: { x: 55, y: 300 }, box: below, is: false },
  ])('$name: $is', ({ from, at, box, is }) => {
    expect(isOnTheWay(from, at, box)).toBe(is);
  });
});
