import { HOST_NAME } from '@/lib/page/popover-bridge';

/** The parent of a node in what is drawn: out of a shadow root to its host. */
function drawnParent(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/**
 * Where the host has to stand for its popover to take clicks: inside the innermost modal dialog or
 * fullscreen element that holds the term, since everything outside is inert; else in the root element.
 */
function homeFor(node: Node): Element {
  for (let at: Node | null = node; at !== null; at = drawnParent(at)) {
    if (!(at instanceof Element)) continue;
    const fullscreen = (at.getRootNode() as Document | ShadowRoot).fullscreenElement;
    if (at === fullscreen || at.matches('dialog:modal')) return at;
  }
  return document.documentElement;
}

/**
 * The one element that is added to a page: an empty custom element with a closed shadow root. It is put in
 * when the popover opens, and where the term asks for it.
 */
export class PopoverHost {
  readonly #element = document.createElement(HOST_NAME);
  readonly #root = this.#element.attachShadow({ mode: 'closed' });
  readonly frame = document.createElement('div');

  constructor(css: string) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
    this.frame.className = 'frame';
    // Manual: it closes by our rules, and other popovers of the page stay open.
    this.frame.popover = 'manual';
    this.frame.setAttribute('role', 'dialog');
    this.#root.append(this.frame);
  }

  /** Shows the frame on top of everything that the node is part of. */
  show(node: Node): void {
    const home = homeFor(node);
    if (this.#element.parentNode !== home) {
      this.hide();
      home.append(this.#element);
    }
    // Shown anew each time, so that it is above what the page put into the top layer meanwhile.
    if (this.frame.matches(':popover-open')) this.frame.hidePopover();
    this.frame.showPopover();
  }

  hide(): void {
    if (this.frame.isConnected && this.frame.matches(':popover-open')) this.frame.hidePopover();
  }

  /** Whether an event came from inside the popover. */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#element);
  }

  remove(): void {
    this.hide();
    this.#element.remove();
  }
}
