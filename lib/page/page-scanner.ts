import { ChangeWatch, type PageChanges } from './change-watch';
import { type Container, findPlace, isEditor, roleOf } from './elements';
import { LateShadows } from './late-shadows';
import { nextTurn, SLICE_MS } from './slices';
import type { TextBlock } from './text-block';
import { readContainer } from './text-blocks';

/** What a scanner tells of the page. Every call is short: it runs inside a slice. */
export interface ScanListener {
  /** The blocks of a container as they are now, in place of those given before. */
  onBlocks(container: Container, blocks: TextBlock[]): void;
  /** The container has left the page, or its text is no longer to be read. */
  onGone(container: Container): void;
  /** The text of a node has just changed: ranges on it may cover other characters now. */
  onTextChanged(node: Text): void;
  onShadowRoot(root: ShadowRoot): void;
  onShadowRootGone(root: ShadowRoot): void;
  /** The page has put another root element in place, maybe by `document.open()`, which takes all listeners away. */
  onRootReplaced(): void;
  /** A slice of work is done, and with it all that is to be read now, or not. */
  onSliceEnd(isLast: boolean): void;
  /** False once the extension is gone: then nothing is read any more. */
  isAlive(): boolean;
}

/** Up to so many new elements at once are read before what waits, without asking where they are. */
const FEW = 8;

/**
 * With these an element without a box intersects the document exactly when it has got one, wherever that is: what is in
 * it may be fixed on the screen.
 */
const ANYWHERE = { root: document, rootMargin: '9999999px', scrollMargin: '9999999px' };

/**
 * After this many siblings below the screen the rest is taken to be there too: asking each element of a
 * long list for its box costs more than now and then reading one a little later.
 */
const OFF_SCREEN_IN_A_ROW = 8;

/**
 * Reads all text of the page, what is on screen first, and reads again what changes. Never writes to the
 * page: what it observes is the page's own doing.
 */
export class PageScanner {
  readonly #listener: ScanListener;
  /** Containers on screen, then those elsewhere; the last of each is next. */
  #urgent: Container[] = [];
  #waiting: Container[] = [];
  /** Containers that have been read, and whether any text of their own made a block. */
  #seen = new WeakMap<Container, boolean>();
  #running = false;
  #stopped = false;

  readonly #changes: ChangeWatch;
  readonly #shadowRoots = new Map<Element, ShadowRoot>();
  readonly #lateShadows: LateShadows;
  readonly #hiddenWatch: IntersectionObserver;
  #watchedHidden = new WeakSet<Element>();

