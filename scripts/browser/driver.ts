import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './find.ts';

/** A rectangle in CSS pixels of the viewport it was measured in. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** One term that the extension painted, as the page itself can read it. */
export interface Mark {
  /** What is painted, joined over the text nodes it lies in. */
  text: string;
  /** Name in `CSS.highlights`. */
  highlight: string;
  /** `[start, end]` in code units of the text nodes it starts and ends in. */
  offsets: [number, number];
  /** Line boxes, in the viewport of the mark's own frame. */
  rects: Rect[];
  /** Id of the nearest element with one, out of shadow roots too. */
  within: string;
  /** URL of the frame. */
  frame: string;
  inShadow: boolean;
}

export interface PopoverLink {
  text: string;
  href: string;
  target: string;
  rel: string;
}

/** What a reader gets from the open popover. */
export interface Popover {
  text: string;
  role: string | null;
  label: string | null;
  links: PopoverLink[];
  /** In the viewport of its own frame. */
  rect: Rect;
  /** Id, or else local name, of the element its host stands in. */
  parent: string;
  /** The topmost element at its middle is the popover's host: nothing covers it. */
  onTop: boolean;
  background: string;
  color: string;
}

export type ColorScheme = 'light' | 'dark';

export type PenDeed = 'hover' | 'press' | 'lift';

/** A page in a tab of its own. */
export interface Tab {
  readonly page: Page;
  /** Console lines and uncaught errors since the tab was opened. */
  readonly log: string[];
  readonly errors: string[];

  goto(url: string): Promise<void>;
  /** Every painted term in document order, the frames' after the page's. */
  marks(): Promise<Mark[]>;
  /** Waits until `isEnough` holds (at least one mark, if left out) and returns the marks. */
  waitForMarks(isEnough?: (texts: string[], marks: Mark[]) => boolean): Promise<Mark[]>;
  /** The marks once no more come for a second; none if none come within a few. */
  settledMarks(): Promise<Mark[]>;
  /** Rests the pointer on the n-th mark with this text (from 0), scrolling it into view first. */
  hover(text: string, n?: number): Promise<void>;
  /** Takes the pointer to a place without text. */
  moveAway(): Promise<void>;
  press(key: string): Promise<void>;
  /** Clicks the n-th element (from 0) that a selector finds, as soon as it is there; the tab may be behind others. */
  click(selector: string, n?: number): Promise<void>;
  /** The open popover in this page or one of its frames. */
  popover(): Promise<Popover | undefined>;
  waitForPopover(isExpected?: (popover: Popover) => boolean): Promise<Popover>;
  waitForNoPopover(): Promise<void>;
  /** Moves the pointer to an element of the popover and clicks it. */
  clickInPopover(selector: string): Promise<void>;
  /** Runs a function in the page with the popover's closed shadow root. */
  evaluateInPopover<T>(fn: (root: ShadowRoot) => T): Promise<T>;
  /** The whole DOM with open and closed shadow roots and frames, one node a line. */
  serializeDom(): Promise<string>;
  /** Uses a pen at a place of the page's viewport, in CSS pixels. */
  usePen(deed: PenDeed, x: number, y: number): Promise<void>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A running browser with the extension in it. */
export interface Driver {
  readonly kind: BrowserKind;
  readonly version: string;

  /** Loads an unpacked extension, as `extensionDir` does at launch. */
  installExtension(folder: string): Promise<void>;
  open(url: string): Promise<Tab>;
  /** The pages there are now, without the browser's own. */
  tabUrls(): Promise<string[]>;
  /** Waits for a tab that somebody else opened: a welcome page, a source behind a link. */
  waitForTab(isExpected: (url: string) => boolean): Promise<Tab>;
  /** Address of a file of the extension. */
  extensionUrl(path: string): string;
  openExtensionPage(path: string): Promise<Tab>;
  /** Runs a function in a page of the extension, where `browser`/`chrome` are the extension's own. */
  evaluateInExtension<T, A extends unknown[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Stops the service worker or the event page, as the browser does when it is idle. */
  killBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /**
   * Sets what the reader's organisation has in force for the extension (`storage.managed`), as the browser's policies
   * do, without touching those of the machine. Chromium tells the extension; in Firefox it is loaded anew, for nothing
   * tells it there. `false` where that can't be done: in Chrome's own builds, in Firefox without a home of its own.
   */
  setPolicy(policy: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Unloads the extension and loads it again, as an update does. Tabs stay open. */
  reloadExtension(): Promise<void>;
  /** Resolves when the user closes the browser. */
  whenClosed(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  kind: BrowserKind;
  executablePath: string;
  /** Built extension; leave out for a run without it. */
  extensionDir?: string;
  headless?: boolean;
  /**
   * Folder of a profile that is kept: a later start goes on from where the one before it ended. Left out: a fresh
   * profile, removed at the end. Firefox keeps the extension too; Chromium forgets one that was loaded by its driver,
   * which loads it again, with the same id and so with its data.
   */
  profileDir?: string;
  /**
   * Language of the browser and of `Accept-Language`: `zh-CN`, `zh-TW`, `en`.
   * A Chromium without that language installed stays English: ask `i18n.getUILanguage()`.
   */
  language?: string;
  /** Gives Firefox a home folder of its own, removed at the end: there it looks for policies (Linux only). */
  ownHome?: boolean;
  reducedMotion?: boolean;
  viewport?: { width: number; height: number; deviceScaleFactor?: number };
}
