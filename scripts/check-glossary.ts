// Checks a glossary file and prints every problem with its place: `node scripts/check-glossary.ts my-glossary.json`.
import './source-imports.ts';
import { readFileSync } from 'node:fs';

const { parseGlossaryText } = await import('../lib/glossary/formats/json.ts');

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Which file? node scripts/check-glossary.ts my-glossary.json');
  process.exit(2);
}
const parsed = parseGlossaryText(readFileSync(file, 'utf8'));
for (const { code, severity, at, params } of parsed.ok ? parsed.warnings : parsed.problems) {
  const place = at.line === undefined ? at.path : `line ${at.line}, column ${at.column}`;
  const concept = at.conceptId === undefined ? '' : ` (${at.conceptId})`;
  const details = Object.entries(params).map(([name, value]) => ` ${name}=${value}`);
  console.log(`${severity}: ${code} at ${place || 'the root'}${concept}${details.join('')}`);
}
if (parsed.ok) console.log(`${file} is a glossary of ${parsed.glossary.concepts.length} concepts.`);
process.exit(parsed.ok ? 0 : 1);
