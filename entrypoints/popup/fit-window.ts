/** Meanwhile the browser may still be making the window as large as its page wants it. */
const SETTLED_MS = 200;

/** Narrower than this no popup stays, in CSS pixels: it is still being made. */
const LEAST_PX = 160;

/**
 * Browsers make a popup as wide as its page, up to 800 px of a page that isn't zoomed: at more than twice the size that is
 * less than the page wants. It then takes what there is, in place of being scrolled sideways.
 */
export function fitWindow(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = (): void => {
    const { clientWidth } = document.documentElement;
    if (clientWidth >= LEAST_PX) document.body.style.setProperty('--window-width', `${clientWidth}px`);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(fit, SETTLED_MS);
  };
  addEventListener('resize', wait);
  wait();
}
