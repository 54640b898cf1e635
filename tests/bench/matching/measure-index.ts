/**
 * Measures what an index of so many terms costs: compiling it in a process that has compiled none before,
 * its bytes a term, and reading it back. Prints JSON.
 */
import '../../../scripts/source-imports.ts';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const { readCorpus } = await import('./corpus.ts');
const { toGlossary } = await import('./candidates.ts');
const { compileTermIndex } = await import('../../../lib/term-index/compile.ts');
const { decodeTermIndex, encodeTermIndex } = await import('../../../lib/term-index/binary.ts');
const { findMatches } = await import('../../../lib/term-index/find.ts');

const { termCount } = JSON.parse(process.argv[2] ?? '{}');
const { terms } = readCorpus({ termCount, share: 0.001 });
const glossary = toGlossary(terms);
const time = <T>(run: () => T): { ms: number; result: T } => {
  const start = performance.now();
  const result = run();
  return { ms: performance.now() - start, result };
};
// What the corpus was drawn from is no part of the measurement.
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
const compiled = time(() => compileTermIndex([glossary], 1));
const encoded = time(() => encodeTermIndex(compiled.result));
const decoded = time(() => decodeTermIndex(encoded.result));
const first = time(() => findMatches(decoded.result, '重庆'));
console.log(
  JSON.stringify({
    compileMs: compiled.ms,
    encodeMs: encoded.ms,
    decodeMs: decoded.ms,
    firstSearchMs: first.ms,
    bytesPerTerm: encoded.result.byteLength / termCount,
  }),
);
