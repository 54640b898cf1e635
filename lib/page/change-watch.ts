import { isBlockByName } from './elements';

/** What has changed on a page for a moment, as far as its text goes. */
export interface PageChanges {
  /** Elements that were taken out, or moved, or in which somebody may or may no longer write. */
  removed: ReadonlySet<Element>;
  /** Elements that came where there is no other text: what stands round them reads as before. */
  added: ReadonlySet<Element>;
  /** Nodes whose text has changed, or in which something came or went. */
  dirty: ReadonlySet<Node>;
}

/** What a watch asks and tells. */
export interface ChangeListener {
  /** Asked at the first sign of a change, before it is looked at: whether it is to be told of. */
  wantsChanges(): boolean;
  /** Whether a node is a container that has been read and had no text of its own. */
  isWithoutText(node: Node): boolean;
  /** At once: ranges on the text may cover other characters now. */
  onTextChanged(node: Text): void;
  /** At once: the page has put another root element in place. */
  onRootReplaced(): void;
  /** What came in a moment, together. */
  onChanges(changes: PageChanges): void;
}

/** Collects a burst of mutations; short enough that a new chat line is marked while it is being read. */
const COLLECT_MS = 100;

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ['contenteditable'],
};

/** Watches a document and its shadow roots for changes of their text, and collects them. */
export class ChangeWatch {
  readonly #listener: ChangeListener;
  readonly #observers = new Map<Node, MutationObserver>();
  #removed = new Set<Element>();
  #added = new Set<Element>();
  #dirty = new Set<Node>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: ChangeListener) {
    this.#listener = listener;
  }

  observe(root: Document | ShadowRoot): void {
    const observer = new MutationObserver((records) => this.#take(records));
    observer.observe(root, OBSERVED);
    this.#observers.set(root, observer);
  }

  release(root: ShadowRoot): void {
    this.#observers.get(root)?.disconnect();
    this.#observers.delete(root);
  }

  stop(): void {
    for (const observer of this.#observers.values()) observer.disconnect();
    this.#observers.clear();
    clearTimeout(this.#timer);
  }

  #take(records: readonly MutationRecord[]): void {
    if (!this.#listener.wantsChanges()) return;
    for (const record of records) {
      const { target, type } = record;
      if (target === document) this.#takeRoot(record);
      else if (type === 'characterData') {
        this.#listener.onTextChanged(target as Text);
        this.#dirty.add(target);
      } else if (type === 'attributes') {
        // Text that becomes editable is no longer read: as if it had been taken out.
        this.#removed.add(target as Element);
        this.#dirty.add(target.parentNode ?? target);
      } else this.#takeChildren(record);
    }
    this.#timer ??= setTimeout(() => this.#tell(), COLLECT_MS);
  }

  #takeRoot({ addedNodes, removedNodes }: MutationRecord): void {
    addElements(removedNodes, this.#removed);
    if (![...addedNodes].includes(document.documentElement)) return;
    this.#dirty.add(document.documentElement);
    this.#listener.onRootReplaced();
  }

  #takeChildren(record: MutationRecord): void {
    addElements(record.removedNodes, this.#removed);
    if (this.#changesNoText(record)) addElements(record.addedNodes, this.#added);
    else this.#dirty.add(record.target);
  }

  /** Whether blocks came or went where there is no other text, as in lists and feeds: the rest then reads as before. */
  #changesNoText({ target, addedNodes, removedNodes }: MutationRecord): boolean {
    const standsApart = (node: Node): boolean =>
      node instanceof Element ? isBlockByName(node) : node instanceof Comment;
    return this.#listener.isWithoutText(target) && [...addedNodes, ...removedNodes].every(standsApart);
  }

  #tell(): void {
    this.#timer = undefined;
    const [removed, added, dirty] = [this.#removed, this.#added, this.#dirty];
    this.#removed = new Set();
    this.#added = new Set();
    this.#dirty = new Set();
    this.#listener.onChanges({ removed, added, dirty });
  }
}

function addElements(nodes: NodeList, to: Set<Element>): void {
  // Not `instanceof`: what has gone into the document of a frame is of that frame's classes.
  for (const node of nodes) if (node.nodeType === Node.ELEMENT_NODE) to.add(node as Element);
}
