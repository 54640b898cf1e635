import { shadowRootOf } from '@/lib/page/shadow-roots';

/** The element with the focus, down through shadow roots. */
function deepFocus(): Element | null {
  let at = document.activeElement;
  for (;;) {
    const inner: Element | null = (at && shadowRootOf(at)?.activeElement) ?? null;
    if (inner === null) return at;
    at = inner;
  }
}

/** Remembers where the reader is; the function that comes back takes the focus there again. */
export function rememberFocus(): () => void {
  const element = deepFocus();
  return () => {
    if (element instanceof HTMLElement && element.isConnected && element !== document.body) {
      element.focus({ preventScroll: true });
    } else if (document.activeElement instanceof HTMLElement) {
      // It was nowhere: the page then has its keys again.
      document.activeElement.blur();
    }
  };
}

/** The elements in a frame that Tab stops at, in order. */
export function tabStops(frame: HTMLElement): HTMLElement[] {
  const all = frame.querySelectorAll<HTMLElement>('a[href], button, [tabindex]');
  return [...all].filter((each) => each.tabIndex >= 0 && each.checkVisibility());
}
