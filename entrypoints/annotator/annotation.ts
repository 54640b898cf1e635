import { browser } from 'wxt/browser';
import { ask, MessageError, tell } from '@/lib/messaging/messenger';
import type { ContentToBackground, ToContent } from '@/lib/messaging/protocol';
import { Highlighter } from '@/lib/page/highlighter';
import type { Mark } from '@/lib/page/mark';
import { DirectDrawer } from '@/lib/page/mark-drawer';
import type { MarkedDocument } from '@/lib/page/marks-bridge';
import { NearbyDrawer } from '@/lib/page/nearby-drawer';
import { PageScanner } from '@/lib/page/page-scanner';
import type { PopoverGround } from '@/lib/page/popover-bridge';
import { UnrestWatch } from '@/lib/page/unrest-watch';
import type { Settings } from '@/lib/settings/settings';
import { choiceOf } from './choice';
import { HoverWatch } from './hover-watch';
import { MarkLedger } from './mark-ledger';
import { TermPainter } from './term-painter';

/** Collects changes before the badge is told. */
const COUNT_DELAY_MS = 250;

/** A page that is still filling chooses anew only so often: each time all marks are gone through. */
const SETTLE_DELAY_MS = 60;

/** What the page does after a reader has done something, it has done by then. */
const REGISTRY_DELAY_MS = 500;

/** Whether the extension that this script belongs to is still there. */
export function isAlive(): boolean {
  return browser.runtime?.id !== undefined;
}

/** Everything that runs on a page while it is marked. Made when marking starts, stopped when it ends. */
export class Annotation implements MarkedDocument {
  readonly #highlighter: Highlighter;
  /** What Firefox needs none of, since it draws marks at no cost to a page that changes. */
  readonly #nearby: NearbyDrawer | undefined;
  readonly #unrest: UnrestWatch | undefined;
  readonly #ledger: MarkLedger;
  readonly #painter: TermPainter;
  readonly #scanner: PageScanner;
  #hover: HoverWatch;
  readonly #onDead: () => void;
  #settings: Settings;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #registryTimer: ReturnType<typeof setTimeout> | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;
  #reportedCount = 0;
  #escapeIsLent = false;

