import { childOf, type WordTree } from './packed-words';

/** The words by their first character. */
export interface WordSource {
  tree: WordTree;
  firstNodes: Uint32Array;
}

/** The node of the tree that the characters [start, end) of a text lead to; 0 if no word begins so. */
export function nodeOf({ tree, firstNodes }: WordSource, text: string, start: number, end: number): number {
  let node = firstNodes[text.charCodeAt(start)] ?? 0;
  for (let at = start + 1; at < end && node !== 0; at++) node = childOf(tree, node, text.charCodeAt(at));
  return node;
}
