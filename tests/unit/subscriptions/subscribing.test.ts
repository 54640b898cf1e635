import { describe, expect, it } from 'vitest';
import { listGlossaries } from '@/lib/storage/glossary-store';
import { listSubscriptions } from '@/lib/storage/subscription-store';
import { refuse } from '../../support/publisher-server';
import { good, PORTS } from './misbehaving-servers';
import { setUpReader } from './reader';

const reader = await setUpReader();
const { address, publish, server } = reader;

describe('subscribing', () => {
  it('shows a glossary first, and stores nothing for that', async () => {
    publish(good());
    const preview = await reader.updater.preview({ address });
    expect(preview).toMatchObject({ ok: true, signed: false, glossary: { id: 'ports', version: '2' } });
    expect(await listSubscriptions()).toEqual([]);
    expect(await listGlossaries()).toEqual([]);
  });

  it('does not download again what was just shown', async () => {
    publish(good());
    await reader.updater.preview({ address });
    expect(await reader.updater.subscribe({ address }, 'auto')).toBeUndefined();
    expect(server.requests).toHaveLength(1);
    expect(await reader.stored()).toMatchObject({ origin: 'subscribed', version: '2', enabled: true });
  });

  it('keeps nothing if the first edition cannot be had', async () => {
    server.paths.set(PORTS, refuse(404));
    expect(await reader.updater.subscribe({ address }, 'auto')).toMatchObject({
      code: 'status',
      params: { status: 404 },
    });
    expect(await listSubscriptions()).toEqual([]);
  });

  it('never takes the place of a glossary that is there already', async () => {
    await reader.makeOwn();
    publish(good());
    expect(await reader.updater.subscribe({ address }, 'auto')).toMatchObject({ code: 'id-taken' });
    expect(await reader.updater.preview({ address })).toMatchObject({
      ok: false,
      failure: { code: 'id-taken' },
    });
    expect(await reader.conceptIds()).toEqual(['mine']);
  });

  it('never takes the place of a glossary that came after it was looked at', async () => {
    publish(good());
    await reader.updater.preview({ address });
    await reader.makeOwn();
    expect(await reader.updater.subscribe({ address }, 'auto')).toMatchObject({ code: 'id-taken' });
    expect(await reader.conceptIds()).toEqual(['mine']);
  });

  it('asks again where more is demanded than when it was looked at', async () => {
    publish(good());
    await reader.updater.preview({ address });
    const wanted = { address, sha256: '0'.repeat(64) };
    expect(await reader.updater.subscribe(wanted, 'auto')).toMatchObject({ code: 'wrong-hash' });
  });

  it('accepts only the file that the address names', async () => {
    publish(good());
    const wanted = { address, sha256: '0'.repeat(64) };
    expect(await reader.updater.subscribe(wanted, 'auto')).toMatchObject({ code: 'wrong-hash' });
  });
});
