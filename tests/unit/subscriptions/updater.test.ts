import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { SubscriptionUpdater } from '@/entrypoints/background/subscription-updater';
import type { ConceptId, GlossaryId } from '@/lib/glossary/model';
import { openDatabase } from '@/lib/storage/database';
import {
  changeConcepts,
  chooseForGlossary,
  deleteGlossary,
  listGlossaries,
  readConcepts,
  replaceGlossary,
} from '@/lib/storage/glossary-store';
import { listSubscriptions, readCopy, readSubscription } from '@/lib/storage/subscription-store';
import { createSigningKeys, serializeSignatureFile, signBytes } from '@/lib/subscriptions/signature';
import { KEPT_COPIES, type Subscription } from '@/lib/updates/subscription';
import { concept } from '../../support/glossary';
import { refuse, serve, startPublisherServer } from '../../support/publisher-server';
import { conceptJson } from '../glossary/glossary-file';
import { good, MISBEHAVIOURS, PORTS, signedMisbehaviours, TEST_LIMITS } from './misbehaving-servers';

const HOUR = 3_600_000;
const server = await startPublisherServer();
afterAll(() => server.close());

const keys = await createSigningKeys();
const thief = await createSigningKeys();
const SIGNED_MISBEHAVIOURS = await signedMisbehaviours(keys, thief);

let nowMs = 0;
const announced: number[] = [];
const makeUpdater = (): SubscriptionUpdater =>
  new SubscriptionUpdater({
    moment: () => ({ nowMs, random: 0 }),
    announceRevision: async (revision) => void announced.push(revision),
    announceChange: async () => undefined,
    limits: TEST_LIMITS,
  });

const address = `${server.origin}${PORTS}`;
const PORTS_ID = 'ports' as GlossaryId;
let updater = makeUpdater();

beforeEach(async () => {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
  server.paths.clear();
  server.requests.length = 0;
  announced.length = 0;
  nowMs = Date.parse('2026-11-24T12:00:00Z');
  updater = makeUpdater();
});

const withConcepts = (version: string, ...ids: string[]): string =>
  good({
    version,
    concepts: ids.map((id) =>
      conceptJson({ id, terms: [{ text: id, language: 'zh-Hans', status: 'preferred' }] }),
    ),
  });

const state = async (): Promise<Subscription> => {
  const subscription = await readSubscription(address);
  if (subscription === undefined) throw new Error('Not subscribed');
  return subscription;
};
const stored = async () => (await listGlossaries()).find(({ id }) => id === PORTS_ID);
const conceptIds = async (): Promise<string[]> => (await readConcepts(PORTS_ID)).map(({ id }) => id);
const publish = (body: string): void => void server.paths.set(PORTS, serve(body));

/** Subscribed to version 2 with two concepts. */
async function subscribed(mode: 'auto' | 'ask' = 'auto'): Promise<void> {
  publish(withConcepts('2', '果园港', '江北'));
  expect(await updater.subscribe({ address }, mode)).toBeUndefined();
}

describe('subscribing', () => {
  it('shows a glossary first, and stores nothing for that', async () => {
    publish(good());
    const preview = await updater.preview({ address });
    expect(preview).toMatchObject({ ok: true, signed: false, glossary: { id: 'ports', version: '2' } });
    expect(await listSubscriptions()).toEqual([]);
    expect(await listGlossaries()).toEqual([]);
  });

  it('does not download again what was just shown', async () => {
    publish(good());
    await updater.preview({ address });
    expect(await updater.subscribe({ address }, 'auto')).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    expect(await stored()).toMatchObject({ origin: 'subscribed', version: '2', enabled: true });
  });

  it('keeps nothing if the first edition cannot be had', async () => {
    server.paths.set(PORTS, refuse(404));
    expect(await updater.subscribe({ address }, 'auto')).toMatchObject({
      code: 'status',
      params: { status: 404 },
    });
    expect(await listSubscriptions()).toEqual([]);
  });

  it('never takes the place of a glossary that is there already', async () => {
    const own = { id: PORTS_ID, name: { en: 'Mine' }, version: '1', updated: '2026-11-24', language: 'zh' };
    await replaceGlossary({ ...own, categories: {}, concepts: [concept('mine', '两江')] }, { origin: 'own' });
    publish(good());
    expect(await updater.subscribe({ address }, 'auto')).toMatchObject({ code: 'id-taken' });
    expect(await updater.preview({ address })).toMatchObject({ ok: false, failure: { code: 'id-taken' } });
    expect(await conceptIds()).toEqual(['mine']);
  });

  it('accepts only the file that the address names', async () => {
    publish(good());
    const wanted = { address, sha256: '0'.repeat(64) };
    expect(await updater.subscribe(wanted, 'auto')).toMatchObject({ code: 'wrong-hash' });
  });
});

