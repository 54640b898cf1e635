/** Runs of each case; the table shows the median. */
export const RUNS = 3;

/** A loaded page, or one that has been marked, is at rest after this long. */
export const REST_MS = 1000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Of an odd number of values the one in the middle; the array is sorted. */
export const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Of each figure of some runs. */
export function medians<T extends Record<keyof T, number>>(runs: readonly T[]): T {
  const keys = Object.keys(runs[0] ?? {}) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, median(runs.map((run) => run[key]))])) as T;
}
