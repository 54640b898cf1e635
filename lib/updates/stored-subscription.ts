import * as v from 'valibot';
import { FAILURE_CODES } from './failure';
import type { Subscription } from './subscription';

/**
 * Checks of what was stored of a subscription: a record may come from a backup file, or be of an earlier version of
 * the extension.
 */

const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const EditionSchema = v.object({ version: v.string(), updated: v.string(), hash: v.string() });

const named = { id: v.string(), headword: v.string(), language: v.string() };

const ChangesSchema = v.object({
  counts: v.object({ added: count, changed: count, removed: count }),
  added: v.array(v.object(named)),
  changed: v.array(
    v.object({
      ...named,
      parts: v.array(v.picklist(['terms', 'definitions', 'category', 'sources', 'related'])),
      addedTerms: v.array(v.string()),
      removedTerms: v.array(v.string()),
    }),
  ),
  removed: v.array(v.object(named)),
});

const FailureSchema = v.object({
  code: v.picklist(FAILURE_CODES),
  address: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  problems: v.exactOptional(v.array(v.any())),
  retryAfterMs: v.exactOptional(time),
});

const SubscriptionSchema = v.object({
  address: v.pipe(v.string(), v.url()),
  mode: v.picklist(['auto', 'ask']),
  managed: v.boolean(),
  glossaryId: v.exactOptional(v.string()),
  name: v.exactOptional(v.record(v.string(), v.string())),
  publicKey: v.exactOptional(v.string()),
  sha256: v.exactOptional(v.string()),
  mirrors: v.array(v.string()),
  validators: v.record(
    v.string(),
    v.object({ etag: v.exactOptional(v.string()), lastModified: v.exactOptional(v.string()) }),
  ),
  held: v.exactOptional(EditionSchema),
  newest: v.exactOptional(EditionSchema),
  declinedHash: v.exactOptional(v.string()),
  pending: v.exactOptional(v.object({ edition: EditionSchema, changes: ChangesSchema, atMs: time })),
  intervalMs: time,
  lastCheckMs: v.exactOptional(time),
  nextCheckMs: time,
  failures: count,
  lastFailure: v.exactOptional(FailureSchema),
  history: v.array(
    v.object({
      number: count,
      atMs: time,
      kind: v.picklist(['subscribed', 'updated', 'restored']),
      edition: EditionSchema,
      changes: v.exactOptional(ChangesSchema),
    }),
  ),
});

/** A stored subscription; `undefined` if the record is none. */
export function parseSubscription(stored: unknown): Subscription | undefined {
  const result = v.safeParse(SubscriptionSchema, stored);
  // Ids are plain strings to the schema.
  return result.success ? (result.output as unknown as Subscription) : undefined;
}
