import { describe, expect, it } from 'vitest';
import { deleteGlossary, listGlossaries } from '@/lib/storage/glossary-store';
import { listSubscriptions, removeSubscription, saveSubscription } from '@/lib/storage/subscription-store';
import { PORTS } from './misbehaving-servers';
import { PORTS_ID, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, publish, server } = reader;

/** Version 3 is served; before the answer is sent, something happens on the reader's side. */
function publishSlowly(meanwhile: () => Promise<unknown>): void {
  server.paths.set(PORTS, async (_request, response) => {
    await meanwhile();
    response.writeHead(200).end(withConcepts('3', '果园港'));
  });
}

describe('what happens while an edition is downloaded', () => {
  it('counts: a glossary that was deleted does not come back', async () => {
    await reader.subscribe();
    publishSlowly(() => deleteGlossary(PORTS_ID));
    await reader.updater.check(address);
    expect(await listGlossaries()).toEqual([]);
    expect(await listSubscriptions()).toEqual([]);
  });

  it('counts: a glossary that took the id is not overwritten', async () => {
    publishSlowly(() => reader.makeOwn());
    expect(await reader.updater.subscribe({ address }, 'auto')).toMatchObject({ code: 'id-taken' });
    expect(await reader.conceptIds()).toEqual(['mine']);
  });

  it('counts: what a backup brought is not written over', async () => {
    await reader.subscribe();
    const restored = { ...(await reader.state()), mode: 'ask' as const, mirrors: ['https://example.org/a'] };
    publishSlowly(() => saveSubscription(restored));
    await reader.updater.check(address);
    expect(await reader.state()).toEqual(restored);
    expect(await reader.stored()).toMatchObject({ version: '2' });
  });

  it('counts: a subscription that a backup did not have stays away', async () => {
    await reader.subscribe();
    publishSlowly(() => removeSubscription(address));
    await reader.updater.check(address);
    expect(await listSubscriptions()).toEqual([]);
    expect(await reader.stored()).toMatchObject({ version: '2' });
  });
});

describe('a glossary of the reader’s with the id of one that was deleted', () => {
  it('is not overwritten by an edition that waited', async () => {
    await reader.subscribe('ask');
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    await deleteGlossary(PORTS_ID);
    await reader.makeOwn();
    await reader.updater.apply(address);
    expect(await reader.conceptIds()).toEqual(['mine']);
    expect(await listSubscriptions()).toEqual([]);
  });

  it('is not overwritten by an edition of the history', async () => {
    await reader.subscribe();
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    const [, first] = (await reader.state()).history;
    await deleteGlossary(PORTS_ID);
    await reader.makeOwn();
    await reader.updater.restore(address, first?.number ?? -1);
    expect(await reader.conceptIds()).toEqual(['mine']);
  });
});
