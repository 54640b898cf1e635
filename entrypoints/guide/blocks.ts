import type { Container } from '@/lib/page/elements';
import type { TextBlock } from '@/lib/page/text-block';
import { readContainer } from '@/lib/page/text-blocks';

/** Code units; a page with more is read as far as that. */
const MOST_TEXT = 2_000_000;

/** The texts that a reader can see in this frame, as the content script reads them, in document order. */
export function readBlocks(): TextBlock[] {
  const blocks: TextBlock[] = [];
  let length = 0;
  const waiting: Container[] = [document.body ?? document.documentElement];
  for (let at = waiting.pop(); at !== undefined && length < MOST_TEXT; at = waiting.pop()) {
    const content = readContainer(at);
    for (const block of content.blocks) {
      blocks.push(block);
      length += block.text.length;
    }
    waiting.push(...content.children.reverse());
  }
  return blocks;
}
