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
export function readColour(text: string): Colour {
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
