import { openDatabase } from './database';

/** The encoded term index of one revision. */
export interface StoredIndex {
  revision: number;
  bytes: ArrayBuffer;
}

/** The index that was stored last, of whatever revision. */
export async function readIndex(): Promise<StoredIndex | undefined> {
  return (await openDatabase()).get('index', 'current');
}

/** Keeps an index in place of the one before. */
export async function writeIndex(index: StoredIndex): Promise<void> {
  await (await openDatabase()).put('index', index, 'current');
}
