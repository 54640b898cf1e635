import type { Container } from './elements';

/** A text node of a block, and where its text starts in the block's. */
export interface Segment {
  node: Text;
  /** Code units of the block's text. */
  start: number;
}

const NONE: readonly Segment[] = [];

/** A stretch of text that a reader reads as one: a paragraph, a table cell, the text between two `<br>`. */
export class TextBlock {
  readonly text: string;
  #segments: readonly Segment[] | undefined;
  /** All text below it is the block's: its text nodes can be looked up, and for most blocks never are. */
  #whole: Container | undefined;
  /** When the text nodes were looked up, the page had changed: what was found in this block can't be placed. */
  #isStale = false;

  private constructor(text: string, segments: readonly Segment[] | undefined, whole: Container | undefined) {
    this.text = text;
    this.#segments = segments;
    this.#whole = whole;
  }

  /** @param segments in order; every one holds at least one code unit */
  static of(text: string, segments: readonly Segment[]): TextBlock {
    return new TextBlock(text, segments, undefined);
  }

  /** The block that all text below an element or shadow root makes. */
  static ofWhole(whole: Container, text: string): TextBlock {
    return new TextBlock(text, undefined, whole);
  }

  /**
   * In order; every one holds at least one code unit. None once the block has been let go, nor where the page has
   * changed since it was read: then it is about to be read again.
   */
  get segments(): readonly Segment[] {
    if (this.#segments === undefined) {
      const found = this.#whole && segmentsBelow(this.#whole, this.text);
      this.#isStale = found === undefined;
      this.#segments = found ?? NONE;
    }
    return this.#segments;
  }

  /** Nothing is marked in the block: its text nodes will not be asked for. */
  letGo(): void {
    this.#segments = NONE;
    this.#whole = undefined;
  }

  /**
   * Whether what was found in this block holds for a later reading. A block that has been let go is the same wherever
   * its text stands now.
   */
  stillHolds(now: TextBlock): boolean {
    if (this.text !== now.text || this.#isStale) return false;
    if (this.#segments === undefined) return this.#whole === now.#whole;
    if (this.#segments.length === 0) return true;
    const { segments } = now;
    return (
      this.#segments.length === segments.length &&
      this.#segments.every(
        ({ node, start }, at) => node === segments[at]?.node && start === segments[at]?.start,
      )
    );
  }
}

/** The text nodes below a container; `undefined` if they don't hold that text. */
function segmentsBelow(container: Container, text: string): Segment[] | undefined {
  const segments: Segment[] = [];
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let start = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const { data } = node;
    if (data === '') continue;
    if (!text.startsWith(data, start)) return undefined;
    segments.push({ node, start });
    start += data.length;
  }
  return start === text.length ? segments : undefined;
}