  /**
   * @param on.dead called when the extension turns out to be gone
   * @param on.rootReplaced called when the page may have taken all listeners away
   */
  constructor(settings: Settings, on: { dead(): void; rootReplaced(): void }) {
    this.#settings = settings;
    this.#onDead = on.dead;
    const highlighter = new Highlighter(settings.underline);
    const nearby = import.meta.env.FIREFOX ? undefined : new NearbyDrawer(highlighter);
    const ledger = new MarkLedger(nearby ?? new DirectDrawer(highlighter));
    ledger.setChoice(choiceOf(settings.calm));
    const painter = new TermPainter(ledger, {
      onPainted: () => this.#onPainted(),
      onLost: () => this.#checkAlive(),
    });
    this.#highlighter = highlighter;
    this.#nearby = nearby;
    this.#unrest = nearby && new UnrestWatch((restless) => nearby.setRestless(restless));
    this.#ledger = ledger;
    this.#painter = painter;
    this.#scanner = new PageScanner({
      onBlocks: (container, blocks) => painter.replaceBlocks(container, blocks),
      onGone: (container) => painter.drop(container),
      onTextChanged: (node) => ledger.checkText(node),
      onShadowRoot: (root) => {
        highlighter.adoptInto(root);
        this.#unrest?.include(root);
      },
      onShadowRootGone: (root) => {
        highlighter.releaseFrom(root);
        this.#unrest?.exclude(root);
      },
      onRootReplaced: () => {
        this.#hover.destroy();
        this.#hover = this.#watchPointer();
        on.rootReplaced();
      },
      onSliceEnd: (isLast) => {
        if (isLast) painter.dropUnread();
        painter.flush();
        this.#onPainted();
      },
      isAlive: () => this.#checkAlive(),
    });
    this.#hover = this.#watchPointer();
    this.#scanner.start();
  }

  #watchPointer(): HoverWatch {
    const ground: PopoverGround = {
      markOf: (range) => this.#ledger.markOf(range),
      marksIn: (container) => this.#ledger.marksIn(container),
      shown: () => this.#ledger.shown(),
      countTerms: () => this.#ledger.countTerms(),
      onActive: (ranges, awaitsEscape) => {
        this.#highlighter.setActive(ranges);
        this.#lendEscape(awaitsEscape);
      },
      settings: () => this.#settings,
      isAlive: () => this.#checkAlive(),
    };
    return new HoverWatch(ground, () => this.#onDeed());
  }

  /** Pages with a search of their own clear all highlights with each letter, ours too, and no event tells of it. */
  #onDeed(): void {
    this.#registryTimer ??= setTimeout(() => {
      this.#registryTimer = undefined;
      this.#highlighter.ensureRegistered();
    }, REGISTRY_DELAY_MS);
  }

  /** The glossaries have changed: everything is looked up again. */
  rescan(): void {
    this.#painter.forgetReadings();
    this.#scanner.rescan();
  }

  applySettings(settings: Settings): void {
    const before = this.#settings.calm;
    const { calm, underline } = settings;
    this.#settings = settings;
    this.#highlighter.setLook(underline);
    if (JSON.stringify(calm) === JSON.stringify(before)) return;
    this.#ledger.setChoice(choiceOf(calm));
    // What is too short or of an unwanted category is left out where terms are found.
    this.rescan();
    this.#onPainted();
  }

  /** Tells the background the count again, as after the page came back from the browser's cache. */
  reportAgain(): void {
    this.#reportedCount = -1;
    this.#onPainted();
  }

  get revision(): number {
    return this.#painter.revision;
  }

  get count(): number {
    return this.#ledger.shownCount;
  }

  shown(): Iterable<Mark> {
    return this.#ledger.shown();
  }

  flash(ranges: readonly StaticRange[]): void {
    this.#highlighter.setFlash(ranges);
  }

  open(mark: Mark, options: { focus: boolean }): void {
    this.#hover.openFor(mark, options);
  }

  /** A popover of another frame opens or closes; or it is this frame's own, which needs no telling. */
  watchEscape({ frameId, open }: Parameters<ToContent['watchEscape']>[0]): void {
    this.#hover.lendEscape(open ? frameId : undefined);
  }

  dismissPopover({ floatingOnly }: Parameters<ToContent['dismissPopover']>[0]): void {
    this.#hover.dismiss({ floatingOnly });
  }

  /** Takes back Escape from the frame with the keyboard, if it was lent. */
  returnEscape(): void {
    this.#lendEscape(false);
  }

  /** Leaves the page as if we had never been there. */
  stop(): void {
    clearTimeout(this.#settleTimer);
    clearTimeout(this.#countTimer);
    clearTimeout(this.#registryTimer);
    this.#unrest?.destroy();
    this.#scanner.stop();
    this.#painter.stop();
    this.#hover.destroy();
    this.#ledger.clear();
    this.#nearby?.destroy();
    this.#highlighter.destroy();
  }

  #onPainted(): void {
    this.#settleTimer ??= setTimeout(() => {
      this.#settleTimer = undefined;
      this.#ledger.settle();
      this.#onSettled();
    }, SETTLE_DELAY_MS);
    this.#onSettled();
  }

  #onSettled(): void {
    this.#highlighter.ensureRegistered();
    this.#hover.checkTargets();
    if (this.#ledger.shownCount !== this.#reportedCount) {
      this.#countTimer ??= setTimeout(() => void this.#reportCount(), COUNT_DELAY_MS);
    }
  }

  /** Keys go to the frame with the focus: while that is not this one, Escape has to come from there. */
  #lendEscape(lent: boolean): void {
    if (!lent && !this.#escapeIsLent) return;
    this.#escapeIsLent = lent;
    if (this.#checkAlive()) tell<ContentToBackground, 'lendEscape'>('lendEscape', { open: lent });
  }

  async #reportCount(): Promise<void> {
    this.#countTimer = undefined;
    if (!this.#checkAlive()) return;
    const count = this.#ledger.shownCount;
    try {
      await ask<ContentToBackground, 'reportCount'>('reportCount', { count });
      this.#reportedCount = count;
    } catch (error) {
      // The count stays unreported, and is told with the next change.
      if (!(error instanceof MessageError)) throw error;
    }
  }

  #checkAlive(): boolean {
    const alive = isAlive();
    if (!alive) this.#onDead();
    return alive;
  }
}
