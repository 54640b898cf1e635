const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** More often, and a million readers would cost their publisher a request each three milliseconds for nothing. */
export const SHORTEST_INTERVAL_MS = HOUR_MS;

/** A glossary that nobody looked at for longer may have changed its address meanwhile. */
export const LONGEST_INTERVAL_MS = 30 * DAY_MS;

/** Where the publisher says nothing: terms change with the news, not with the minute. */
export const DEFAULT_INTERVAL_MS = DAY_MS;

/** After the first failure; a server that restarts is back by then. Doubled with each further one. */
export const FIRST_RETRY_MS = 5 * 60_000;

/** However long a server has been away, somebody looks once a day whether it is back. */
export const LONGEST_RETRY_MS = DAY_MS;

/** The most that a server can ask for with `Retry-After`: a week without updates is worse than one request. */
export const LONGEST_WISH_MS = 7 * DAY_MS;

/** Added to every interval, at random, so that readers who subscribed together don't ask together. */
export const SPREAD = 0.1;

const UNITS_MS: Readonly<Record<string, number>> = { hour: HOUR_MS, day: DAY_MS };

/** Duration of the `expires` of a glossary file (checked as a part of it), in ms. */
export function parseExpires(expires: string): number {
  const [count, unit = ''] = expires.split(' ');
  return Number(count) * (UNITS_MS[unit.replace(/s$/, '')] ?? 0);
}

/**
 * How long a version that has just been seen is good for, in ms: what its file says; else a day, or the time that
 * the server lets caches keep it if that is longer (a short one is about caches, and no wish to be asked so often).
 */
export function chooseInterval(from: { expires?: string; maxAgeMs?: number }): number {
  const wanted =
    from.expires === undefined
      ? Math.max(DEFAULT_INTERVAL_MS, from.maxAgeMs ?? 0)
      : parseExpires(from.expires);
  return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, wanted));
}

/** When to look again after a good answer. `random`: 0 to 1. Never sooner than the interval says. */
export function nextAfterAnswer(from: { nowMs: number; intervalMs: number; random: number }): number {
  return from.nowMs + Math.round(from.intervalMs * (1 + SPREAD * from.random));
}

/**
 * When to try again after a failure: exponential back-off, of which at least half is waited and the rest is
 * random; never sooner than the server wishes, as far as it wishes for no more than a week.
 */
export function nextAfterFailure(from: {
  nowMs: number;
  /** How many times in a row it has failed, this one included. */
  failures: number;
  random: number;
  /** The server's `Retry-After`, in ms. */
  wishMs?: number;
}): number {
  const full = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(from.failures - 1, 20));
  const wait = full * (0.5 + 0.5 * from.random);
  const wish = Math.min(LONGEST_WISH_MS, from.wishMs ?? 0);
  return from.nowMs + Math.round(Math.max(wait, wish));
}