describe('a table', () => {
  const table = `${server.origin}/words.csv`;
  const rows = (...terms: string[]): string =>
    ['term,definition', ...terms.map((term) => `${term},说明`)].join('\n');

  it('can be subscribed to as well, and gets name and id from its address', async () => {
    server.paths.set('/words.csv', serve(rows('果园港', '江北'), { 'content-type': 'text/csv' }));
    expect(await updater.subscribe({ address: table }, 'auto')).toBeUndefined();
    const [words] = await listGlossaries();
    expect(words).toMatchObject({
      origin: 'subscribed',
      conceptCount: 2,
      updated: expect.stringMatching(/^\d{4}-/),
    });
    expect(Object.values(words?.name ?? {})).toEqual(['words']);
    server.paths.set('/words.csv', serve(rows('果园港', '两江新区', '江北'), { 'content-type': 'text/csv' }));
    await updater.check(table);
    expect((await readSubscription(table))?.history[0]?.changes?.counts).toEqual({
      added: 1,
      changed: 0,
      removed: 0,
    });
  });

  it('without a single term is none', async () => {
    server.paths.set('/words.csv', serve('term,definition', { 'content-type': 'text/csv' }));
    expect(await updater.subscribe({ address: table }, 'auto')).toMatchObject({
      code: expect.stringMatching(/^(not-a-glossary|invalid)$/),
    });
    expect(await listGlossaries()).toEqual([]);
  });
});

