import { parseGlossaryText, serializeGlossary } from '@/lib/glossary/formats/json';
import type { Glossary } from '@/lib/glossary/model';
import { parseSubscription } from '@/lib/updates/stored-subscription';
import type { Subscription } from '@/lib/updates/subscription';
import { openDatabase } from './database';
import { gunzip, gzip } from './gzip';

/**
 * Subscriptions, and copies of the editions that a reader can go back to. Both lie in one object store: a
 * subscription under its address, a copy under the address and the number of its history entry.
 */

const SUBSCRIPTION = 'subscription ';
const COPY = 'copy ';

/** The copy of an edition that waits for the reader's word. */
export type CopyName = number | 'pending';

const copyId = (address: string, name: CopyName): string => `${COPY}${address} ${name}`;

/** All records whose id begins so. */
function startingWith(start: string): IDBKeyRange {
  return IDBKeyRange.bound(start, `${start}\uffff`);
}

/** All subscriptions, by address. What is not one (a damaged backup was restored) is left alone and not listed. */
export async function listSubscriptions(): Promise<Subscription[]> {
  const records = await (await openDatabase()).getAll('subscriptions', startingWith(SUBSCRIPTION));
  return records.flatMap((record) => parseSubscription(record) ?? []);
}

export async function readSubscription(address: string): Promise<Subscription | undefined> {
  return parseSubscription(await (await openDatabase()).get('subscriptions', SUBSCRIPTION + address));
}

/** Keeps a subscription in place of what was kept of it. */
export async function saveSubscription(subscription: Subscription): Promise<void> {
  const record = { ...subscription, id: SUBSCRIPTION + subscription.address };
  await (await openDatabase()).put('subscriptions', record);
}

/** Forgets a subscription and its copies; the glossary itself stays. */
export async function removeSubscription(address: string): Promise<void> {
  const transaction = (await openDatabase()).transaction('subscriptions', 'readwrite');
  await transaction.store.delete(SUBSCRIPTION + address);
  await transaction.store.delete(startingWith(`${COPY}${address} `));
  await transaction.done;
}

/** Keeps the content of an edition, compressed. */
export async function saveCopy(address: string, name: CopyName, glossary: Glossary): Promise<void> {
  const bytes = await gzip(serializeGlossary(glossary));
  await (await openDatabase()).put('subscriptions', { id: copyId(address, name), bytes });
}

/** The content of an edition; `undefined` if it is not kept, or cannot be read. */
export async function readCopy(address: string, name: CopyName): Promise<Glossary | undefined> {
  const record = await (await openDatabase()).get('subscriptions', copyId(address, name));
  if (!(record?.['bytes'] instanceof ArrayBuffer)) return undefined;
  const text = await gunzip(record['bytes']);
  const parsed = text === undefined ? undefined : parseGlossaryText(text);
  return parsed?.ok ? parsed.glossary : undefined;
}

/** Which copies belong to the record of a subscription: the hashes of their editions, by the ids of the copies. */
export function copiedEditions(record: unknown): Map<string, string> {
  const subscription = parseSubscription(record);
  if (subscription === undefined) return new Map();
  const { address, history, pending } = subscription;
  const hashes = new Map(history.map(({ number, edition }) => [copyId(address, number), edition.hash]));
  return pending === undefined ? hashes : hashes.set(copyId(address, 'pending'), pending.edition.hash);
}

/** Numbers of the history entries whose content is kept. */
export async function readCopyNumbers(address: string): Promise<number[]> {
  const start = `${COPY}${address} `;
  const keys = await (await openDatabase()).getAllKeys('subscriptions', startingWith(start));
  return keys.map((key) => Number(key.slice(start.length))).filter(Number.isInteger);
}

/** Forgets all copies of a subscription but these. */
export async function keepCopies(address: string, names: readonly CopyName[]): Promise<void> {
  const transaction = (await openDatabase()).transaction('subscriptions', 'readwrite');
  const kept = new Set(names.map((name) => copyId(address, name)));
  for (const key of await transaction.store.getAllKeys(startingWith(`${COPY}${address} `))) {
    if (!kept.has(key)) await transaction.store.delete(key);
  }
  await transaction.done;
}

/** Forgets the copies of subscriptions that are not there any more: a backup without them was restored. */
export async function forgetStrayCopies(): Promise<void> {
  const transaction = (await openDatabase()).transaction('subscriptions', 'readwrite');
  const keys = await transaction.store.getAllKeys();
  const subscriptions = new Set(keys.filter((key) => key.startsWith(SUBSCRIPTION)));
  for (const key of keys) {
    if (!key.startsWith(COPY)) continue;
    const address = key.slice(COPY.length, key.lastIndexOf(' '));
    if (!subscriptions.has(SUBSCRIPTION + address)) await transaction.store.delete(key);
  }
  await transaction.done;
}
