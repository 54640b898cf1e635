/**
 * Measures what an index of so many terms costs: compiling it in a process that has compiled none before,
 * its bytes a term, and reading it back. Prints JSON. Run from its bundle: see `build.ts`.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeTermIndex, encodeTermIndex } from '@/lib/term-index/binary';
import { compileTermIndex } from '@/lib/term-index/compile';
import { findMatches } from '@/lib/term-index/find';
import { toGlossary } from './candidates';
import { readCorpus } from './corpus';

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
