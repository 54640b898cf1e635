import type { GlossaryId, LocalizedText } from '@/lib/glossary/model';
import type { ChangeSummary } from './change-summary';
import { type Edition, newerEdition } from './edition';
import type { Failure } from './failure';
import { nextAfterAnswer, nextAfterFailure } from './schedule';

/** `auto`: newer editions are taken as they come; `ask`: shown first. */
export type UpdateMode = 'auto' | 'ask';

/** What makes a server's answer "not modified". */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** Something that was put into the store. */
export interface HistoryEntry {
  /** Names its copy. Grows. */
  number: number;
  atMs: number;
  /** `restored`: the reader went back, or forward again. */
  kind: 'subscribed' | 'updated' | 'restored';
  edition: Edition;
  changes?: ChangeSummary;
}

/** A newer edition that waits for the reader's word. */
export interface PendingUpdate {
  edition: Edition;
  changes: ChangeSummary;
  atMs: number;
}

/** Where a glossary is to be had, and what its reader already knows of it. */
export interface WantedGlossary {
  /** `https:`, or `http:` on this machine; without fragment. */
  address: string;
  /** Ed25519, base64url: every edition must be signed with it. */
  publicKey?: string;
  /** Hexadecimal: only this file is accepted. */
  sha256?: string;
}

/** A glossary that is kept up to date from an address. Plain JSON, as it is stored. */
export interface Subscription extends WantedGlossary {
  mode: UpdateMode;
  /** Set up by the reader's organisation. */
  managed: boolean;
  /** Unknown until the first good answer. */
  glossaryId?: GlossaryId;
  /** As the file has it, for the time when the glossary itself cannot be read. */
  name?: LocalizedText;
  mirrors: readonly string[];
  /** By address: a mirror has others. */
  validators: Readonly<Record<string, Validators>>;
  held?: Edition;
  newest?: Edition;
  declinedHash?: string;
  pending?: PendingUpdate;
  /** What the last good answer said. */
  intervalMs: number;
  lastCheckMs?: number;
  nextCheckMs: number;
  /** In a row. */
  failures: number;
  lastFailure?: Failure;
  /** Newest first. */
  history: readonly HistoryEntry[];
}

/** Editions whose content is kept to go back to. One of 100,000 concepts is some megabytes, compressed. */
export const KEPT_COPIES = 4;

/** Longer ago than this interests nobody. */
const KEPT_ENTRIES = 20;

/** The time, and a random number from 0 to 1. */
export interface Moment {
  nowMs: number;
  random: number;
}

/** What a good answer says about the next ones. */
export interface AnswerTerms {
  intervalMs: number;
  /** The address that answered, and what it will know its answer by. */
  from: string;
  validators: Validators;
  mirrors?: readonly string[];
}

/** A subscription nobody has looked at yet: due at once. */
export function createSubscription(
  from: WantedGlossary & Pick<Subscription, 'mode' | 'managed'>,
  nowMs: number,
): Subscription {
  return {
    ...from,
    mirrors: [],
    validators: {},
    intervalMs: 0,
    nextCheckMs: nowMs,
    failures: 0,
    history: [],
  };
}

/** After a check that failed: everything stays, and the next one is put off. */
export function afterFailure(
  subscription: Subscription,
  failure: Failure,
  { nowMs, random }: Moment,
): Subscription {
  const failures = subscription.failures + 1;
  return {
    ...subscription,
    failures,
    lastFailure: failure,
    lastCheckMs: nowMs,
    nextCheckMs: nextAfterFailure({
      nowMs,
      failures,
      random,
      ...(failure.retryAfterMs === undefined ? {} : { wishMs: failure.retryAfterMs }),
    }),
  };
}

/** After a check with a good answer, whatever is then done with it. */
export function afterAnswer(
  subscription: Subscription,
  terms: AnswerTerms,
  { nowMs, random }: Moment,
): Subscription {
  const { lastFailure: _gone, ...rest } = subscription;
  const mirrors = terms.mirrors ?? subscription.mirrors;
  const known = [subscription.address, ...mirrors];
  const validators = Object.entries({ ...subscription.validators, [terms.from]: terms.validators });
  return {
    ...rest,
    mirrors,
    validators: Object.fromEntries(validators.filter(([address]) => known.includes(address))),
    intervalMs: terms.intervalMs,
    failures: 0,
    lastCheckMs: nowMs,
    nextCheckMs: nextAfterAnswer({ nowMs, intervalMs: terms.intervalMs, random }),
  };
}

/** After an edition has been put into the store. */
export function withEdition(
  subscription: Subscription,
  { kind, edition, changes }: Pick<HistoryEntry, 'kind' | 'edition' | 'changes'>,
  nowMs: number,
): Subscription {
  const { pending: _pending, declinedHash: _declined, ...rest } = subscription;
  const newest = newerEdition(subscription.newest, edition);
  const entry: HistoryEntry = {
    number: (subscription.history[0]?.number ?? 0) + 1,
    atMs: nowMs,
    kind,
    edition,
    ...(changes === undefined ? {} : { changes }),
  };
  return {
    ...rest,
    held: edition,
    newest,
    // The reader went back from it: it comes again only when asked for.
    ...(newest.hash === edition.hash ? {} : { declinedHash: newest.hash }),
    history: [entry, ...subscription.history].slice(0, KEPT_ENTRIES),
  };
}

/** After a newer edition has come that the reader wants to see first. */
export function withPending(subscription: Subscription, pending: PendingUpdate): Subscription {
  return { ...subscription, pending };
}

/** After the reader has declined what was pending: the edition after it is offered again. */
export function withoutPending(subscription: Subscription): Subscription {
  const { pending, ...rest } = subscription;
  if (pending === undefined) return subscription;
  return {
    ...rest,
    declinedHash: pending.edition.hash,
    newest: newerEdition(subscription.newest, pending.edition),
  };
}

/** What the reader declined is wanted again. Without the validators, by which a server would say that nothing is new. */
export function withoutDeclined(subscription: Subscription): Subscription {
  const { declinedHash: _declined, ...rest } = subscription;
  return { ...rest, validators: {} };
}

/**
 * What was pending can no longer be had here, or no longer fits: it is asked for again. Without the validators, by which
 * a server would say that nothing is new.
 */
export function askingAgain(subscription: Subscription, nowMs: number): Subscription {
  const { pending, ...rest } = subscription;
  return pending === undefined ? subscription : { ...rest, validators: {}, nextCheckMs: nowMs };
}

/** Numbers of the history entries whose content is to be kept; the others' copies can go. */
export function keptCopies({ history }: Subscription): number[] {
  const seen = new Set<string>();
  const kept: number[] = [];
  for (const { number, edition } of history) {
    if (seen.has(edition.hash)) continue;
    seen.add(edition.hash);
    kept.push(number);
  }
  return kept.slice(0, KEPT_COPIES);
}

/** When the next check of any is due, in ms; `undefined` if there is nothing to check. */
export function nextDue(subscriptions: readonly Subscription[]): number | undefined {
  const times = subscriptions.map(({ nextCheckMs }) => nextCheckMs);
  return times.length === 0 ? undefined : Math.min(...times);
}
