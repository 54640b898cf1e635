import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import type { ColorScheme, Mark, PenDeed, Popover, Rect, Tab } from './driver.ts';
import type { Engine } from './engine.ts';
import { describePopover, finishAnimations, type MarkRequest, readMarks } from './in-page.ts';
import { serializeDom } from './serialize-dom.ts';

/** Name of the element whose closed shadow root holds the popover. */
const POPOVER_HOST = 'gloss-margin';

/** A wait fails after this long. Generous: a busy machine is no reason for a red test. */
const WAIT_MS = 20_000;

/** The extension paints in slices; a pause this long means it is through. */
const QUIET_MS = 1000;

/** A page is read within a second, also where the background has to start first. */
const NOTHING_MS = 5000;

/** No page of ours keeps its thread busy this long. */
const FRAME_ANSWER_MS = 8000;

export class BrowserTab implements Tab {
  readonly page: Page;
  readonly log: string[] = [];
  readonly errors: string[] = [];
  readonly #engine: Engine;
  /** Addresses of the frames that did not answer when marks were last read. */
  #silent: string[] = [];

  constructor(engine: Engine, page: Page) {
    this.#engine = engine;
    this.page = page;
    page.on('console', (message) => this.log.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) =>
      this.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  }

  async goto(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  }

  async marks(): Promise<Mark[]> {
    return (await this.#readMarks()) ?? [];
  }

  async waitForMarks(isEnough = (texts: string[], _marks: Mark[]) => texts.length > 0): Promise<Mark[]> {
    let marks: Mark[] = [];
    await waitUntil(
      async () => {
        const read = await this.#readMarks();
        if (read === undefined) return false;
        marks = read;
        return isEnough(
          marks.map(({ text }) => text),
          marks,
        );
      },
      () => {
        const there = marks.map(({ text }) => text).join(' ') || 'none';
        return `marks as expected; there are: ${there}; no answer from: ${this.#silent.join(' ') || 'no frame'}`;
      },
    );
    return marks;
  }

  async settledMarks(): Promise<Mark[]> {
    let marks: Mark[] = [];
    let quietSince = Date.now();
    while (Date.now() - quietSince < (marks.length ? QUIET_MS : NOTHING_MS)) {
      await pause(100);
      const now = await this.marks();
      if (now.length !== marks.length) quietSince = Date.now();
      marks = now;
    }
    return marks;
  }

  async hover(text: string, n = 0): Promise<void> {
    // Another tab, such as the welcome page, may have come to the front; hidden ones get no frames.
    await this.page.bringToFront();
    await waitUntil(
      () => this.#tryHover(text, n),
      () => `“${text}” to be underlined ${n + 1} times on the screen`,
    );
    // Scrolling to a frame of another process comes to rest later: then the pointer follows it.
    await pause(100);
    await this.#tryHover(text, n);
  }

  async moveAway(): Promise<void> {
    const { width, height } = await this.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await this.page.mouse.move(width - 3, height - 3, { steps: 3 });
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key as 'Escape');
  }

  async click(selector: string, n = 0): Promise<void> {
    const click = (wanted: string, at: number): boolean => {
      const element = document.querySelectorAll<HTMLElement>(wanted)[at];
      element?.click();
      return element !== undefined;
    };
    await waitUntil(
      () => this.page.evaluate(click, selector, n),
      () => `${selector} to be there ${n + 1} times`,
    );
  }

