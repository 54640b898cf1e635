import { describe, expect, it } from 'vitest';
import { deleteGlossary } from '@/lib/storage/glossary-store';
import { PORTS_ID, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, publish } = reader;

describe('the subscriptions of an organisation', () => {
  const preset = [{ address, mode: 'auto' as const }];

  it('are fetched when due, and cannot be ended', async () => {
    publish(withConcepts('2', '果园港', '江北'));
    await reader.updater.preset(preset);
    await reader.updater.checkDue();
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
    await reader.updater.unsubscribe(address, { keep: false });
    expect(await reader.state()).toMatchObject({ managed: true });
  });

  it('wait for a server that cannot be reached yet', async () => {
    await reader.updater.preset(preset);
    await reader.updater.checkDue();
    expect(await reader.state()).toMatchObject({ failures: 1, lastFailure: { code: 'status' } });
    publish(withConcepts('2', '果园港'));
    reader.nowMs = (await reader.state()).nextCheckMs;
    await reader.updater.checkDue();
    expect(await reader.conceptIds()).toEqual(['果园港']);
  });

  it('come back after their glossary was deleted', async () => {
    publish(withConcepts('2', '果园港'));
    await reader.updater.preset(preset);
    await reader.updater.checkDue();
    await deleteGlossary(PORTS_ID);
    await reader.updater.check(address);
    expect(await reader.conceptIds()).toEqual(['果园港']);
  });

  it('keep what they hold each time the browser starts', async () => {
    publish(withConcepts('2', '果园港'));
    await reader.updater.preset(preset);
    await reader.updater.checkDue();
    const before = await reader.state();
    await reader.updater.preset(preset);
    expect(await reader.state()).toEqual(before);
  });

  it('become the reader’s when the policy no longer names them', async () => {
    await reader.subscribe();
    await reader.updater.preset(preset);
    expect(await reader.state()).toMatchObject({ managed: true, held: { version: '2' } });
    await reader.updater.preset([]);
    expect(await reader.state()).toMatchObject({ managed: false, held: { version: '2' } });
  });
});
