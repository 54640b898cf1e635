import { drawnParent } from '@/lib/page/drawn-parent';
import { HOST_NAME } from '@/lib/page/popover-bridge';
import { HTML_NAMESPACE } from '@/lib/page/shadow-roots';

/**
 * Where the host has to stand for its popovers to take clicks: inside the innermost modal dialog or
 * fullscreen element that holds the term, since everything outside is inert, also one of the page's own making, whose
 * script lets nothing happen outside; or popover of the page, which a click outside would close; else in the root
 * element.
 */
function homeFor(node: Node): Element {
  for (let at: Node | null = node; at !== null; at = drawnParent(at)) {
    if (!(at instanceof Element)) continue;
    const fullscreen = (at.getRootNode() as Document | ShadowRoot).fullscreenElement;
    if (at === fullscreen || at.matches('dialog:modal, :popover-open')) return at;
    if (at.matches('[aria-modal=true]') && at.checkVisibility()) return at;
  }
  return document.documentElement;
}

/** An element that is one of HTML in documents of plain XML too. */
function createElement(name: string): HTMLElement {
  return document.createElementNS(HTML_NAMESPACE, name) as HTMLElement;
}

/**
 * What a page takes for a click beside its menus and dialogs, for keys of its own, or for the focus leaving; and what it
 * forbids, or turns its own leaves by: menus, dragging, scrolling (in Firefox by two more names).
 */
const KEPT_EVENTS =
  'pointerdown pointerup mousedown mouseup click auxclick dblclick touchstart touchend keydown keypress keyup focusin ' +
  'contextmenu dragstart touchmove wheel DOMMouseScroll MozMousePixelScroll';

/** In Firefox a page can get at what is in the closed root (docs/adr/0032). */
function ignoreUnlessTrusted(event: Event): void {
  if (event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isOpen(frame: HTMLElement): boolean {
  return frame.isConnected && frame.matches(':popover-open');
}

/**
 * The one element that is added to a page: an empty custom element with a closed shadow root. It is put in
 * when a popover opens, and where the term asks for it.
 */
export class PopoverHost {
  readonly #element = createElement(HOST_NAME);
  readonly #root = this.#element.attachShadow({ mode: 'closed' });
  readonly #status = createElement('div');
  readonly #isAlive: () => boolean;
  readonly #open = new Set<HTMLElement>();
  /** What it stands in, or stood in last. */
  #home: Element | undefined;
  /** Since a reader opened a popover last. */
  #wasThrownOut = false;
  /**
   * A frame loses its box with the host, or with what that stands in: a dialog that is closed, or taken off the page.
   * Which is watched too: nothing is to be left in it when no frame is open.
   */
  readonly #lossWatch = new ResizeObserver(() => this.#comeBack());

  /** @param isAlive whether the extension is still there */
  constructor(css: string, isAlive: () => boolean) {
    this.#isAlive = isAlive;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.#root.adoptedStyleSheets = [sheet];
    this.#status.className = 'spoken';
    this.#status.setAttribute('role', 'status');
    this.#root.append(this.#status);
    // What a reader does in a popover is no business of the page around it.
    for (const type of KEPT_EVENTS.split(' '))
      this.#root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
    for (const type of ['click', 'keydown'])
      this.#root.addEventListener(type, ignoreUnlessTrusted, { capture: true });
  }

  /** A new frame for a popover, not shown yet. */
  addFrame(): HTMLElement {
    const frame = createElement('div');
    frame.className = 'frame';
    // Manual: it closes by our rules, and other popovers of the page stay open.
    frame.popover = 'manual';
    frame.setAttribute('role', 'dialog');
    frame.tabIndex = -1;
    // First of all, the newest before the pinned ones.
    this.#root.prepend(frame);
    return frame;
  }

  /** Shows a frame on top of everything that the node is part of. */
  show(frame: HTMLElement, node: Node): void {
    const home = homeFor(node);
    this.#wasThrownOut = false;
    this.#moveTo(home);
    // Places are in pixels of the viewport, whatever the page has enlarged itself by.
    frame.style.zoom = String(1 / home.currentCSSZoom);
    // Shown anew each time, so that it is above what the page put into the top layer meanwhile.
    if (isOpen(frame)) frame.hidePopover();
    frame.showPopover();
    this.#open.add(frame);
    this.#lossWatch.observe(frame);
  }

  hide(frame: HTMLElement): void {
    this.#open.delete(frame);
    this.#lossWatch.unobserve(frame);
    if (isOpen(frame)) frame.hidePopover();
  }

  /** Has a screen reader say something when it has said all else, with the voice of its language. */
  announce(text: string, language: string): void {
    this.#status.lang = language;
    this.#status.textContent = text;
  }

  /** The element in the popovers that has the focus. */
  get focused(): Element | null {
    return this.#root.activeElement;
  }

  /** Whether an event came from inside a popover. */
  holds(event: Event): boolean {
    return event.composedPath().includes(this.#element);
  }

  /** Whether an element is the host itself: what the page sees of the focus while it is in a popover. */
  is(element: Element | null): boolean {
    return element === this.#element;
  }

  remove(): void {
    this.#element.remove();
  }

  #moveTo(home: Element): void {
    if (this.#element.parentNode === home) return;
    if (this.#home) this.#lossWatch.unobserve(this.#home);
    this.#home = home;
    home.append(this.#element);
    // A root element changes its size with every line that a page adds, and stays.
    if (home !== document.documentElement) this.#lossWatch.observe(home);
    // Moving it has closed what is in it.
    for (const frame of this.#open) if (!isOpen(frame)) frame.showPopover();
  }

  #comeBack(): void {
    if (this.#element.parentNode === null) {
      // Thrown out itself: by a newer version of ours, or by the page. One that does so on purpose would do so again.
      if (this.#wasThrownOut || !this.#isAlive()) return;
      this.#wasThrownOut = true;
    }
    const isSeen = [...this.#open].every((frame) => frame.checkVisibility());
    if (!isSeen || this.#element.parentElement?.checkVisibility() === false)
      this.#moveTo(homeFor(this.#element));
  }
}
