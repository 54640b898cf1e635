// Writes assets/schema/glossary.schema.json from lib/glossary/format.ts: `node scripts/build-glossary-schema.ts`.
import './source-imports.ts';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { createGlossaryJsonSchema } = await import('./glossary-json-schema.ts');

const project = join(import.meta.dirname, '..');
const file = join(project, 'assets', 'schema', 'glossary.schema.json');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(createGlossaryJsonSchema(), null, 2)}\n`);
// Laid out as the formatter wants it, or the next check would complain.
const formatted = spawnSync(join(project, 'node_modules', '.bin', 'biome'), ['format', '--write', file], {
  stdio: 'inherit',
});
process.exit(formatted.status ?? 1);
