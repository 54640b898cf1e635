import { shadowRootOf } from './shadow-roots';

/** When to look again for shadow roots attached without any mutation: scripts upgrade elements late. */
const CHECKS_MS = [200, 1000, 4000] as const;

/** How long after a change to look for shadow roots that came with it: each look asks every element that may have one. */
const CHANGE_DELAY_MS = 500;

type Timer = ReturnType<typeof setTimeout>;

/** Finds the shadow roots that elements are given after they were read, of which no event tells. */
export class LateShadows {
  readonly #possibleHosts = new Set<Element>();
  readonly #mayLook: () => boolean;
  readonly #onFound: (roots: ShadowRoot[]) => void;
  #checks: Timer[] = [];
  #changeTimer: Timer | undefined;

  /** @param on.mayLook asked before each look: what the extension offers to its scripts throws once it is gone */
  constructor(on: { mayLook(): boolean; onFound(roots: ShadowRoot[]): void }) {
    this.#mayLook = on.mayLook;
    this.#onFound = on.onFound;
  }

  /** Elements without a shadow root that may be given one. */
  expect(hosts: readonly Element[]): void {
    for (const host of hosts) this.#possibleHosts.add(host);
    for (const timer of this.#checks) clearTimeout(timer);
    this.#checks = CHECKS_MS.map((delayMs) => setTimeout(() => this.#look(), delayMs));
  }

  /** The page has changed: shadow roots may have come with it. */
  lookSoon(): void {
    if (this.#possibleHosts.size > 0) this.#changeTimer ??= setTimeout(() => this.#look(), CHANGE_DELAY_MS);
  }

  forget(element: Element): void {
    this.#possibleHosts.delete(element);
  }

  stop(): void {
    for (const timer of [this.#changeTimer, ...this.#checks]) clearTimeout(timer);
    this.#possibleHosts.clear();
  }

  #look(): void {
    this.#changeTimer = undefined;
    if (!this.#mayLook()) return;
    const roots: ShadowRoot[] = [];
    for (const host of this.#possibleHosts) {
      const root = shadowRootOf(host);
      if (root === undefined) continue;
      this.#possibleHosts.delete(host);
      roots.push(root);
    }
    if (roots.length > 0) this.#onFound(roots);
  }
}
