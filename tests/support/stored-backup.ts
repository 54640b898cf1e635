import { browser } from 'wxt/browser';
import { parseBackup, serializeBackup } from '@/lib/backup/backup';
import type { ConceptId } from '@/lib/glossary/model';
import { readBackup } from '@/lib/storage/backup-store';
import { changeConcepts } from '@/lib/storage/concept-changes';
import { openDatabase } from '@/lib/storage/database';
import { chooseForGlossary, createGlossary, replaceGlossary } from '@/lib/storage/glossary-store';
import { readCopyNumbers, saveCopy, saveSubscription } from '@/lib/storage/subscription-store';
import { summarizeChanges } from '@/lib/updates/change-summary';
import { createSubscription, type Subscription } from '@/lib/updates/subscription';
import { plainConcept, plainGlossary } from './stored-glossary';

/** A store that has something of everything, for tests of what is backed up. `wxt/browser` is to be a fake. */

export const ADDRESS = 'https://terms.example/words.json';

export const own = plainGlossary(
  ['甲', plainConcept('乙', { related: ['甲'] as unknown as ConceptId[] })],
  'own',
);
export const embedded = plainGlossary(['丙', '丁'], 'embedded');

/** Makes the store anew: an embedded glossary with edits, one of the reader's, a rule, a subscription and settings. */
export async function fillStore(): Promise<void> {
  const database = await openDatabase();
  for (const store of database.objectStoreNames) await database.clear(store);
  await browser.storage.local.clear();
  await browser.storage.local.set({ settings: { enabled: false } });
  await replaceGlossary(embedded, { origin: 'embedded' });
  await changeConcepts(
    embedded.id,
    { put: [plainConcept('丙', { definitions: { zh: '我的' } })], remove: ['丁' as ConceptId] },
    { edition: 1 },
  );
  await createGlossary(own);
  await chooseForGlossary(own.id, { colour: 'rose', sites: ['example.com'], enabled: false });
  await database.put('rules', { term: '甲', id: 'rule' });
  await follow(ADDRESS, { hashes: ['one'] });
}

/** Keeps a subscription whose editions have these hashes, the oldest first, with a copy of each. */
export async function follow(
  address: string,
  {
    hashes,
    pending,
    ...more
  }: { hashes: string[]; pending?: string } & Partial<Omit<Subscription, 'pending'>>,
): Promise<void> {
  const editionOf = (hash: string) => ({ version: '1', updated: '2026-11-24', hash });
  const changes = summarizeChanges({ added: [], changed: [], removed: [], unchanged: 0 });
  await saveSubscription({
    ...createSubscription({ address, mode: 'auto', managed: false }, 0),
    history: hashes
      .map((hash, at) => ({ number: at + 1, atMs: 0, kind: 'updated' as const, edition: editionOf(hash) }))
      .reverse(),
    ...(pending !== undefined && { pending: { edition: editionOf(pending), changes, atMs: 0 } }),
    ...more,
  });
  for (const at of hashes.keys()) await saveCopy(address, at + 1, own);
  if (pending !== undefined) await saveCopy(address, 'pending', own);
}

/** Numbers of the copies of the subscription. */
export const copies = (): Promise<number[]> => readCopyNumbers(ADDRESS);

/** The store, as it comes out of a backup file. */
export async function readFile() {
  const parsed = parseBackup(serializeBackup(await readBackup('2026-11-25T12:00:00Z')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.backup;
}