  constructor(listener: ScanListener) {
    this.#listener = listener;
    this.#changes = new ChangeWatch({
      wantsChanges: () => this.#onFirstSign(),
      isWithoutText: (node) => this.#seen.get(node as Element) === false,
      onTextChanged: (node) => listener.onTextChanged(node),
      onRootReplaced: () => listener.onRootReplaced(),
      onChanges: (changes) => this.#takeIn(changes),
    });
    this.#hiddenWatch = new IntersectionObserver((entries) => this.#onShown(entries), ANYWHERE);
    this.#lateShadows = new LateShadows({
      mayLook: () => this.#mayWork(),
      onFound: (roots) => {
        for (const root of roots) this.#enterShadow(root);
        this.#enqueue(roots);
        this.#run();
      },
    });
  }

  /** Starts reading the page and watching it. */
  start(): void {
    this.#changes.observe(document);
    this.rescan();
  }

  /** Reads everything again. */
  rescan(): void {
    this.#seen = new WeakMap();
    this.#urgent = [];
    this.#waiting = [];
    this.#enqueue([document.documentElement]);
    this.#run();
  }

  /** Stops reading and watching for good. */
  stop(): void {
    this.#stopped = true;
    this.#changes.stop();
    this.#hiddenWatch.disconnect();
    this.#lateShadows.stop();
    for (const root of this.#shadowRoots.values()) this.#listener.onShadowRootGone(root);
    this.#shadowRoots.clear();
  }

  /** Takes in containers that are off the screen. */
  #wait(containers: readonly Container[]): void {
    for (let at = containers.length - 1; at >= 0; at--) this.#waiting.push(containers[at] as Container);
  }

  /** Takes in containers: what is on screen is read before all else. */
  #enqueue(containers: readonly Container[]): void {
    const waiting: Container[] = [];
    const urgent: Container[] = [];
    let offScreenInARow = 0;
    for (const container of containers) {
      // A page that writes another has no root element for a moment, whatever TypeScript says.
      if (!container || this.#seen.has(container)) continue;
      const onScreen = offScreenInARow < OFF_SCREEN_IN_A_ROW && isOnScreen(container);
      offScreenInARow = onScreen || urgent.length === 0 ? 0 : offScreenInARow + 1;
      (onScreen ? urgent : waiting).push(container);
    }
    this.#urgent.push(...urgent.reverse());
    this.#wait(waiting);
  }

  #run(): void {
    if (this.#running) return;
    this.#running = true;
    // Should one piece of the page make it fail, the next change starts it again.
    void this.#work().finally(() => {
      this.#running = false;
    });
  }

  async #work(): Promise<void> {
    for (;;) {
      await nextTurn(this.#urgent.length > 0);
      if (!this.#mayWork()) return;
      const end = performance.now() + SLICE_MS;
      do {
        const urgent = this.#urgent.pop();
        const container = urgent ?? this.#waiting.pop();
        if (container === undefined) break;
        const children = this.#read(container);
        // What is in something off the screen is off it too, hardly ever not, and then is only read a little later: on a
        // page of many boxes in boxes, asking for theirs cost a quarter of all the reading.
        if (urgent === undefined) this.#wait(children);
        else this.#enqueue(children);
      } while (performance.now() < end);
      const isLast = this.#urgent.length === 0 && this.#waiting.length === 0;
      this.#listener.onSliceEnd(isLast);
      if (isLast) return;
    }
  }

  /**
   * What the extension offers to its scripts throws once it is gone, so this is asked before each piece of work. A
   * document tells nobody when it becomes an editor, but it is changed then.
   */
  #mayWork(): boolean {
    return !this.#stopped && this.#listener.isAlive() && !isEditor(document);
  }

  /** @returns the containers directly in it */
  #read(container: Container): readonly Container[] {
    if (this.#seen.has(container) || !container.isConnected) return [];
    const content = readContainer(container);
    this.#seen.set(container, content.blocks.length > 0);
    this.#listener.onBlocks(container, content.blocks);
    for (const element of content.hidden) this.#watchHidden(element);
    for (const child of content.children) {
      if (child instanceof ShadowRoot) this.#enterShadow(child);
    }
    if (content.possibleHosts.length > 0) this.#lateShadows.expect(content.possibleHosts);
    return content.children;
  }

  // What changes

  /** Puts in order what no change tells of, and says whether changes are to be taken in. */
  #onFirstSign(): boolean {
    const root = document.documentElement;
    // Nobody tells of a document that becomes an editor before it is written in.
    if (isEditor(document) && this.#seen.has(root)) this.#forget(root);
    if (!this.#mayWork()) return false;
    if (!this.#seen.has(root)) this.#enqueue([root]);
    return true;
  }

  #takeIn({ removed, added, dirty }: PageChanges): void {
    if (!this.#mayWork()) return;
    for (const element of removed) {
      // Moved into an editor, or one itself: asked for each row of a table that is sorted, so no more than this.
      if (!element.isConnected || (element as HTMLElement).isContentEditable) this.#forget(element);
    }
    this.#readAdded(added);
    for (const node of dirty) this.#readAgain(node);
    this.#lateShadows.lookSoon();
    this.#run();
  }

  #readAdded(added: ReadonlySet<Element>): void {
    const blocks: Element[] = [];
    for (const element of added) {
      if (!element.isConnected || !this.#seen.has(element.parentNode as Element)) continue;
      const role = roleOf(element);
      if (role === 'block') blocks.push(element);
      else if (role === 'hidden') this.#watchHidden(element);
      else if (role === 'inline') this.#readAgain(element);
    }
    if (blocks.length > FEW) this.#enqueue(blocks);
    else this.#urgent.push(...blocks.reverse());
  }

  #watchHidden(element: Element): void {
    if (this.#watchedHidden.has(element)) return;
    this.#watchedHidden.add(element);
    this.#hiddenWatch.observe(element);
  }

  #readAgain(node: Node): void {
    const { container, hidden } = findPlace(node);
    if (hidden) {
      // What changes while nobody sees it is read when it is shown: it and all that holds it.
      for (let at = node; at !== hidden.parentNode; at = at.parentNode ?? (at as ShadowRoot).host) {
        if (at instanceof Element) this.#drop(at);
      }
      if (!this.#watchedHidden.has(hidden)) {
        this.#watchHidden(hidden);
        // Its text may have been part of the text around it.
        if (hidden.parentNode !== null) this.#readAgain(hidden.parentNode);
      }
    }
    if (container === undefined) return;
    this.#seen.delete(container);
    this.#urgent.push(container);
  }

  /** Drops what is known of an element and everything below it. */
  #forget(element: Element): void {
    this.#forgetOne(element);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) this.#forgetOne(walker.currentNode as Element);
  }

  #forgetOne(element: Element): void {
    if (this.#watchedHidden.delete(element)) this.#hiddenWatch.unobserve(element);
    this.#drop(element);
  }

  /** Drops what was read of an element's own text, and of all in its shadow root. */
  #drop(element: Element): void {
    // Seen or not: what is about to be read again may have been given before.
    this.#seen.delete(element);
    this.#listener.onGone(element);
    this.#lateShadows.forget(element);
    const root = this.#shadowRoots.get(element);
    if (root === undefined) return;
    this.#shadowRoots.delete(element);
    this.#changes.release(root);
    this.#seen.delete(root);
    this.#listener.onGone(root);
    for (const child of root.children) this.#forget(child);
    this.#listener.onShadowRootGone(root);
  }

  #onShown(entries: readonly IntersectionObserverEntry[]): void {
    if (!this.#mayWork()) return;
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.#hiddenWatch.unobserve(target);
      this.#watchedHidden.delete(target);
      if (target.parentNode !== null) this.#readAgain(target.parentNode);
    }
    this.#run();
  }

  #enterShadow(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root.host)) return;
    this.#shadowRoots.set(root.host, root);
    this.#changes.observe(root);
    this.#listener.onShadowRoot(root);
  }
}

function isOnScreen(container: Container): boolean {
  const element = container instanceof ShadowRoot ? container.host : container;
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return bottom >= 0 && right >= 0 && top <= innerHeight && left <= innerWidth;
}
