// What a glossary of 100,000 concepts takes to be written, read and checked, and planned into another:
// npm run bench:import [-- <number of concepts>]
import '../../../scripts/source-imports.ts';
import 'fake-indexeddb/auto';

const { makeGlossary } = await import('./made-glossary.ts');
const { parseGlossaryFile } = await import('../../../lib/glossary-import/parse-file.ts');
const { settleImport } = await import('../../../lib/glossary-import/settle.ts');
const { WRITERS } = await import('../../../lib/glossary-import/write-file.ts');
const { WRITE_FORMATS } = await import('../../../lib/glossary-import/write-formats.ts');
const { createGlossary } = await import('../../../lib/storage/glossary-store.ts');

const count = Number(process.argv[2] ?? 100_000);
const made = makeGlossary(count);

/** Time of the processor, all threads: a machine that is shared or busy does not count. */
function time<T>(act: () => T): { result: T; ms: number } {
  const start = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: Math.round((user + system) / 1000) };
}

const rows = WRITE_FORMATS.map((format) => {
  const { write, extension, lossless } = WRITERS[format];
  const written = time(() => new TextEncoder().encode(write(made)));
  const read = time(() => parseGlossaryFile(written.result, { name: `a.${extension}`, today: '2026-11-25' }));
  const parsed = read.result;
  if (!parsed.ok) throw new Error(`${format}: ${JSON.stringify(parsed.problems.slice(0, 3))}`);
  if (lossless && parsed.glossary.concepts.length !== count) throw new Error(`${format} lost concepts`);
  const planned = time(() => settleImport(made, parsed.glossary, 'update'));
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
await createGlossary(made);
console.log(`Stored in ${Math.round(performance.now() - start)} ms (in memory; browsers write to disk)`);
