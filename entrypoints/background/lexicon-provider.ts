import { browser } from 'wxt/browser';
import { type Lexicon, loadLexicon } from '@/lib/lexicon/lexicon';

/** Where the packed lexicon lies in the package. */
const PACKED = '/generated/lexicon.bin';

let loading: Promise<Lexicon> | undefined;
let loaded: Lexicon | undefined;

/** The lexicon, if a match has needed it already. */
export function lexiconIfLoaded(): Lexicon | undefined {
  return loaded;
}

/** The lexicon, loaded when first asked for. */
export function getLexicon(): Promise<Lexicon> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Lexicon> {
  const file = await fetch(browser.runtime.getURL(PACKED as never));
  loaded = loadLexicon(await file.arrayBuffer());
  return loaded;
}
