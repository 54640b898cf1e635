import { type Container, roleOf } from './elements';
import { mayBecomeHost, shadowRootOf } from './shadow-roots';

/** A text node of a block, and where its text starts in the block's. */
export interface Segment {
  node: Text;
  /** Code units of the block's text. */
  start: number;
}

/** A stretch of text that a reader reads as one: a paragraph, a table cell, the text between two `<br>`. */
export interface TextBlock {
  text: string;
  /** In order; every one holds at least one code unit. Emptied once it is known that nothing is marked in the block. */
  segments: Segment[];
}

/** What stands directly in a container, its child containers left out. */
export interface ContainerContent {
  blocks: TextBlock[];
  /** Block elements and shadow roots directly below, in document order. */
  children: Container[];
  /** Elements that are not shown now. */
  hidden: Element[];
  /** Elements without a shadow root that may be given one later. */
  possibleHosts: Element[];
}

/**
 * Whether two readings of a container gave the same text in the same nodes. A block before whose segments have been
 * let go, since nothing is marked in it, is the same wherever its text stands now.
 */
export function sameBlocks(before: readonly TextBlock[], after: readonly TextBlock[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ text, segments }, at) => {
      const other = after[at] as TextBlock;
      return (
        text === other.text &&
        (segments.length === 0 || segments.length === other.segments.length) &&
        segments.every(
          ({ node, start }, i) => node === other.segments[i]?.node && start === other.segments[i]?.start,
        )
      );
    })
  );
}

/**
 * A block ends at the next text node past this many code units: one `<pre>` with a whole book in it must
 * not become one message and one task.
 */
const LONG_BLOCK = 20_000;

/** Letters and digits of any script; a block without one can hold no term. */
const WORDY = /[\p{L}\p{N}]/u;

/** As WORDY, which costs as much as all the rest of the reading, and for most texts need not be asked. */
function isWordy(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x4e00 && first <= 0x9fff) || WORDY.test(text);
}

/** Reads the text blocks that stand directly in a container. Cost: one style query for each element read. */
export function readContainer(container: Container): ContainerContent {
  const content: ContainerContent = { blocks: [], children: [], hidden: [], possibleHosts: [] };
  let text = '';
  let segments: Segment[] = [];
  let wordy = false;

  const endBlock = (): void => {
    if (wordy) content.blocks.push({ text, segments });
    if (segments.length > 0) {
      text = '';
      segments = [];
      wordy = false;
    }
  };
  /** A shadow root is read as a child of its host's container; a host without one yet is watched. */
  const lookForShadow = (element: Element, isEmpty: boolean): void => {
    const root = shadowRootOf(element);
    if (root !== undefined) content.children.push(root);
    else if (mayBecomeHost(element, isEmpty)) content.possibleHosts.push(element);
  };
  const readElement = (element: Element): void => {
    const role = roleOf(element);
    if (role === 'skipped') return;
    if (role === 'hidden') {
      content.hidden.push(element);
      return;
    }
    if (role !== 'inline') endBlock();
    if (role === 'break') return;
    if (role === 'block') {
      content.children.push(element);
      return;
    }
    const [blocks, length] = [content.blocks.length, text.length];
    readChildren(element);
    lookForShadow(element, content.blocks.length === blocks && text.length === length);
  };
  const readChildren = (parent: Node): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) {
        const { data } = node as Text;
        if (data === '') continue;
        segments.push({ node: node as Text, start: text.length });
        text += data;
        wordy ||= isWordy(data);
        if (text.length > LONG_BLOCK) endBlock();
      } else if (node.nodeType === Node.ELEMENT_NODE) {
        readElement(node as Element);
      }
    }
  };

  readChildren(container);
  endBlock();
  if (!(container instanceof ShadowRoot)) {
    lookForShadow(container, content.blocks.length === 0 && content.children.length === 0);
  }
  return content;
}