describe('requests', () => {
  it('are none for a reader without subscriptions', async () => {
    nowMs += 1000 * HOUR;
    await updater.checkDue();
    expect(server.requests).toEqual([]);
  });

  it('are conditional, and carry neither cookies nor referrer', async () => {
    await subscribed();
    await updater.check(address);
    const [first, second] = server.requests.map(({ headers }) => headers);
    expect(first?.['if-none-match']).toBeUndefined();
    expect(second?.['if-none-match']).toMatch(/^".+"$/);
    for (const headers of [first, second]) {
      expect(headers?.['cookie']).toBeUndefined();
      expect(headers?.['referer']).toBeUndefined();
    }
    expect(await state()).toMatchObject({ failures: 0, held: { version: '2' } });
    expect(announced).toHaveLength(1);
  });

  it('are made by date where a server has no ETags', async () => {
    const date = 'Tue, 24 Nov 2026 08:00:00 GMT';
    server.paths.set(PORTS, (request, response) => {
      const known = request.headers['if-modified-since'] === date;
      response.writeHead(known ? 304 : 200, { 'last-modified': date }).end(known ? '' : good());
    });
    await updater.subscribe({ address }, 'auto');
    await updater.check(address);
    expect(server.requests[1]?.headers['if-modified-since']).toBe(date);
    expect(await state()).toMatchObject({ failures: 0 });
  });

  it('wait for their time', async () => {
    publish(good({ expires: '2 hours' }));
    await updater.subscribe({ address }, 'auto');
    nowMs += 2 * HOUR - 1;
    await updater.checkDue();
    expect(server.requests).toHaveLength(1);
    nowMs += 1;
    await updater.checkDue();
    expect(server.requests).toHaveLength(2);
    expect((await state()).nextCheckMs).toBe(nowMs + 2 * HOUR);
  });

  it('go to a mirror where the address fails, with the mirror’s own validators', async () => {
    const mirror = `${server.origin}/mirror.json`;
    publish(good({ mirrors: [mirror] }));
    await updater.subscribe({ address }, 'auto');
    server.paths.set(PORTS, refuse(500));
    server.paths.set('/mirror.json', serve(good({ version: '3', mirrors: [mirror] })));
    await updater.check(address);
    expect(await stored()).toMatchObject({ version: '3' });
    expect(await state()).toMatchObject({ failures: 0 });
    expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
    await updater.check(address);
    expect(server.requests.at(-1)).toMatchObject({ path: '/mirror.json' });
    expect(server.requests.at(-1)?.headers['if-none-match']).toMatch(/^"/);
  });

  it('never follow a redirect to where others can listen', async () => {
    await subscribed();
    // To Linux the address of this machine, to the rules a host as any other.
    const insecure = new URL('/other.json', server.origin);
    insecure.hostname = '0.0.0.0';
    server.paths.set(PORTS, refuse(302, { location: insecure.href }));
    server.paths.set('/other.json', serve(withConcepts('3', '果园港')));
    expect(await updater.check(address)).toMatchObject({
      lastFailure: { code: 'insecure-redirect', params: { found: insecure.origin } },
    });
    expect(await stored()).toMatchObject({ version: '2' });
  });

  it('follow redirects that stay secure', async () => {
    await subscribed();
    server.paths.set(PORTS, refuse(302, { location: '/moved.json' }));
    server.paths.set('/moved.json', serve(withConcepts('3', '果园港')));
    await updater.check(address);
    expect(await stored()).toMatchObject({ version: '3' });
  });
});

describe('a server that misbehaves', () => {
  it.each(MISBEHAVIOURS)('$name: the last good copy stays ($outcome)', async ({ outcome, paths }) => {
    await subscribed();
    const before = await listGlossaries();
    server.paths.clear();
    for (const [path, behave] of Object.entries(paths)) server.paths.set(path, behave);
    nowMs += 24 * HOUR;
    await updater.checkDue();
    expect(await state()).toMatchObject({
      failures: 1,
      held: { version: '2' },
      lastFailure: { code: outcome },
    });
    expect((await state()).nextCheckMs).toBeGreaterThan(nowMs);
    expect(await listGlossaries()).toEqual(before);
    expect(await conceptIds()).toEqual(['果园港', '江北']);
    // And all is well again once the server is.
    publish(withConcepts('3', '果园港'));
    await updater.check(address);
    expect(await state()).toMatchObject({ failures: 0, held: { version: '3' } });
    expect(await conceptIds()).toEqual(['果园港']);
  });

  it('is left alone as long as it asks for', async () => {
    await subscribed();
    server.paths.set(PORTS, refuse(503, { 'retry-after': '7200' }));
    await updater.check(address);
    expect((await state()).nextCheckMs).toBe(nowMs + 2 * HOUR);
  });

  const sign = async (body: string, by = keys): Promise<void> => {
    publish(body);
    const file = await signBytes(new TextEncoder().encode(body), by);
    server.paths.set(`${PORTS}.sig`, serve(serializeSignatureFile(file)));
  };

  it.each(SIGNED_MISBEHAVIOURS)('$name: the last good copy stays ($outcome)', async ({ outcome, paths }) => {
    await sign(good({ publicKey: keys.publicKey }));
    expect(await updater.subscribe({ address }, 'auto')).toBeUndefined();
    server.paths.clear();
    for (const [path, behave] of Object.entries(paths)) server.paths.set(path, behave);
    await updater.check(address);
    expect(await state()).toMatchObject({ held: { version: '2' }, lastFailure: { code: outcome } });
    expect(await stored()).toMatchObject({ version: '2' });
  });

  it('cannot take over a signed glossary with a key of its own', async () => {
    await sign(good({ publicKey: keys.publicKey }));
    await updater.subscribe({ address }, 'auto');
    await sign(good({ version: '3', publicKey: thief.publicKey }), thief);
    expect(await updater.check(address)).toMatchObject({ lastFailure: { code: 'wrong-key' } });
  });

  it('does not keep a publisher from changing keys', async () => {
    await sign(good({ publicKey: keys.publicKey }));
    await updater.subscribe({ address }, 'auto');
    await sign(good({ version: '3', publicKey: thief.publicKey }));
    await updater.check(address);
    await sign(good({ version: '4', publicKey: thief.publicKey }), thief);
    expect(await updater.check(address)).toMatchObject({ failures: 0, held: { version: '4' } });
  });

  it('has to show the key that the address names, from the first', async () => {
    await sign(good(), thief);
    expect(await updater.subscribe({ address, publicKey: keys.publicKey }, 'auto')).toMatchObject({
      code: 'wrong-key',
    });
    await sign(good());
    expect(await updater.subscribe({ address, publicKey: keys.publicKey }, 'auto')).toBeUndefined();
  });
});

describe('the table in the documentation', () => {
  it('has these cases and what comes of each', () => {
    const page = readFileSync(new URL('../../../docs/subscriptions.md', import.meta.url), 'utf8');
    const [, table = ''] = /<!-- cases -->(.*?)<!-- \/cases -->/s.exec(page) ?? [];
    const rows = table.trim().split('\n').slice(2).sort();
    const cases = [...MISBEHAVIOURS, ...SIGNED_MISBEHAVIOURS];
    expect(rows).toEqual(cases.map(({ name, outcome }) => `| ${name} | \`${outcome}\` |`).sort());
  });
});

describe('an update', () => {
  it('says what it changed', async () => {
    await subscribed();
    publish(withConcepts('3', '果园港', '两江新区', '天府新区'));
    await updater.check(address);
    const [entry] = (await state()).history;
    expect(entry).toMatchObject({ kind: 'updated', edition: { version: '3' } });
    expect(entry?.changes?.counts).toEqual({ added: 2, changed: 0, removed: 1 });
    expect(entry?.changes?.removed).toEqual([{ id: '江北', headword: '江北', language: 'zh-Hans' }]);
  });

  it('leaves the reader’s edits, switch and colour as they are', async () => {
    await subscribed();
    const mine = { ...concept('果园港', '果园港'), definitions: { zh: '我的话。' } };
    const edition = (await stored())?.edition ?? 0;
    const remove = ['江北' as ConceptId];
    await changeConcepts(PORTS_ID, { put: [mine, concept('我的', '我的')], remove }, { edition });
    await chooseForGlossary(PORTS_ID, { enabled: false, colour: 'rose' });
    publish(withConcepts('3', '果园港', '江北', '两江新区'));
    await updater.check(address);
    expect(await stored()).toMatchObject({ version: '3', enabled: false, colour: 'rose' });
    const concepts = await readConcepts(PORTS_ID);
    expect(concepts.map(({ id }) => id).sort()).toEqual(['两江新区', '我的', '果园港'].sort());
    expect(concepts.find(({ id }) => id === '果园港')?.definitions).toEqual({ zh: '我的话。' });
    // What is shown as changed is what the publisher changed.
    expect((await state()).history[0]?.changes?.counts).toEqual({ added: 1, changed: 0, removed: 0 });
  });

  it('waits for the reader who wants to be asked, over a restart', async () => {
    await subscribed('ask');
    publish(withConcepts('3', '果园港'));
    await updater.check(address);
    expect(await conceptIds()).toEqual(['果园港', '江北']);
    expect((await state()).pending).toMatchObject({
      edition: { version: '3' },
      changes: { counts: { added: 0, changed: 0, removed: 1 } },
    });
    updater = makeUpdater();
    await updater.check(address);
    await updater.apply(address);
    expect(await conceptIds()).toEqual(['果园港']);
    expect(await state()).not.toHaveProperty('pending');
  });

  it('that was declined does not come again, its successor does', async () => {
    await subscribed('ask');
    publish(withConcepts('3', '果园港'));
    await updater.check(address);
    await updater.decline(address);
    // Without validators, so that the server sends it once more.
    server.paths.set(PORTS, refuse(500));
    await updater.check(address);
    server.paths.set(PORTS, (_request, response) => response.writeHead(200).end(withConcepts('3', '果园港')));
    await updater.check(address);
    expect(await state()).not.toHaveProperty('pending');
    publish(withConcepts('4', '果园港'));
    await updater.check(address);
    expect((await state()).pending).toMatchObject({ edition: { version: '4' } });
  });

  it('can be gone back from, and comes again only when asked for', async () => {
    await subscribed();
    publish(withConcepts('3', '果园港'));
    await updater.check(address);
    const [, first] = (await state()).history;
    await updater.restore(address, first?.number ?? -1);
    expect(await conceptIds()).toEqual(['果园港', '江北']);
    server.paths.set(PORTS, (_request, response) => response.writeHead(200).end(withConcepts('3', '果园港')));
    await updater.check(address);
    expect(await conceptIds()).toEqual(['果园港', '江北']);
    expect(await state()).toMatchObject({ failures: 0 });
    const forward = (await state()).history.find(({ edition }) => edition.version === '3');
    await updater.restore(address, forward?.number ?? -1);
    expect(await conceptIds()).toEqual(['果园港']);
  });

  it('leaves no more copies behind than can be gone back to', async () => {
    await subscribed();
    for (let version = 3; version < 12; version += 1) {
      publish(withConcepts(String(version), '果园港', `港${version}`));
      await updater.check(address);
    }
    const { history } = await state();
    const copies = await Promise.all(history.map(({ number }) => readCopy(address, number)));
    expect(copies.filter((copy) => copy !== undefined)).toHaveLength(KEPT_COPIES);
    expect(copies[0]?.version).toBe('11');
  });

  it('interrupted before its state was stored is made up for', async () => {
    await subscribed();
    const before = await state();
    publish(withConcepts('3', '果园港'));
    await updater.check(address);
    // As if the background had been stopped between the glossary and the state.
    await updater.resume(before);
    await makeUpdater().check(address);
    expect(await state()).toMatchObject({ failures: 0, held: { version: '3' } });
    expect(await conceptIds()).toEqual(['果园港']);
  });
});

describe('the subscriptions of an organisation', () => {
  const preset = [{ address, mode: 'auto' as const }];

  it('are fetched when due, and cannot be ended', async () => {
    publish(withConcepts('2', '果园港', '江北'));
    await updater.preset(preset);
    await updater.checkDue();
    expect(await conceptIds()).toEqual(['果园港', '江北']);
    await updater.unsubscribe(address, { keep: false });
    expect(await state()).toMatchObject({ managed: true });
  });

  it('wait for a server that cannot be reached yet', async () => {
    await updater.preset(preset);
    await updater.checkDue();
    expect(await state()).toMatchObject({ failures: 1, lastFailure: { code: 'status' } });
    publish(withConcepts('2', '果园港'));
    nowMs = (await state()).nextCheckMs;
    await updater.checkDue();
    expect(await conceptIds()).toEqual(['果园港']);
  });

  it('come back after their glossary was deleted', async () => {
    publish(withConcepts('2', '果园港'));
    await updater.preset(preset);
    await updater.checkDue();
    await deleteGlossary(PORTS_ID);
    await updater.check(address);
    expect(await conceptIds()).toEqual(['果园港']);
  });

  it('keep what they hold each time the browser starts', async () => {
    publish(withConcepts('2', '果园港'));
    await updater.preset(preset);
    await updater.checkDue();
    const before = await state();
    await updater.preset(preset);
    expect(await state()).toEqual(before);
  });

  it('become the reader’s when the policy no longer names them', async () => {
    await subscribed();
    await updater.preset(preset);
    expect(await state()).toMatchObject({ managed: true, held: { version: '2' } });
    await updater.preset([]);
    expect(await state()).toMatchObject({ managed: false, held: { version: '2' } });
  });
});

describe('ending a subscription', () => {
  it('keeps the glossary as the reader’s own, with the edits', async () => {
    await subscribed();
    const edition = (await stored())?.edition ?? 0;
    await changeConcepts(PORTS_ID, { put: [concept('我的', '我的')], remove: [] }, { edition });
    await updater.unsubscribe(address, { keep: true });
    expect(await listSubscriptions()).toEqual([]);
    expect(await stored()).toMatchObject({ origin: 'own' });
    expect(await conceptIds()).toEqual(['果园港', '江北', '我的']);
  });

  it('comes with deleting its glossary', async () => {
    await subscribed();
    await deleteGlossary(PORTS_ID);
    await updater.check(address);
    expect(await listSubscriptions()).toEqual([]);
    expect(await listGlossaries()).toEqual([]);
  });

  it('leaves nothing of it in the store', async () => {
    await subscribed();
    await updater.unsubscribe(address, { keep: false });
    expect(await (await openDatabase()).count('subscriptions')).toBe(0);
  });
});
