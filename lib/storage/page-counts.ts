import { browser } from 'wxt/browser';
import { createQueue } from './queue';
import { watchStorage } from './watch-storage';

/**
 * How many terms each frame of each tab has marked. Kept in `storage.session`: the background is stopped
 * and started at the browser's will, and the counts outlive it.
 */

/** Frame id → count. */
export type FrameCounts = Readonly<Record<number, number>>;

const KEY_START = 'counts:';

const keyOf = (tabId: number): string => `${KEY_START}${tabId}`;

function parseCounts(stored: unknown): Record<number, number> {
  return typeof stored === 'object' && stored !== null ? { ...(stored as Record<number, number>) } : {};
}

const inTurn = createQueue();

function change(tabId: number, edit: (counts: Record<number, number>) => void): Promise<FrameCounts> {
  return inTurn(async () => {
    const counts: Record<number, number> = { ...(await readCounts(tabId)) };
    const before = JSON.stringify(counts);
    edit(counts);
    // Some browsers announce a write that changes nothing, and who hears of it asks for the counts again.
    if (JSON.stringify(counts) !== before) await browser.storage.session.set({ [keyOf(tabId)]: counts });
    return counts;
  });
}

export async function readCounts(tabId: number): Promise<FrameCounts> {
  return parseCounts((await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)]);
}

/** Notes the count of a frame; returns those of the whole tab. */
export function setCount(tabId: number, frameId: number, count: number): Promise<FrameCounts> {
  return change(tabId, (counts) => {
    counts[frameId] = count;
  });
}

/** Forgets frames that are no longer there. */
export function dropFrames(tabId: number, frameIds: readonly number[]): Promise<FrameCounts> {
  return change(tabId, (counts) => {
    for (const frameId of frameIds) delete counts[frameId];
  });
}

export function forgetTab(tabId: number): Promise<void> {
  return inTurn(() => browser.storage.session.remove(keyOf(tabId)));
}

export function totalOf(counts: FrameCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Calls back each time the marks of a tab have changed in number; returns a function that stops it. */
export function watchCounts(onChange: (tabId: number) => void): () => void {
  return watchStorage((changes, area) => {
    if (area !== 'session') return;
    for (const key of Object.keys(changes)) {
      if (key.startsWith(KEY_START)) onChange(Number(key.slice(KEY_START.length)));
    }
  });
}
