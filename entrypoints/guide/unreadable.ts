/** From this share of the window on, what is drawn is what the reader reads. */
const LEAST_SHARE = 0.5;

/**
 * Whether this is a viewer of PDFs: Chromium lets content scripts into the page that it builds round its own one, which
 * has no text.
 */
export function isPdf(): boolean {
  return document.contentType === 'application/pdf';
}

/** Whether most of what is in sight is drawn on canvases, as online editors and maps do: there is no text to read. */
export function isDrawn(): boolean {
  let area = 0;
  for (const canvas of document.querySelectorAll('canvas')) {
    const { left, top, right, bottom } = canvas.getBoundingClientRect();
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (width > 0 && height > 0) area += width * height;
  }
  return area >= LEAST_SHARE * innerWidth * innerHeight;
}