  async popover(): Promise<Popover | undefined> {
    return (await this.#findPopover())?.popover;
  }

  async waitForPopover(isExpected: (popover: Popover) => boolean = () => true): Promise<Popover> {
    let popover: Popover | undefined;
    await waitUntil(
      async () => {
        popover = await this.popover();
        return popover !== undefined && isExpected(popover);
      },
      () => `a popover as expected; there is: ${popover?.text ?? 'none'}`,
    );
    if (!popover) throw new Error('unreachable: waited for a popover');
    return popover;
  }

  async waitForNoPopover(): Promise<void> {
    await waitUntil(
      async () => (await this.popover()) === undefined,
      () => 'the popover to close',
    );
  }

  async clickInPopover(selector: string): Promise<void> {
    // What a card says of a term grows when all is known of it, and a click would go to where something was.
    let at: Rect | undefined;
    await waitUntil(
      async () => {
        const before = at;
        at = await this.#rectInPopover(selector);
        return at !== undefined && before?.x === at.x && before.y === at.y;
      },
      () => `${selector} to be in the popover, and at rest`,
    );
    const open = await this.#findPopover();
    if (!open || !at) throw new Error(`The popover with ${selector} has closed`);
    const { x, y } = await this.#moveTo(open.frame, at);
    await this.page.mouse.click(x, y);
  }

  async evaluateInPopover<T>(fn: (root: ShadowRoot) => T): Promise<T> {
    const open = await this.#findPopover();
    if (!open) throw new Error('The popover is closed');
    return (await this.#engine.callWithClosedRoot(open.frame, POPOVER_HOST, fn.toString())) as T;
  }

  async serializeDom(): Promise<string> {
    const documents: string[] = [];
    for (const frame of this.page.frames()) {
      documents.push(`frame ${frame.url()}`, serializeDom(await this.#engine.readDom(frame)));
    }
    return documents.join('\n');
  }

  async usePen(deed: PenDeed, x: number, y: number): Promise<void> {
    await this.#engine.usePen(this.page, deed, x, y);
  }

  async setColorScheme(scheme: ColorScheme): Promise<void> {
    await this.#engine.setColorScheme(this.page, scheme);
  }

  async screenshot(file: string): Promise<void> {
    // A tab behind another one draws no frames: its picture would be waited for in vain.
    await this.page.bringToFront();
    const open = await this.#findPopover();
    if (open) await this.#engine.callWithClosedRoot(open.frame, POPOVER_HOST, finishAnimations.toString());
    await this.page.screenshot({ path: file as `${string}.png` });
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  /** Of all frames; `undefined` while the page itself does not answer: that is not a page without marks. */
  async #readMarks(): Promise<Mark[] | undefined> {
    const frames = this.page.frames();
    const perFrame = await Promise.all(frames.map((frame) => this.#marksOf(frame)));
    this.#silent = frames.filter((_, at) => perFrame[at] === undefined).map((frame) => frame.url());
    return perFrame[0] && perFrame.flatMap((marks) => marks ?? []);
  }

  /** `undefined` while the frame is on its way to another page: whoever waits asks again. */
  async #marksOf(frame: Frame, request: MarkRequest = {}): Promise<Mark[] | undefined> {
    try {
      return (await inTime(this.#engine.evaluateIn(frame, readMarks.toString(), request))) as Mark[];
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  async #tryHover(text: string, n: number): Promise<boolean> {
    let left = n;
    for (const frame of this.page.frames()) {
      const here = (await this.#marksOf(frame))?.filter((mark) => mark.text === text).length ?? 0;
      if (left >= here) {
        left -= here;
        continue;
      }
      const marks = await this.#marksOf(frame, { scrollTo: { text, n: left } });
      const rect = marks?.filter((mark) => mark.text === text)[left]?.rects[0];
      if (rect) await this.#moveTo(frame, rect);
      return rect !== undefined;
    }
    return false;
  }

  async #findPopover(): Promise<{ frame: Frame; popover: Popover } | undefined> {
    for (const frame of this.page.frames()) {
      try {
        const described = await this.#engine.callWithClosedRoot(
          frame,
          POPOVER_HOST,
          describePopover.toString(),
        );
        if (described) return { frame, popover: described as Popover };
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }
    return undefined;
  }

  /** The first line of an element in the popover: the middle of a link's whole box may lie between two lines. */
  async #rectInPopover(selector: string): Promise<Rect | undefined> {
    const open = await this.#findPopover();
    const source = `(root) => {
      const element = root.querySelector(${JSON.stringify(selector)});
      element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      return element?.getClientRects()[0]?.toJSON();
    }`;
    const rect = open && (await this.#engine.callWithClosedRoot(open.frame, POPOVER_HOST, source));
    return (rect ?? undefined) as Rect | undefined;
  }

  async #moveTo(frame: Frame, rect: Rect): Promise<{ x: number; y: number }> {
    const origin = await frameOrigin(frame);
    // Near the start of the box: a rest in the middle may lie between two characters.
    const x = origin.x + rect.x + Math.min(rect.width / 2, 6);
    const y = origin.y + rect.y + rect.height / 2;
    await this.page.mouse.move(x + 2, y + 1);
    await this.page.mouse.move(x, y, { steps: 2 });
    return { x, y };
  }
}

/** Where a frame's viewport begins in the page's. */
async function frameOrigin(frame: Frame): Promise<{ x: number; y: number }> {
  if (!frame.parentFrame()) return { x: 0, y: 0 };
  const element = (await frame.frameElement()) as ElementHandle<HTMLElement> | null;
  const box = await element?.boundingBox();
  const border = await element?.evaluate(({ clientLeft, clientTop }) => ({ clientLeft, clientTop }));
  return { x: (box?.x ?? 0) + (border?.clientLeft ?? 0), y: (box?.y ?? 0) + (border?.clientTop ?? 0) };
}

export async function waitUntil(isTrue: () => Promise<boolean>, describe: () => string): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${describe()}`);
    await pause(50);
  }
}

/** puppeteer can miss that a frame has a new document, and then waits for it in vain. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('stale: the frame did not answer')), FRAME_ANSWER_MS);
  });
  // The loser of the race may still fail, when nobody listens any more.
  answer.catch(() => {});
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** The frame or its document went away between two steps. */
function isGone(error: unknown): boolean {
  return /detached|destroyed|no such (frame|node|element)|Cannot find context|closed|discarded|stale/i.test(
    String(error),
  );
}
