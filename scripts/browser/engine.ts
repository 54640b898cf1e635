import type { Browser, Frame, Page } from 'puppeteer-core';
import type { ColorScheme, LaunchOptions, PenDeed } from './driver.ts';

/** A node of a serialised tree: what differs between protocols is gone. */
export interface DomNode {
  type: number;
  name: string;
  value: string;
  attributes: [string, string][];
  shadow?: { mode: string; children: DomNode[] };
  children: DomNode[];
}

/** What Chromium and Firefox do differently. Everything else is in `tab.ts` and `launch.ts`. */
export interface Engine {
  readonly browser: Browser;
  readonly version: string;
  /**
   * Loads the extension, unless the profile has it already, and returns the base of its addresses, with a slash at
   * the end.
   */
  installExtension(folder: string): Promise<string>;
  /** Goes to a page of the extension; ordinary navigation may be refused there. */
  gotoExtensionPage(page: Page, url: string): Promise<void>;
  /** Where a tab is now; puppeteer doesn't always hear of it. */
  urlOf(page: Page): Promise<string>;
  killBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  setPolicy(policy: Readonly<Record<string, unknown>>): Promise<boolean>;
  reloadExtension(): Promise<void>;
  /** Calls a function, given as source, with one JSON argument in a frame's own world. */
  evaluateIn(frame: Frame, functionSource: string, argument: unknown): Promise<unknown>;
  /**
   * Calls a function, given as source, in the page with the closed shadow root of
   * the first element that matches; undefined if there is no such element.
   */
  callWithClosedRoot(frame: Frame, selector: string, functionSource: string): Promise<unknown>;
  /** The document of one frame, closed shadow roots included, without the documents of its frames. */
  readDom(frame: Frame): Promise<DomNode>;
  /** What a pen does at a place of the viewport, in CSS pixels. */
  usePen(page: Page, deed: PenDeed, x: number, y: number): Promise<void>;
  setColorScheme(page: Page, scheme: ColorScheme): Promise<void>;
}

export type StartEngine = (options: LaunchOptions) => Promise<Engine>;
