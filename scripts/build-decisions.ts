/**
 * Writes `tests/cases/decisions.json` anew: what is decided on our own sentences. Run it after a change
 * that is meant to decide otherwise, and read the difference before committing it.
 */
import './source-imports.ts';
import { writeFileSync } from 'node:fs';

const { decideAll } = await import('../tests/support/decisions.ts');
const { readLexicon } = await import('../tests/support/lexicon.ts');

const decided = decideAll(readLexicon());
writeFileSync(
  new URL('../tests/cases/decisions.json', import.meta.url),
  `${JSON.stringify(decided, null, 2)}\n`,
);
process.stdout.write(`decisions: ${decided.length} texts\n`);
