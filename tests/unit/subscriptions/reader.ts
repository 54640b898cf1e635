import 'fake-indexeddb/auto';
import { afterAll, beforeEach, expect } from 'vitest';
import { SubscriptionUpdater } from '@/entrypoints/background/subscription-updater';
import type { GlossaryId } from '@/lib/glossary/model';
import { openDatabase } from '@/lib/storage/database';
import { listGlossaries, readConcepts, replaceGlossary } from '@/lib/storage/glossary-store';
import { readSubscription } from '@/lib/storage/subscription-store';
import { readGlossary } from '@/lib/subscriptions/read-glossary';
import type { Subscription } from '@/lib/updates/subscription';
import { concept } from '../../support/glossary';
import { serve, startPublisherServer } from '../../support/publisher-server';
import { conceptJson } from '../glossary/glossary-file';
import { good, PORTS, TEST_LIMITS } from './misbehaving-servers';

export const HOUR = 3_600_000;
export const PORTS_ID = 'ports' as GlossaryId;

/** The file of the glossary `ports` with these concepts. */
export const withConcepts = (version: string, ...ids: string[]): string =>
  good({
    version,
    concepts: ids.map((id) =>
      conceptJson({ id, terms: [{ text: id, language: 'zh-Hans', status: 'preferred' }] }),
    ),
  });

/** A reader with an empty store, and a publisher's server on this machine: afresh for each test of a file. */
export async function setUpReader() {
  const server = await startPublisherServer();
  afterAll(() => server.close());
  const address = `${server.origin}${PORTS}`;
  const publish = (body: string): void => void server.paths.set(PORTS, serve(body));

  /** Looked at anew for each file. */
  const limits = { ...TEST_LIMITS };
  let broken: string | undefined;
  /** Of the glossaries, as the background tells the tabs. */
  const announced: number[] = [];
  const makeUpdater = (): SubscriptionUpdater =>
    new SubscriptionUpdater({
      moment: () => ({ nowMs: reader.nowMs, random: 0 }),
      announceRevision: async (revision) => void announced.push(revision),
      announceChange: async () => undefined,
      readFile: async (bytes, origin) => {
        if (broken !== undefined) throw new Error(broken);
        return readGlossary(bytes, origin);
      },
      limits,
    });

  const reader = {
    server,
    address,
    publish,
    announced,
    limits,
    /** Moves only when a test moves it. */
    nowMs: 0,
    updater: makeUpdater(),
    /** The worker that reads files fails from here on. */
    breakReading(reason: string): void {
      broken = reason;
    },
    /** As if the background had been stopped. */
    restart(): void {
      reader.updater = makeUpdater();
    },
    /** Subscribes to version 2 with two concepts. */
    async subscribe(mode: 'auto' | 'ask' = 'auto'): Promise<void> {
      publish(withConcepts('2', '果园港', '江北'));
      expect(await reader.updater.subscribe({ address }, mode)).toBeUndefined();
    },
    async state(): Promise<Subscription> {
      const subscription = await readSubscription(address);
      if (subscription === undefined) throw new Error('Not subscribed');
      return subscription;
    },
    /** A glossary that the reader has made, with the id of the publisher's. */
    async makeOwn(): Promise<void> {
      const header = { id: PORTS_ID, version: '1', updated: '2026-11-24', language: 'zh', categories: {} };
      const own = { ...header, name: { en: 'Mine' }, concepts: [concept('mine', '两江')] };
      await replaceGlossary(own, { origin: 'own' });
    },
    stored: async () => (await listGlossaries()).find(({ id }) => id === PORTS_ID),
    conceptIds: async (): Promise<string[]> => (await readConcepts(PORTS_ID)).map(({ id }) => id),
  };

  beforeEach(async () => {
    const database = await openDatabase();
    for (const name of database.objectStoreNames) await database.clear(name);
    server.paths.clear();
    server.requests.length = 0;
    announced.length = 0;
    broken = undefined;
    Object.assign(limits, TEST_LIMITS);
    reader.nowMs = Date.parse('2026-11-24T12:00:00Z');
    reader.restart();
  });
  return reader;
}
