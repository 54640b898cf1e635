import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../support/contrast';

const css = readFileSync(new URL('../../../assets/styles/tokens.css', import.meta.url), 'utf8');

/** The custom properties of the blocks whose selector has the given text. */
function readBlocks(selector: string): Record<string, string>[] {
  return [...css.matchAll(/([^{}]+)\{([^{}]*--scheme[^{}]*)\}/g)]
    .filter(([, head]) => head?.includes(selector))
    .map(([, , body = '']) =>
      Object.fromEntries(
        [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
      ),
    );
}

const [light = {}] = readBlocks(':root,');
const [darkBySystem = {}] = readBlocks(':root:not([data-theme])');
const [dark = {}] = readBlocks('[data-theme="dark"]');

describe('the dark theme', () => {
  it('is the same by the system’s choice and by ours', () => {
    expect(Object.keys(dark).length).toBeGreaterThan(10);
    expect(darkBySystem).toEqual(dark);
  });

  it('gives every colour that the light one gives', () => {
    expect(Object.keys(dark)).toEqual(Object.keys(light));
  });
});

describe.each([
  { theme: 'light', colours: light },
  { theme: 'dark', colours: dark },
])('the $theme theme', ({ colours }) => {
  const of = (name: string): string => colours[name] ?? 'missing';

  it.each(['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-hover', 'cinnabar', 'positive'])(
    'has %s readable on everything it stands on',
    (text) => {
      for (const ground of ['paper', 'ground', 'wash']) {
        expect(contrast(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('has the text of a marked row readable', () => {
    for (const text of ['ink', 'ink-soft', 'ink-faint']) {
      expect(contrast(of(text), of('accent-wash')), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has the text of a button readable, also under the pointer', () => {
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of('on-accent'), of('accent-hover'))).toBeGreaterThanOrEqual(4.5);
  });

  it('has the edges of controls visible', () => {
    for (const ground of ['paper', 'ground']) {
      expect(contrast(of('line-strong'), of(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });
});
