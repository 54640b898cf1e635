import { drawnParent } from './drawn-parent';

/** A colour as the computed style gives it: components 0–255, alpha 0–1. */
interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const TRANSPARENT: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };

let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** Any colour of CSS: `rgb(…)` by its numbers, `oklch(…)`, `lab(…)` and `color(…)` by painting a pixel with them. */
function readColour(text: string): Colour {
  if (text.startsWith('rgb')) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    return { red, green, blue, alpha };
  }
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null) return TRANSPARENT;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, alpha: alpha / 255 };
}

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
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (scheme.includes('dark')) return systemIsDark || !scheme.includes('light') ? 'dark' : 'light';
  return 'light';
}
