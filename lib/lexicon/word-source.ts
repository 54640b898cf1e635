import type { WordTree } from './packed-words';

/** The words by their first character. */
export interface WordSource {
  tree: WordTree;
  firstNodes: Uint32Array;
}
