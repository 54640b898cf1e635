import { readColour } from './colour';
import { drawnParent } from './drawn-parent';

/** Half-way between black and white to the eye (Rec. 709 luma). */
const MIDDLE_LUMA = 128;

/** Below this a background tints what is behind it rather than covering it. */
const COVERING_ALPHA = 0.5;

/**
 * Whether the text of a node stands on a light or a dark ground: the nearest background that covers what is
 * behind it, through shadow trees; without one, the canvas of the page's colour scheme.
 */
export function backdropTheme(node: Node): 'light' | 'dark' {
  for (let at: Node | null = node; at !== null; at = drawnParent(at)) {
    if (!(at instanceof Element)) continue;
    const { red, green, blue, alpha } = readColour(getComputedStyle(at).backgroundColor);
    if (alpha < COVERING_ALPHA) continue;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < MIDDLE_LUMA ? 'dark' : 'light';
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  // A page may say it in a meta element alone, of which the style knows nothing.
  const meta = document.querySelector<HTMLMetaElement>('meta[name="color-scheme" i]');
  const scheme = colorScheme === 'normal' ? (meta?.content ?? '') : colorScheme;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (scheme.includes('dark')) return systemIsDark || !scheme.includes('light') ? 'dark' : 'light';
  return 'light';
}
