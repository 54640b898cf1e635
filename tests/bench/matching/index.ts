/**
 * Prints how fast terms are found, beside peers and the bare loop over the same strings. Each candidate
 * runs in a process of its own, built as the extension is.
 *
 * @example npm run bench -- [folder of saved pages]
 */
import { execFileSync } from 'node:child_process';
import '../../../scripts/source-imports.ts';

const { buildScripts } = await import('./build.ts');
const { CANDIDATES } = await import('./candidates.ts');

interface Measured {
  nsPerUnit: number;
  yardstickNs: number;
  matches: number;
  units: number;
  texts: number;
}

const SIZES = [60, 1_000, 10_000, 100_000];

/** What we want of ours: this fraction of the bare loop's speed, by number of terms. */
const WANTED: Readonly<Record<number, number>> = { 60: 0.75, 1000: 0.4, 10000: 0.28, 100000: 0.15 };

/** What an index costs is measured in so many processes that have compiled none before; the table has the medians. */
const COLD_PROCESSES = 5;

const [folder] = process.argv.slice(2);
const scriptOf = await buildScripts(['measure-one', 'measure-index']);
const run = <T = Measured>(script: Parameters<typeof scriptOf>[0], request: object): T =>
  JSON.parse(
    execFileSync(process.execPath, [scriptOf(script), JSON.stringify({ ...request, folder })], {
      encoding: 'utf8',
    }),
  );

console.log(
  'Nanoseconds a code unit (fraction of the speed of a bare charCodeAt loop over the same strings)\n',
);
console.log(`| candidate | ${SIZES.map((size) => `${size} terms`).join(' | ')} |`);
console.log(`| --- | ${SIZES.map(() => '---').join(' | ')} |`);
const ours = new Map<number, Measured>();
const bestPeer = new Map<number, number>();
for (const { name, mostTerms, leftmostLongest } of CANDIDATES) {
  const cells = SIZES.map((termCount) => {
    if (termCount > mostTerms) return '–';
    const measured = run('measure-one', { name, termCount });
    if (name === 'ours') ours.set(termCount, measured);
    else if (leftmostLongest) {
      bestPeer.set(
        termCount,
        Math.min(bestPeer.get(termCount) ?? Number.POSITIVE_INFINITY, measured.nsPerUnit),
      );
    }
    return `${measured.nsPerUnit.toFixed(1)} (${(measured.yardstickNs / measured.nsPerUnit).toFixed(2)})`;
  });
  console.log(`| ${name}${leftmostLongest ? '' : ' *'} | ${cells.join(' | ')} |`);
}
console.log('\n\\* gives all matches or the first listed, not the leftmost-longest\n');
for (const [termCount, measured] of ours) {
  const fraction = measured.yardstickNs / measured.nsPerUnit;
  const lead = (bestPeer.get(termCount) ?? 0) / measured.nsPerUnit;
  console.log(
    `${termCount} terms: ${fraction.toFixed(2)} of the loop (wanted ${WANTED[termCount]}), ` +
      `${lead.toFixed(1)} × the best leftmost-longest peer; ${measured.matches} matches in ${measured.units} code units`,
  );
}

console.log(
  '\n| index of | compiled in | bytes a term | read back in | first search |\n| --- | --- | --- | --- | --- |',
);
type IndexCost = Record<'compileMs' | 'bytesPerTerm' | 'decodeMs' | 'firstSearchMs', number>;
for (const termCount of [60, 100_000]) {
  const costs = Array.from({ length: COLD_PROCESSES }, () => run<IndexCost>('measure-index', { termCount }));
  const medianOf = (key: keyof IndexCost): number =>
    costs.map((cost) => cost[key]).sort((a, b) => a - b)[COLD_PROCESSES >> 1] ?? Number.NaN;
  console.log(
    `| ${termCount} terms | ${medianOf('compileMs').toFixed(1)} ms | ${medianOf('bytesPerTerm').toFixed(1)} | ` +
      `${medianOf('decodeMs').toFixed(1)} ms | ${medianOf('firstSearchMs').toFixed(1)} ms |`,
  );
}
