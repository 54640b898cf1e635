import { readFileSync } from 'node:fs';

/** The lexicon of the extension as `npm run generate` packs it. */
export function readPackedLexicon(): ArrayBuffer {
  const file = new URL('../assets/public/generated/lexicon.bin', import.meta.url);
  return Uint8Array.from(readFileSync(file)).buffer;
}
