import { type Container, type ElementRole, roleOf } from './elements';
import { canBeHost, shadowRootOfHost } from './shadow-roots';
import { type Segment, TextBlock } from './text-block';

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

/** Whether what was found in the blocks of one reading of a container holds for another. */
export function sameBlocks(before: readonly TextBlock[], after: readonly TextBlock[]): boolean {
  return (
    before.length === after.length && before.every((block, at) => block.stillHolds(after[at] as TextBlock))
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
  const roles: ElementRole[] = [];
  return readWhole(container, roles) ?? readPieces(container, roles);
}

const contentOf = (blocks: TextBlock[]): ContainerContent => ({
  blocks,
  children: [],
  hidden: [],
  possibleHosts: [],
});

/**
 * Reads a container in which everything is text of one block, as most paragraphs are: then the browser is asked for
 * that text, and for no text node.
 *
 * @param roles takes the roles of the elements below, in document order, as far as they were asked for
 * @returns `undefined` if there is something else in it
 */
function readWhole(container: Container, roles: ElementRole[]): ContainerContent | undefined {
  const hosts: Element[] = [];
  if (!isInline(container, roles, hosts)) return undefined;
  const text = container.textContent;
  if (text.length > LONG_BLOCK) return undefined;
  const content = contentOf(isWordy(text) ? [TextBlock.ofWhole(container, text)] : []);
  for (const host of hosts) lookForShadow(host, host.textContent === '', content);
  if (isHost(container)) lookForShadow(container, text === '', content);
  return content;
}

const isHost = (container: Container): container is Element =>
  !(container instanceof ShadowRoot) && canBeHost(container);

/** Whether all elements below a parent only format words; `hosts` takes those that may have a shadow root. */
function isInline(parent: Container, roles: ElementRole[], hosts: Element[]): boolean {
  for (let child = parent.firstElementChild; child !== null; child = child.nextElementSibling) {
    const role = roleOf(child);
    roles.push(role);
    if (role !== 'inline' || !isInline(child, roles, hosts)) return false;
    if (canBeHost(child)) hosts.push(child);
  }
  return true;
}

/**
 * A shadow root is read as a child of its host's container. What may be given one later is watched: a custom element, or
 * a plain one that waits for content.
 *
 * @param host can be one
 * @param isEmpty there is no text and no block below it
 */
function lookForShadow(host: Element, isEmpty: boolean, content: ContainerContent): void {
  const root = shadowRootOfHost(host);
  if (root !== undefined) content.children.push(root);
  else if (isEmpty || host.localName.includes('-')) content.possibleHosts.push(host);
}

/**
 * Reads a container node by node.
 *
 * @param roles of the first elements below, in document order
 */
function readPieces(container: Container, roles: readonly ElementRole[]): ContainerContent {
  const content = contentOf([]);
  let text = '';
  let segments: Segment[] = [];
  let wordy = false;
  let elements = 0;

  const endBlock = (): void => {
    if (wordy) content.blocks.push(TextBlock.of(text, segments));
    if (segments.length > 0) {
      text = '';
      segments = [];
      wordy = false;
    }
  };
  const readElement = (element: Element): void => {
    const role = roles[elements++] ?? roleOf(element);
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
    if (canBeHost(element)) {
      lookForShadow(element, content.blocks.length === blocks && text.length === length, content);
    }
  };
  const readChildren = (parent: Node): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      const type = node.nodeType;
      if (type === Node.ELEMENT_NODE) {
        readElement(node as Element);
      } else if (type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE) {
        const { data } = node as Text;
        if (data === '') continue;
        segments.push({ node: node as Text, start: text.length });
        text += data;
        wordy ||= isWordy(data);
        if (text.length > LONG_BLOCK) endBlock();
      }
    }
  };

  readChildren(container);
  endBlock();
  if (isHost(container)) {
    lookForShadow(container, content.blocks.length === 0 && content.children.length === 0, content);
  }
  return content;
}
