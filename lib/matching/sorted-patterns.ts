import { characterClasses, FIRST_SPECIAL } from '@/lib/text/script';
import { type Alphabet, createAlphabet, labelOf } from './alphabet';
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

/** Frequent characters get low codes: what a search touches most then lies together. */
function buildAlphabet({ units, starts, count, size }: PatternList): Alphabet {
  const frequency = new Uint32Array(0x10000);
  const distinct: number[] = [];
  for (let at = 0; at < size; at++) {
    const unit = units[at] ?? 0;
    const before = frequency[unit] ?? 0;
    if (before === 0) distinct.push(unit);
    frequency[unit] = before + 1;
  }
  const isFirst = new Uint8Array(0x10000);
  for (let pattern = 0; pattern < count; pattern++) isFirst[units[starts[pattern] ?? 0] ?? 0] = 1;

  const firsts: number[] = [];
  const others: number[] = [];
  const specials: number[] = [];
  for (const unit of distinct) {
    const isSpecial = (characterClasses[unit] ?? 0) >= FIRST_SPECIAL;
    (isSpecial ? specials : isFirst[unit] === 1 ? firsts : others).push(unit);
  }
  /** Frequency and unit as one number: numbers are sorted without calling back. */
  const byFrequency = (some: readonly number[]): string => {
    const keys = Float64Array.from(some, (unit) => unit - (frequency[unit] ?? 0) * 0x10000).sort();
    return String.fromCharCode(...keys.map((key) => key & 0xffff));
  };
  return createAlphabet(byFrequency(firsts) + byFrequency(others) + byFrequency(specials), {
    firstCodes: firsts.length,
    specialFirsts: String.fromCharCode(...specials.filter((unit) => isFirst[unit] === 1)),
  });
}

function readLabels({ units, size }: PatternList, alphabet: Alphabet): Uint16Array {
  const labelOfUnit = new Uint16Array(0x10000);
  for (let at = 0; at < alphabet.units.length; at++) {
    const unit = alphabet.units.charCodeAt(at);
    labelOfUnit[unit] = labelOf(alphabet, unit);
  }
  const labels = new Uint16Array(size);
  for (let at = 0; at < size; at++) labels[at] = labelOfUnit[units[at] ?? 0] ?? 0;
  return labels;
}

/** Patterns with the same first labels up to so many are sorted by inserting: nearly always there are one or two. */
const FEW = 16;

/**
 * Sorts patterns and finds those that are there more than once. By the first two labels in linear time (a counting
 * sort for each), then by the rest those that are still together: n log n in their number, times their length.
 *
 * @throws {AlphabetError} if there are too many different characters
 */
export function sortPatterns(list: PatternList): SortedPatterns {
  const alphabet = buildAlphabet(list);
  const labelCount = alphabet.units.length + 3;
  const labels = readLabels(list, alphabet);
  const { starts, count: listed } = list;

  /** Of each pattern its first two labels. 0, which is no label, behind the end: it stands before those that go on. */
  const heads = new Uint32Array(listed);
  for (let number = 0; number < listed; number++) {
    const at = starts[number] ?? 0;
    const second = at + 1 < (starts[number + 1] ?? 0) ? (labels[at + 1] ?? 0) : 0;
    heads[number] = (labels[at] ?? 0) * 0x10000 + second;
  }
  const sortByHead = (numbers: Uint32Array, shift: number): Uint32Array => {
    const ends = new Uint32Array(labelCount + 1);
    for (let number = 0; number < listed; number++) {
      const next = (((heads[number] ?? 0) >>> shift) & 0xffff) + 1;
      ends[next] = (ends[next] ?? 0) + 1;
    }
    for (let label = 0; label < labelCount; label++) {
      ends[label + 1] = (ends[label + 1] ?? 0) + (ends[label] ?? 0);
    }
    const sorted = new Uint32Array(listed);
    for (let at = 0; at < listed; at++) {
      const number = numbers[at] ?? 0;
      const label = ((heads[number] ?? 0) >>> shift) & 0xffff;
      const place = ends[label] ?? 0;
      sorted[place] = number;
      ends[label] = place + 1;
    }
    return sorted;
  };
  /** Of patterns with the same first two labels. */
  const compareRests = (one: number, other: number): number => {
    let at = (starts[one] ?? 0) + 2;
    let otherAt = (starts[other] ?? 0) + 2;
    const end = starts[one + 1] ?? 0;
    const otherEnd = starts[other + 1] ?? 0;
    while (at < end && otherAt < otherEnd) {
      const difference = (labels[at++] ?? 0) - (labels[otherAt++] ?? 0);
      if (difference !== 0) return difference;
    }
    return end - at - (otherEnd - otherAt);
  };
  const sortRests = (numbers: Uint32Array, first: number, end: number): void => {
    if (end - first > FEW) {
      numbers.subarray(first, end).sort((one, other) => compareRests(one, other) || one - other);
      return;
    }
    for (let next = first + 1; next < end; next++) {
      const number = numbers[next] ?? 0;
      let at = next;
      for (; at > first && compareRests(numbers[at - 1] ?? 0, number) > 0; at--) {
        numbers[at] = numbers[at - 1] ?? 0;
      }
      numbers[at] = number;
    }
  };

  const unsorted = new Uint32Array(listed);
  for (let number = 0; number < listed; number++) unsorted[number] = number;
  const numbers = sortByHead(sortByHead(unsorted, 0), 16);
  const from = new Uint32Array(listed);
  const to = new Uint32Array(listed);
  const firstNumbers = new Uint32Array(listed + 1);
  let count = 0;
  for (let first = 0; first < listed; ) {
    const head = heads[numbers[first] ?? 0];
    let end = first + 1;
    while (end < listed && heads[numbers[end] ?? 0] === head) end++;
    if (end - first > 1) sortRests(numbers, first, end);
    for (let at = first; at < end; at++) {
      const number = numbers[at] ?? 0;
      if (at > first && compareRests(numbers[at - 1] ?? 0, number) === 0) continue;
      from[count] = starts[number] ?? 0;
      to[count] = starts[number + 1] ?? 0;
      firstNumbers[count++] = at;
    }
    first = end;
  }
  firstNumbers[count] = listed;
  return {
    alphabet,
    labelCount,
    longest: list.longest,
    labels,
    count,
    from,
    to,
    numbers,
    firstNumbers,
  };
}
