import { shadowRootOf } from '@/lib/page/shadow-roots';

/** Elements that hold a document of their own, to which the keys go when they have the focus. */
const FRAMES = /^(iframe|frame|object|embed)$/;

/** Whether keys come to this document: the focus is in it, and not in one that it holds, in a shadow tree maybe. */
export function getsKeys(): boolean {
  let focused = document.activeElement;
  while (focused) {
    const within: Element | null | undefined = shadowRootOf(focused)?.activeElement;
    if (!within) break;
    focused = within;
  }
  return document.hasFocus() && !FRAMES.test(focused?.localName ?? '');
}
