import { readFileSync } from 'node:fs';
import { type Lexicon, loadLexicon, type WordCosts } from '@/lib/lexicon/lexicon';

/** The lexicon of the extension, as `npm run generate` has made it. */
export function readLexicon(): Lexicon & WordCosts {
  const file = new URL('../../assets/public/generated/lexicon.bin', import.meta.url);
  return loadLexicon(Uint8Array.from(readFileSync(file)).buffer);
}
