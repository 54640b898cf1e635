import { type Lexicon, loadLexicon, type WordCosts } from '@/lib/lexicon/lexicon';
import { readPackedLexicon } from '../../scripts/packed-lexicon.ts';

/** The lexicon of the extension. */
export function readLexicon(): Lexicon & WordCosts {
  return loadLexicon(readPackedLexicon());
}
