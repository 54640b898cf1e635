import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@/lib/storage/database';
import { keepCopies } from '@/lib/storage/subscription-store';
import { PORTS_ID, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, publish } = reader;

async function damageCopies(): Promise<void> {
  const database = await openDatabase();
  for (const { id, bytes } of await database.getAll('subscriptions')) {
    if (bytes instanceof ArrayBuffer) await database.put('subscriptions', { id, bytes: bytes.slice(0, 20) });
  }
}

/** Version 3 waits for the reader's word, and the server answers 304 to whoever has it. */
describe('an edition that waits', () => {
  beforeEach(async () => {
    await reader.subscribe('ask');
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    expect(await reader.state()).toMatchObject({ pending: { edition: { version: '3' } } });
  });

  it('is offered again after the subscription was ended and taken up again', async () => {
    const before = await reader.state();
    await reader.updater.unsubscribe(address, { keep: false });
    await reader.updater.resume(before);
    expect(await reader.state()).not.toHaveProperty('pending');
    await reader.updater.checkDue();
    await reader.updater.apply(address);
    expect(await reader.conceptIds()).toEqual(['果园港']);
  });

  it.each([
    ['missing', () => keepCopies(address, [])],
    ['damaged', damageCopies],
  ])('is fetched again, not declined, if its copy is %s', async (_name, lose) => {
    await lose();
    await reader.updater.apply(address);
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
    await reader.updater.checkDue();
    await reader.updater.apply(address);
    expect(await reader.conceptIds()).toEqual(['果园港']);
  });

  it('is offered again after going back in the history', async () => {
    await reader.updater.restore(address, (await reader.state()).history[0]?.number ?? -1);
    await reader.updater.checkDue();
    expect(await reader.state()).toMatchObject({ pending: { edition: { version: '3' } } });
  });

  it('is taken when the reader no longer wants to be asked', async () => {
    await reader.updater.setMode(address, 'auto');
    expect(await reader.state()).toMatchObject({ mode: 'auto', held: { version: '3' } });
    expect(await reader.stored()).toMatchObject({ id: PORTS_ID, version: '3' });
  });

  it('is taken when the organisation wants no asking', async () => {
    await reader.updater.preset([{ address, mode: 'auto' }]);
    await reader.updater.checkDue();
    expect(await reader.state()).toMatchObject({ mode: 'auto', held: { version: '3' } });
  });
});
