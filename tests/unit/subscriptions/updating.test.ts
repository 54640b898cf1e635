import { describe, expect, it } from 'vitest';
import type { ConceptId } from '@/lib/glossary/model';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { chooseForGlossary, readConcepts } from '@/lib/storage/glossary-store';
import { readCopy } from '@/lib/storage/subscription-store';
import { KEPT_COPIES } from '@/lib/updates/subscription';
import { concept } from '../../support/glossary';
import { refuse } from '../../support/publisher-server';
import { PORTS } from './misbehaving-servers';
import { PORTS_ID, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, publish, server } = reader;

describe('an update', () => {
  it('says what it changed', async () => {
    await reader.subscribe();
    publish(withConcepts('3', '果园港', '两江新区', '天府新区'));
    await reader.updater.check(address);
    const [entry] = (await reader.state()).history;
    expect(entry).toMatchObject({ kind: 'updated', edition: { version: '3' } });
    expect(entry?.changes?.counts).toEqual({ added: 2, changed: 0, removed: 1 });
    expect(entry?.changes?.removed).toEqual([{ id: '江北', headword: '江北', language: 'zh-Hans' }]);
  });

  it('leaves the reader’s edits, switch and colour as they are', async () => {
    await reader.subscribe();
    const mine = { ...concept('果园港', '果园港'), definitions: { zh: '我的话。' } };
    const edition = (await reader.stored())?.edition ?? 0;
    const remove = ['江北' as ConceptId];
    await changeConcepts(PORTS_ID, { put: [mine, concept('我的', '我的')], remove }, { edition });
    await chooseForGlossary(PORTS_ID, { enabled: false, colour: 'rose' });
    publish(withConcepts('3', '果园港', '江北', '两江新区'));
    await reader.updater.check(address);
    expect(await reader.stored()).toMatchObject({ version: '3', enabled: false, colour: 'rose' });
    const concepts = await readConcepts(PORTS_ID);
    expect(concepts.map(({ id }) => id).sort()).toEqual(['两江新区', '我的', '果园港'].sort());
    expect(concepts.find(({ id }) => id === '果园港')?.definitions).toEqual({ zh: '我的话。' });
    // What is shown as changed is what the publisher changed.
    expect((await reader.state()).history[0]?.changes?.counts).toEqual({ added: 1, changed: 0, removed: 0 });
  });

  it('waits for the reader who wants to be asked, over a restart', async () => {
    await reader.subscribe('ask');
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
    expect((await reader.state()).pending).toMatchObject({
      edition: { version: '3' },
      changes: { counts: { added: 0, changed: 0, removed: 1 } },
    });
    reader.restart();
    await reader.updater.check(address);
    await reader.updater.apply(address);
    expect(await reader.conceptIds()).toEqual(['果园港']);
    expect(await reader.state()).not.toHaveProperty('pending');
  });

  it('that was declined is offered again when asked for, though the server has nothing newer', async () => {
    await reader.subscribe('ask');
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    await reader.updater.decline(address);
    await reader.updater.check(address);
    expect(await reader.state()).not.toHaveProperty('pending');
    await reader.updater.check(address, true);
    expect((await reader.state()).pending).toMatchObject({ edition: { version: '3' } });
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
  });

  it('that was declined does not come again, its successor does', async () => {
    await reader.subscribe('ask');
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    await reader.updater.decline(address);
    // Without validators, so that the server sends it once more.
    server.paths.set(PORTS, refuse(500));
    await reader.updater.check(address);
    server.paths.set(PORTS, (_request, response) => response.writeHead(200).end(withConcepts('3', '果园港')));
    await reader.updater.check(address);
    expect(await reader.state()).not.toHaveProperty('pending');
    publish(withConcepts('4', '果园港'));
    await reader.updater.check(address);
    expect((await reader.state()).pending).toMatchObject({ edition: { version: '4' } });
  });

  it('can be gone back from, and comes again only when asked for', async () => {
    await reader.subscribe();
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    const [, first] = (await reader.state()).history;
    await reader.updater.restore(address, first?.number ?? -1);
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
    server.paths.set(PORTS, (_request, response) => response.writeHead(200).end(withConcepts('3', '果园港')));
    await reader.updater.check(address);
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
    expect(await reader.state()).toMatchObject({ failures: 0 });
    const forward = (await reader.state()).history.find(({ edition }) => edition.version === '3');
    await reader.updater.restore(address, forward?.number ?? -1);
    expect(await reader.conceptIds()).toEqual(['果园港']);
  });

  it('leaves no more copies behind than can be gone back to', async () => {
    await reader.subscribe();
    for (let version = 3; version < 12; version += 1) {
      publish(withConcepts(String(version), '果园港', `港${version}`));
      await reader.updater.check(address);
    }
    const { history } = await reader.state();
    const copies = await Promise.all(history.map(({ number }) => readCopy(address, number)));
    expect(copies.filter((copy) => copy !== undefined)).toHaveLength(KEPT_COPIES);
    expect(copies[0]?.version).toBe('11');
  });

  it('interrupted before its state was stored is made up for', async () => {
    await reader.subscribe();
    const before = await reader.state();
    publish(withConcepts('3', '果园港'));
    await reader.updater.check(address);
    // As if the background had been stopped between the glossary and the state.
    await reader.updater.resume(before);
    reader.restart();
    await reader.updater.check(address);
    expect(await reader.state()).toMatchObject({ failures: 0, held: { version: '3' } });
    expect(await reader.conceptIds()).toEqual(['果园港']);
  });
});
