import { describe, expect } from 'vitest';
import type { Popover } from '../../scripts/browser/driver.ts';
import { test } from './browser-test.ts';
import { pointAt } from './point-at.ts';

describe('the look of the popover', () => {
  const lightness = (color: string): number => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
    // oklch() and color() give parts from 0 to 1, rgb() from 0 to 255.
    return /^rgb/.test(color) ? (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255 : r;
  };

  const isDark = ({ background, color }: Popover): boolean => lightness(background) < lightness(color);

  test('follows light and dark', async ({ open }) => {
    const tab = await open('/demo/article.html');
    await tab.setColorScheme('light');
    expect(isDark(await pointAt(tab, '果园港'))).toBe(false);
    await tab.press('Escape');
    await tab.moveAway();
    await tab.setColorScheme('dark');
    const dark = await pointAt(tab, '果园港');
    await tab.setColorScheme('light');
    expect(isDark(dark)).toBe(true);
  });

  test('is dark on a page that is always dark, and light on one that never is', async ({ open }) => {
    expect(isDark(await pointAt(await open('/dark.html'), '果园港'))).toBe(true);
    const light = await open('/plain.html');
    await light.setColorScheme('dark');
    const popover = await pointAt(light, '果园港');
    await light.setColorScheme('light');
    expect(isDark(popover)).toBe(false);
    // One that goes by the system says so in a style sheet, or in a meta element alone.
    const either = await open('/cards.html');
    await either.setColorScheme('dark');
    const followed = await pointAt(either, '成渝地区双城经济圈');
    await either.setColorScheme('light');
    expect(isDark(followed)).toBe(true);
  });

  test('goes by the ground that its term stands on, in whatever notation', async ({ open }) => {
    const tab = await open('/grounds.html');
    expect(isDark(await pointAt(tab, '果园港'))).toBe(true);
    await tab.press('Escape');
    await tab.moveAway();
    expect(isDark(await pointAt(tab, '天府新区'))).toBe(false);
    expect(isDark(await pointAt(await open('/widgets.html'), '泸州港'))).toBe(true);
  });
});
