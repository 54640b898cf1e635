import type { Alphabet } from './alphabet';
import { buildAlphabet, readLabels } from './pattern-labels';
import type { PatternList } from './pattern-list';

/** The patterns of a list in the order of their labels, in which those that begin alike stand together. */
export interface SortedPatterns {
  readonly alphabet: Alphabet;
  /** One more than the highest label. */
  readonly labelCount: number;
  /** Code units of the longest one. */
  readonly longest: number;
  /** The labels of all patterns, as the list has its code units. */
  readonly labels: Uint16Array;
  /** How many different ones there are. */
  readonly count: number;
  /** Of each different pattern: where its labels begin and end. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Numbers in the list, equal patterns together and in the order in which they came. */
  readonly numbers: Uint32Array;
  /** Of each different pattern: where in `numbers` its own begin, and after the last one where they end. */
  readonly firstNumbers: Uint32Array;
}

/** What is sorted: patterns by their numbers, as labels. */
interface Labelled {
  readonly labels: Uint16Array;
  /** Where each begins, and after the last one where it ends. */
  readonly starts: Uint32Array;
  readonly count: number;
}

/** Of each pattern its first two labels. 0, which is no label, behind the end: it stands before those that go on. */
function readHeads({ labels, starts, count }: Labelled): Uint32Array {
  const heads = new Uint32Array(count);
  for (let number = 0; number < count; number++) {
    const at = starts[number] ?? 0;
    const second = at + 1 < (starts[number + 1] ?? 0) ? (labels[at + 1] ?? 0) : 0;
    heads[number] = (labels[at] ?? 0) * 0x10000 + second;
  }
  return heads;
}

/** Sorts numbers by their first labels (shift 16) or their second ones (0); those alike stay in order. A counting sort. */
function sortByLabel(
  numbers: Uint32Array,
  { heads, shift, labelCount }: { heads: Uint32Array; shift: 0 | 16; labelCount: number },
): Uint32Array {
  const ends = new Uint32Array(labelCount + 1);
  for (let number = 0; number < heads.length; number++) {
    const next = (((heads[number] ?? 0) >>> shift) & 0xffff) + 1;
    ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let label = 0; label < labelCount; label++) {
    ends[label + 1] = (ends[label + 1] ?? 0) + (ends[label] ?? 0);
  }
  const sorted = new Uint32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    const label = ((heads[number] ?? 0) >>> shift) & 0xffff;
    const place = ends[label] ?? 0;
    sorted[place] = number;
    ends[label] = place + 1;
  }
  return sorted;
}

/** Compares what follows on the first two labels. */
function compareRests({ labels, starts }: Labelled, one: number, other: number): number {
  let at = (starts[one] ?? 0) + 2;
  let otherAt = (starts[other] ?? 0) + 2;
  const end = starts[one + 1] ?? 0;
  const otherEnd = starts[other + 1] ?? 0;
  while (at < end && otherAt < otherEnd) {
    const difference = (labels[at++] ?? 0) - (labels[otherAt++] ?? 0);
    if (difference !== 0) return difference;
  }
  return end - at - (otherEnd - otherAt);
}

/** Patterns with the same first two labels up to so many are sorted by inserting: nearly always there are one or two. */
const FEW = 16;

/** Sorts numbers of patterns with the same first two labels, those at [first, end). */
function sortRests(patterns: Labelled, numbers: Uint32Array, first: number, end: number): void {
  if (end - first > FEW) {
    numbers.subarray(first, end).sort((one, other) => compareRests(patterns, one, other) || one - other);
    return;
  }
  for (let next = first + 1; next < end; next++) {
    const number = numbers[next] ?? 0;
    let at = next;
    for (; at > first && compareRests(patterns, numbers[at - 1] ?? 0, number) > 0; at--) {
      numbers[at] = numbers[at - 1] ?? 0;
    }
    numbers[at] = number;
  }
}

/**
 * Sorts patterns and finds those that are there more than once. By the first two labels in linear time, then by the
 * rest those that are still together: n log n in their number, times their length.
 *
 * @throws {AlphabetError} if there are too many different characters
 */
export function sortPatterns(list: PatternList): SortedPatterns {
  const alphabet = buildAlphabet(list);
  const labels = readLabels(list, alphabet);
  const { starts, count: listed, longest } = list;
  const patterns: Labelled = { labels, starts, count: listed };
  const heads = readHeads(patterns);
  const labelCount = alphabet.units.length + 3;
  const unsorted = heads.map((_, number) => number);
  const bySecond = sortByLabel(unsorted, { heads, shift: 0, labelCount });
  const numbers = sortByLabel(bySecond, { heads, shift: 16, labelCount });

  const from = new Uint32Array(listed);
  const to = new Uint32Array(listed);
  const firstNumbers = new Uint32Array(listed + 1);
  let count = 0;
  for (let first = 0; first < listed; ) {
    const head = heads[numbers[first] ?? 0];
    let end = first + 1;
    while (end < listed && heads[numbers[end] ?? 0] === head) end++;
    if (end - first > 1) sortRests(patterns, numbers, first, end);
    for (let at = first; at < end; at++) {
      const number = numbers[at] ?? 0;
      if (at > first && compareRests(patterns, numbers[at - 1] ?? 0, number) === 0) continue;
      from[count] = starts[number] ?? 0;
      to[count] = starts[number + 1] ?? 0;
      firstNumbers[count++] = at;
    }
    first = end;
  }
  firstNumbers[count] = listed;
  return { alphabet, labelCount, longest, labels, count, from, to, numbers, firstNumbers };
}
