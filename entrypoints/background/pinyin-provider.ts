import { browser } from 'wxt/browser';
import { parseReadingTable, type ReadingTable } from '@/lib/text/pinyin';

/** Where the readings lie in the package. */
const FILE = '/generated/pinyin.txt';

let loading: Promise<ReadingTable> | undefined;

/** How Chinese characters are read, loaded when a card is first made. */
export function getReadingTable(): Promise<ReadingTable> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<ReadingTable> {
  const file = await fetch(browser.runtime.getURL(FILE as never));
  return parseReadingTable(await file.text());
}
