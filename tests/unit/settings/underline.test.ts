import { describe, expect, it } from 'vitest';
import {
  ACTIVE_HIGHLIGHT,
  allHighlightNames,
  COLOUR_VALUES,
  FLASH_HIGHLIGHT,
  highlightName,
  highlightStylesheet,
  lookDeclarations,
  lookRules,
  UNDERLINE_COLOURS,
  UNDERLINE_STYLES,
} from '@/lib/settings/underline';
import { contrast } from '../../support/contrast';

const LOOKS = UNDERLINE_STYLES.flatMap((style) => UNDERLINE_COLOURS.map((colour) => ({ style, colour })));

describe('COLOUR_VALUES', () => {
  const fixed = UNDERLINE_COLOURS.filter((colour) => colour !== 'text');

  it.each(fixed)('%s stands out on white and on a dark page', (colour) => {
    expect(contrast(COLOUR_VALUES[colour], '#ffffff')).toBeGreaterThanOrEqual(3);
    expect(contrast(COLOUR_VALUES[colour], '#1b1b1f')).toBeGreaterThanOrEqual(3);
  });

  it('follows the page’s own colour for the text look', () => {
    expect(COLOUR_VALUES.text).toBe('currentColor');
  });
});

describe('highlightStylesheet', () => {
  const sheet = highlightStylesheet({ inherited: false });

  it('has exactly one rule for every name', () => {
    const named = [...sheet.matchAll(/^::highlight\(([\w-]+)\)/gm)].map(([, name]) => name);
    expect([...named].sort()).toEqual([...allHighlightNames()].sort());
  });

  it.each(LOOKS)('draws $style $colour as the sample does', (look) => {
    expect(sheet).toContain(`::highlight(${highlightName(look)}) { ${lookDeclarations(look)} }`);
  });

  it('draws every ground as a line where colours are forced', () => {
    const grounds = [...sheet.matchAll(/^::highlight\(([\w-]+)\) { background-color/gm)];
    const lines = [
      ...sheet.matchAll(/^@media \(forced-colors: active\) { ::highlight\(([\w-]+)\) { text-dec/gm),
    ];
    expect(lines.map(([, name]) => name).sort()).toEqual(grounds.map(([, name]) => name).sort());
  });

  it('has a rule of the root alone for each where highlights inherit', () => {
    const selectors = (css: string): string[] => css.match(/\S*::highlight\([\w-]+\)/g) ?? [];
    const inherited = selectors(highlightStylesheet({ inherited: true }));
    expect(inherited).toEqual(selectors(sheet).map((selector) => `:root${selector}`));
  });

  it('uses only what a highlight may have', () => {
    const properties = [...sheet.matchAll(/[{;]\s*([\w-]+):/g)].map(([, property]) => property);
    for (const property of properties) {
      expect(['text-decoration', 'background-color', 'color']).toContain(property);
    }
  });

  it('reads a flashed term well', () => {
    const flash = lookRules(LOOKS[0]!).match(/background-color: (#\w+); color: (#\w+)/);
    expect(contrast(flash?.[1] ?? '', flash?.[2] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

describe('allHighlightNames', () => {
  it('names each look, general and of glossaries, and the two states once', () => {
    const names = allHighlightNames();
    expect(new Set(names).size).toBe(2 * LOOKS.length + 2);
    expect(names).toEqual(expect.arrayContaining([ACTIVE_HIGHLIGHT, FLASH_HIGHLIGHT]));
  });
});
