import { cutSentence, SENTENCE_REACH } from '@/lib/page-list/sentence';
import { readBlocks } from './blocks';

/** What is selected in this frame, and the sentence around it; an empty text for nothing. */
export function describeSelection(): { text: string; sentence: string } {
  const selection = getSelection();
  const text = (selection?.toString() ?? '').trim();
  if (text === '') return { text, sentence: '' };
  // The selection of a shadow tree is known by its host only: its block is then found by the text.
  const node = selection?.anchorNode;
  const blocks = readBlocks().filter((block) => block.text.includes(text));
  const block = blocks.find(({ segments }) => segments.some((segment) => segment.node === node)) ?? blocks[0];
  if (block === undefined) return { text, sentence: '' };
  const segment = block.segments.find((each) => each.node === node);
  const from = segment === undefined ? 0 : segment.start + (selection?.anchorOffset ?? 0);
  // The anchor is where the pointer went down: at the start of the selection, or at its end.
  const at = [block.text.indexOf(text, from), block.text.lastIndexOf(text, from)]
    .filter((each) => each >= 0)
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from))[0];
  if (at === undefined) return { text, sentence: '' };
  const start = Math.max(0, at - SENTENCE_REACH);
  const around = block.text.slice(start, at + text.length + SENTENCE_REACH);
  const { before, term, after } = cutSentence(around, at - start, text.length);
  return { text, sentence: (before + term + after).replace(/^…|…$/g, '') };
}
