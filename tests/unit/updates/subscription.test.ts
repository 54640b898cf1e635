import { describe, expect, it } from 'vitest';
import type { ChangeSummary } from '@/lib/updates/change-summary';
import type { Edition } from '@/lib/updates/edition';
import { parseSubscription } from '@/lib/updates/stored-subscription';
import {
  afterAnswer,
  afterFailure,
  createSubscription,
  KEPT_COPIES,
  keptCopies,
  type Subscription,
  withEdition,
  withoutPending,
  withPending,
} from '@/lib/updates/subscription';

const MINUTE = 60_000;
const ADDRESS = 'https://example.org/ports.json';
const MIRROR = 'https://mirror.example/ports.json';

const edition = (version: string): Edition => ({
  version,
  updated: '2026-11-24',
  hash: `hash of ${version}`,
});
const changes: ChangeSummary = {
  counts: { added: 1, changed: 0, removed: 0 },
  added: [{ id: 'a', headword: '果园港', language: 'zh-Hans' }],
  changed: [],
  removed: [],
};

const fresh = createSubscription({ address: ADDRESS, mode: 'auto', managed: false }, 0);
const with1 = withEdition(fresh, { kind: 'subscribed', edition: edition('1') }, 0);
const with2 = withEdition(with1, { kind: 'updated', edition: edition('2'), changes }, 1);

describe('a subscription', () => {
  it('is due at once when it is new', () => {
    expect(fresh.nextCheckMs).toBe(0);
  });

  it('keeps all it has through failures, and waits longer after each', () => {
    const failure = { code: 'unreachable', address: ADDRESS, params: {} } as const;
    const first = afterFailure(with2, failure, { nowMs: 1000, random: 1 });
    const second = afterFailure(first, failure, { nowMs: 1000, random: 1 });
    expect([first, second].map(({ nextCheckMs }) => nextCheckMs)).toEqual([
      1000 + 5 * MINUTE,
      1000 + 10 * MINUTE,
    ]);
    expect(second).toMatchObject({ held: edition('2'), history: with2.history, failures: 2 });
  });

  it('forgets failures with a good answer', () => {
    const failed = afterFailure(
      with2,
      { code: 'status', address: ADDRESS, params: {} },
      { nowMs: 0, random: 0 },
    );
    const good = afterAnswer(
      failed,
      { from: ADDRESS, validators: { etag: '"2"' }, intervalMs: 60 * MINUTE },
      { nowMs: 0, random: 0 },
    );
    expect(good.failures).toBe(0);
    expect(good).not.toHaveProperty('lastFailure');
    expect(good.nextCheckMs).toBe(60 * MINUTE);
  });

  it('remembers validators by address, and those of mirrors only while they are mirrors', () => {
    const moment = { nowMs: 0, random: 0 };
    const both = [ADDRESS, MIRROR].reduce<Subscription>(
      (subscription, from) =>
        afterAnswer(
          subscription,
          { from, validators: { etag: from }, intervalMs: 1, mirrors: [MIRROR] },
          moment,
        ),
      with1,
    );
    expect(both.validators).toEqual({ [ADDRESS]: { etag: ADDRESS }, [MIRROR]: { etag: MIRROR } });
    const one = afterAnswer(both, { from: ADDRESS, validators: {}, intervalMs: 1, mirrors: [] }, moment);
    expect(one.validators).toEqual({ [ADDRESS]: {} });
  });

  it('does not take by itself what the reader went back from', () => {
    const back = withEdition(with2, { kind: 'restored', edition: edition('1') }, 2);
    expect(back).toMatchObject({ held: edition('1'), newest: edition('2'), declinedHash: edition('2').hash });
    const forward = withEdition(back, { kind: 'restored', edition: edition('2') }, 3);
    expect(forward).not.toHaveProperty('declinedHash');
  });

  it('offers no more what the reader declined', () => {
    const pending = withPending(with1, { edition: edition('2'), changes, atMs: 1 });
    const declined = withoutPending(pending);
    expect(declined).not.toHaveProperty('pending');
    expect(declined).toMatchObject({
      held: edition('1'),
      newest: edition('2'),
      declinedHash: edition('2').hash,
    });
  });

  it('keeps the newest copies, each edition once', () => {
    const many = Array.from({ length: 9 }, (_, at) => String(at)).reduce<Subscription>(
      (subscription, version) =>
        withEdition(subscription, { kind: 'updated', edition: edition(version) }, Number(version)),
      with1,
    );
    expect(keptCopies(many)).toHaveLength(KEPT_COPIES);
    const back = withEdition(with2, { kind: 'restored', edition: edition('1') }, 2);
    expect(keptCopies(back)).toEqual([3, 2]);
  });
});

describe('parseSubscription', () => {
  it('gives back what was stored', () => {
    const failure = { code: 'status', address: ADDRESS, params: { status: 503 }, retryAfterMs: 1 } as const;
    const full = withPending(afterFailure(with2, failure, { nowMs: 0, random: 0 }), {
      edition: edition('3'),
      changes,
      atMs: 4,
    });
    for (const subscription of [fresh, full]) {
      expect(parseSubscription(JSON.parse(JSON.stringify(subscription)))).toEqual(subscription);
    }
  });

  it.each([
    { name: 'nothing', stored: undefined },
    { name: 'a copy', stored: { id: 'copy', bytes: new ArrayBuffer(1) } },
    { name: 'an address that is none', stored: { ...fresh, address: 'ports' } },
    { name: 'a time that is none', stored: { ...fresh, nextCheckMs: Number.NaN } },
    { name: 'a mode that is none', stored: { ...fresh, mode: 'never' } },
  ])('takes $name for no subscription', ({ stored }) => {
    expect(parseSubscription(stored)).toBeUndefined();
  });
});
