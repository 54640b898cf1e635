// What a glossary of 100,000 concepts takes to be written, read and checked, and planned into another:
// npm run bench:import [-- <number of concepts>]
import '../../../scripts/source-imports.ts';
import 'fake-indexeddb/auto';

const { parseGlossaryFile } = await import('../../../lib/glossary-import/parse-file.ts');
const { settleImport } = await import('../../../lib/glossary-import/settle.ts');
const { WRITERS } = await import('../../../lib/glossary-import/write-file.ts');
const { WRITE_FORMATS } = await import('../../../lib/glossary-import/write-formats.ts');
const { parseGlossary } = await import('../../../lib/glossary/validate.ts');
const { createGlossary } = await import('../../../lib/storage/glossary-store.ts');

const count = Number(process.argv[2] ?? 100_000);
const made = parseGlossary({
  format: 'pangzhu-glossary',
  formatVersion: 1,
  id: 'bench',
  name: { zh: '术语' },
  version: '1',
  updated: '2026-11-25',
  language: 'zh-Hans',
  categories: { port: { zh: '港口' } },
  concepts: Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    terms: [
      { text: `果园港${at}`, language: 'zh-Hans', status: 'preferred' },
      { text: `Guoyuan Port ${at}`, language: 'en', status: 'preferred' },
    ],
    definitions: { zh: `重庆两江新区的第${at}个长江港口，2013年开港。` },
    category: 'port',
    sources: [{ title: 'A page', url: `https://example.org/${at}` }],
  })),
});
if (!made.ok) throw new Error(JSON.stringify(made.problems.slice(0, 3)));

/** Time of the processor, all threads: a machine that is shared or busy does not count. */
function time<T>(act: () => T): { result: T; ms: number } {
  const start = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: Math.round((user + system) / 1000) };
}

const rows = WRITE_FORMATS.map((format) => {
  const { write, extension, lossless } = WRITERS[format];
  const written = time(() => new TextEncoder().encode(write(made.glossary)));
  const read = time(() => parseGlossaryFile(written.result, { name: `a.${extension}`, today: '2026-11-25' }));
  const parsed = read.result;
  if (!parsed.ok) throw new Error(`${format}: ${JSON.stringify(parsed.problems.slice(0, 3))}`);
  if (lossless && parsed.glossary.concepts.length !== count) throw new Error(`${format} lost concepts`);
  const planned = time(() => settleImport(made.glossary, parsed.glossary, 'update'));
  return {
    format,
    MB: (written.result.length / 1e6).toFixed(1),
    'write ms': written.ms,
    'read and check ms': read.ms,
    'plan ms': planned.ms,
  };
});
console.table(rows);
const start = performance.now();
await createGlossary(made.glossary);
console.log(`Stored in ${Math.round(performance.now() - start)} ms (in memory; browsers write to disk)`);
