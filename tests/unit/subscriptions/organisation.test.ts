import { describe, expect, it } from 'vitest';
import { deleteGlossary } from '@/lib/storage/glossary-store';
import { hashBytes } from '@/lib/subscriptions/signature';
import { PORTS_ID, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, publish } = reader;

describe('the subscriptions of an organisation', () => {
  const preset = [{ address, mode: 'auto' as const }] as const;
  const hashOf = (text: string): Promise<string> => hashBytes(new TextEncoder().encode(text));

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

  it('never take the place of a glossary of the reader’s', async () => {
    publish(withConcepts('2', '果园港'));
    await reader.updater.preset(preset);
    await reader.updater.checkDue();
    await deleteGlossary(PORTS_ID);
    await reader.makeOwn();
    expect(await reader.updater.check(address)).toMatchObject({ lastFailure: { code: 'id-taken' } });
    expect(await reader.conceptIds()).toEqual(['mine']);
  });

  it('are the file that the policy names, also when it comes to name another', async () => {
    const [old, next] = [withConcepts('2', '果园港'), withConcepts('3', '江北')];
    publish(old);
    await reader.updater.preset([{ ...preset[0], sha256: await hashOf(old) }]);
    await reader.updater.checkDue();
    publish(next);
    expect(await reader.updater.check(address)).toMatchObject({ lastFailure: { code: 'wrong-hash' } });
    await reader.updater.preset([{ ...preset[0], sha256: await hashOf(next) }]);
    await reader.updater.checkDue();
    expect(await reader.state()).toMatchObject({ failures: 0, held: { version: '3' } });
    await reader.updater.preset(preset);
    expect(await reader.state()).not.toHaveProperty('sha256');
  });

  it('have the key that the policy comes to name, and keep one that followed it', async () => {
    publish(withConcepts('2', '果园港'));
    await reader.updater.preset(preset);
    await reader.updater.checkDue();
    await reader.updater.preset([{ ...preset[0], publicKey: 'a'.repeat(43) }]);
    expect(await reader.state()).toMatchObject({ publicKey: 'a'.repeat(43) });
    await reader.updater.preset([{ ...preset[0], publicKey: 'b'.repeat(43) }]);
    expect(await reader.state()).toMatchObject({ publicKey: 'a'.repeat(43) });
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
