import { browser } from 'wxt/browser';
import { type Lexicon, loadLexicon } from '@/lib/lexicon/lexicon';
import { unpackWords, type WordTree } from '@/lib/lexicon/packed-words';

/** Where the packed lexicon lies in the package. */
const PACKED = '/generated/lexicon.bin';

let loading: Promise<{ lexicon: Lexicon; words: WordTree }> | undefined;

/** The lexicon and its words, read when a view first needs them. */
export function getLexicon(): Promise<{ lexicon: Lexicon; words: WordTree }> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<{ lexicon: Lexicon; words: WordTree }> {
  const packed = await (await fetch(browser.runtime.getURL(PACKED as never))).arrayBuffer();
  return { lexicon: loadLexicon(packed), words: unpackWords(packed) };
}
