/**
 * Measures one candidate in a process of its own, beside the yardstick: a bare sum of `charCodeAt` over
 * the same strings, in turns, so that whatever slows the machine slows both. Prints JSON. Run from its bundle, see
 * `build.ts`, with a request like `{"name":"ours","termCount":1000}`.
 */
import { CANDIDATES } from './candidates';
import { readCorpus } from './corpus';

const { name, termCount, folder } = JSON.parse(process.argv[2] ?? '{}');
const candidate = CANDIDATES.find((each) => each.name === name);
if (candidate === undefined) throw new Error(`No candidate ${name}`);
const { texts, units, terms } = readCorpus({ folder, termCount, share: candidate.share(termCount) });

let sink = 0;

function sumUnits(): void {
  for (const text of texts) {
    let sum = 0;
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
    sink ^= sum;
  }
}

const prepareStart = performance.now();
const count = await candidate.prepare(terms);
const prepareMs = performance.now() - prepareStart;
let matches = 0;

function findAll(): void {
  matches = 0;
  for (const text of texts) matches += count(text);
}

/** Turns: enough for both loops to be compiled and for a quiet moment to occur. */
const LEAST_TURNS = 5;
const MOST_TURNS = 15;
const BUDGET_MS = 4000;

const yardstick: number[] = [];
const candidateTimes: number[] = [];
const begin = performance.now();
for (let turn = 0; turn < MOST_TURNS; turn++) {
  const start = performance.now();
  sumUnits();
  const middle = performance.now();
  findAll();
  yardstick.push(middle - start);
  candidateTimes.push(performance.now() - middle);
  if (turn >= LEAST_TURNS && performance.now() - begin > BUDGET_MS) break;
}
const nanoseconds = (times: number[]): number => (Math.min(...times) * 1e6) / units;
console.log(
  JSON.stringify({
    nsPerUnit: nanoseconds(candidateTimes),
    yardstickNs: nanoseconds(yardstick),
    matches,
    units,
    texts: texts.length,
    prepareMs,
    sink: sink & 1,
  }),
);
