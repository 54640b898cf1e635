import { describe, expect, it, vi } from 'vitest';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { openDatabase } from '@/lib/storage/database';
import { deleteGlossary, listGlossaries } from '@/lib/storage/glossary-store';
import { listSubscriptions } from '@/lib/storage/subscription-store';
import { doUndoably, undoAct } from '@/lib/storage/undo';
import { concept } from '../../support/glossary';
import { serve } from '../../support/publisher-server';
import { good } from './misbehaving-servers';
import { PORTS_ID, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, publish, server } = reader;

describe('ending a subscription', () => {
  it('keeps the glossary as the reader’s own, with the edits', async () => {
    await reader.subscribe();
    const edition = (await reader.stored())?.edition ?? 0;
    await changeConcepts(PORTS_ID, { put: [concept('我的', '我的')], remove: [] }, { edition });
    await reader.updater.unsubscribe(address, { keep: true });
    expect(await listSubscriptions()).toEqual([]);
    expect(await reader.stored()).toMatchObject({ origin: 'own' });
    expect(await reader.conceptIds()).toEqual(['果园港', '江北', '我的']);
  });

  it.each([1, 2, 3, 4, 5, 6])('loses no edit that comes in between, after transaction %i', async (count) => {
    await reader.subscribe();
    const edition = (await reader.stored())?.edition ?? 0;
    let edit: Promise<unknown> = Promise.resolve();
    let isStored = false;
    let begun = 0;
    const begin = IDBDatabase.prototype.transaction;
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...args
    ) {
      begun += 1;
      if (begun === count) {
        edit = changeConcepts(PORTS_ID, { put: [concept('我的', '我的')] }, { edition }).then(
          () => {
            isStored = true;
          },
          () => undefined,
        );
      }
      return begin.apply(this, args);
    });
    await reader.updater.unsubscribe(address, { keep: true });
    await edit;
    spy.mockRestore();
    expect((await reader.conceptIds()).includes('我的')).toBe(isStored);
    expect(await reader.stored()).toMatchObject({ origin: 'own' });
  });

  it('comes with deleting its glossary', async () => {
    await reader.subscribe();
    await deleteGlossary(PORTS_ID);
    await reader.updater.check(address);
    expect(await listSubscriptions()).toEqual([]);
    expect(await listGlossaries()).toEqual([]);
  });

  it('comes with deleting its glossary, also if another has its id since', async () => {
    await reader.subscribe();
    await deleteGlossary(PORTS_ID);
    await reader.makeOwn();
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    expect(await listSubscriptions()).toEqual([]);
    expect(await reader.stored()).toMatchObject({ origin: 'own' });
    expect(await reader.conceptIds()).toEqual(['mine']);
  });

  it('can be taken back after its glossary came back by an undo', async () => {
    await reader.subscribe();
    const { undo } = await doUndoably([PORTS_ID], () => deleteGlossary(PORTS_ID));
    await reader.updater.check(address);
    await undoAct(undo);
    expect(await reader.updater.subscribe({ address }, 'auto')).toBeUndefined();
    expect(await reader.stored()).toMatchObject({ origin: 'subscribed' });
    const other = `${server.origin}/other.json`;
    server.paths.set('/other.json', serve(withConcepts('2', '两江')));
    expect(await reader.updater.subscribe({ address: other }, 'auto')).toMatchObject({ code: 'id-taken' });
  });

  it('leaves no copies behind, even if a restored backup has ended it, and those of others alone', async () => {
    await reader.subscribe();
    const other = `${server.origin}/other.json`;
    server.paths.set('/other.json', serve(good({ id: 'other' })));
    await reader.updater.subscribe({ address: other }, 'auto');
    const database = await openDatabase();
    await database.delete('subscriptions', `subscription ${address}`);
    await reader.updater.checkDue();
    expect(await database.getAllKeys('subscriptions')).toEqual([`copy ${other} 1`, `subscription ${other}`]);
  });

  it('leaves nothing of it in the store', async () => {
    await reader.subscribe();
    await reader.updater.unsubscribe(address, { keep: false });
    expect(await (await openDatabase()).count('subscriptions')).toBe(0);
  });
});
