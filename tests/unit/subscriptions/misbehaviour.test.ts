import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listGlossaries } from '@/lib/storage/glossary-store';
import { createSigningKeys, serializeSignatureFile, signBytes } from '@/lib/subscriptions/signature';
import { refuse, serve } from '../../support/publisher-server';
import { good, HASTY, MISBEHAVIOURS, PORTS, signedMisbehaviours, TEST_LIMITS } from './misbehaving-servers';
import { HOUR, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, publish, server } = reader;

const keys = await createSigningKeys();
const thief = await createSigningKeys();
const SIGNED_MISBEHAVIOURS = await signedMisbehaviours(keys, thief);

describe('a server that misbehaves', () => {
  it.each(MISBEHAVIOURS)('$name: the last good copy stays ($outcome)', async ({ outcome, paths }) => {
    await reader.subscribe();
    const before = await listGlossaries();
    server.paths.clear();
    for (const [path, behave] of Object.entries(paths)) server.paths.set(path, behave);
    reader.nowMs += 24 * HOUR;
    if (outcome === 'timed-out') Object.assign(reader.limits, HASTY);
    await reader.updater.checkDue();
    Object.assign(reader.limits, TEST_LIMITS);
    expect(await reader.state()).toMatchObject({
      failures: 1,
      held: { version: '2' },
      lastFailure: { code: outcome },
    });
    expect((await reader.state()).nextCheckMs).toBeGreaterThan(reader.nowMs);
    expect(await listGlossaries()).toEqual(before);
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
    // And all is well again once the server is.
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    expect(await reader.state()).toMatchObject({ failures: 0, held: { version: '3' } });
    expect(await reader.conceptIds()).toEqual(['果园港']);
  });

  it('is left alone as long as it asks for', async () => {
    await reader.subscribe();
    server.paths.set(PORTS, refuse(503, { 'retry-after': '7200' }));
    await reader.updater.check(address);
    expect((await reader.state()).nextCheckMs).toBe(reader.nowMs + 2 * HOUR);
  });

  const sign = async (body: string, by = keys): Promise<void> => {
    publish(body);
    const file = await signBytes(new TextEncoder().encode(body), by);
    server.paths.set(`${PORTS}.sig`, serve(serializeSignatureFile(file)));
  };

  it.each(SIGNED_MISBEHAVIOURS)('$name: the last good copy stays ($outcome)', async ({ outcome, paths }) => {
    await sign(good({ publicKey: keys.publicKey }));
    expect(await reader.updater.subscribe({ address }, 'auto')).toBeUndefined();
    server.paths.clear();
    for (const [path, behave] of Object.entries(paths)) server.paths.set(path, behave);
    await reader.updater.check(address);
    expect(await reader.state()).toMatchObject({ held: { version: '2' }, lastFailure: { code: outcome } });
    expect(await reader.stored()).toMatchObject({ version: '2' });
  });

  it('cannot take over a signed glossary with a key of its own', async () => {
    await sign(good({ publicKey: keys.publicKey }));
    await reader.updater.subscribe({ address }, 'auto');
    await sign(good({ version: '3', publicKey: thief.publicKey }), thief);
    expect(await reader.updater.check(address)).toMatchObject({ lastFailure: { code: 'wrong-key' } });
  });

  it('does not keep a publisher from changing keys', async () => {
    await sign(good({ publicKey: keys.publicKey }));
    await reader.updater.subscribe({ address }, 'auto');
    await sign(good({ version: '3', publicKey: thief.publicKey }));
    await reader.updater.check(address);
    await sign(good({ version: '4', publicKey: thief.publicKey }), thief);
    expect(await reader.updater.check(address)).toMatchObject({ failures: 0, held: { version: '4' } });
  });

  it('has to show the key that the address names, from the first', async () => {
    await sign(good(), thief);
    expect(await reader.updater.subscribe({ address, publicKey: keys.publicKey }, 'auto')).toMatchObject({
      code: 'wrong-key',
    });
    await sign(good());
    expect(await reader.updater.subscribe({ address, publicKey: keys.publicKey }, 'auto')).toBeUndefined();
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
