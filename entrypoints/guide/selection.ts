import { isBlockByName } from '@/lib/page/elements';
import type { TextBlock } from '@/lib/page/text-block';
import { cutSentence, SENTENCE_REACH } from '@/lib/page-list/sentence';
import { readBlocks } from './blocks';

/** What blocks leave out of a line, though a reader may select it with the words around it. */
const NOT_READ: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'svg', 'math']);

/** What is selected in this frame, and the sentence around it; an empty text for nothing. */
export function describeSelection(): { text: string; sentence: string } {
  const selection = getSelection();
  const text = (selection?.toString() ?? '').trim();
  if (selection === null || text === '') return { text, sentence: '' };
  const blocks = readBlocks();
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const parts = range === undefined ? [] : blocks.flatMap((block) => selectedPart(range, block) ?? []);
  const [first] = parts;
  const last = parts.at(-1);
  if (range === undefined || first === undefined || last === undefined) {
    // The selection of a shadow tree is known by its host only: its block is then found by the text.
    const block = blocks.find((each) => each.text.includes(text));
    const at = block?.text.indexOf(text) ?? 0;
    return { text, sentence: block ? sentenceAt(block.text, at, at + text.length) : '' };
  }
  // The blocks on either side of a `<br>` are read as one here: what is a sentence does not end with the line.
  const whole = parts.map(({ block }) => block.text).join('\n');
  const end = whole.length - last.block.text.length + last.end;
  const notRead = covers(range, ({ localName }) => NOT_READ.has(localName));
  const apart = parts.length > 1 && covers(range, isBlockByName);
  return {
    // The browsers' text has the readings of ruby in it; behind ruby Chromium's begins with the paragraph.
    text: notRead ? text : whole.slice(first.start, end).trim(),
    sentence: apart ? '' : sentenceAt(whole, first.start, end),
  };
}

interface SelectedPart {
  block: TextBlock;
  /** Code units of the block's text. */
  start: number;
  end: number;
}

/** What a range covers of a block; `undefined` for no more than blanks. */
function selectedPart(range: Range, block: TextBlock): SelectedPart | undefined {
  let part: SelectedPart | undefined;
  for (const { node, start } of block.segments) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    // It may end where the node begins.
    if (from < to) part = { block, start: part?.start ?? start + from, end: start + to };
  }
  return part && block.text.slice(part.start, part.end).trim() !== '' ? part : undefined;
}

/** Whether a range holds, or goes into, an element of some sort. */
function covers(range: Range, isSuch: (element: Element) => boolean): boolean {
  const root = range.commonAncestorContainer;
  if (!(root instanceof Element || root instanceof DocumentFragment)) return false;
  return [...root.querySelectorAll('*')].some((each) => isSuch(each) && range.intersectsNode(each));
}

function sentenceAt(text: string, start: number, end: number): string {
  const from = Math.max(0, start - SENTENCE_REACH);
  const around = text.slice(from, end + SENTENCE_REACH);
  const { before, term, after } = cutSentence(around, start - from, end - start);
  return (before + term + after).replace(/^…|…$/g, '');
}
