import type { ArticleBlock } from '@/lib/extraction/article';
import { separatesByName } from './elements';

const HEADINGS = /^h[1-6]$/;

/** The text of an element of a parsed copy, a block for each paragraph, white space as it would be shown. */
export function readBlocks(root: Element): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  let text = '';
  let kind: ArticleBlock['kind'] = 'text';
  const close = (): void => {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (shown !== '') blocks.push({ kind, text: shown });
    text = '';
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) text += node.data;
    if (!(node instanceof Element)) return;
    const separates = separatesByName(node);
    const before = kind;
    if (separates) {
      close();
      if (HEADINGS.test(node.localName)) kind = 'heading';
    }
    for (const child of node.childNodes) walk(child);
    if (separates) {
      close();
      kind = before;
    }
  };
  walk(root);
  close();
  return blocks;
}
