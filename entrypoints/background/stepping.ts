import { askFrame } from '@/lib/messaging/messenger';
import type { ToContent } from '@/lib/messaging/protocol';
import {
  type FrameStops,
  nextPlace,
  nextStop,
  type OpenStop,
  placeAt,
  type Stop,
  type StopFilter,
  type TabPlace,
} from '@/lib/page-list/stops';
import { readCounts } from '@/lib/storage/page-counts';
import { askGuide, framesWithTerms, hearFrame, replyIn } from './guide';

/** The way of a reader through the terms of a tab, by keys, by the list and by the card. */

/** A frame of a tab, and which of its terms are stops; left out: all. */
interface WantedFrame {
  frameId: number;
  of?: StopFilter;
}

/** The same terms wherever they stand in a tab. */
export async function inAllFrames(tabId: number, of?: StopFilter): Promise<WantedFrame[]> {
  return (await framesWithTerms(tabId)).map((frameId) => ({ frameId, ...(of && { of }) }));
}

async function listStops(tabId: number, wanted: readonly WantedFrame[]): Promise<FrameStops[]> {
  const answers = await Promise.all(
    wanted.map(async ({ frameId, ...request }): Promise<FrameStops | undefined> => {
      const stops = replyIn(await askGuide({ tabId, frameId }, 'listStops', request));
      return stops && { frameId, ...stops };
    }),
  );
  return answers.filter((answer) => answer !== undefined);
}

/** Shows a stop; with its popover, those of other frames close, but for what a reader has pinned. */
async function show(
  tabId: number,
  { frameId, at }: Stop,
  { wanted, open }: { wanted: readonly WantedFrame[]; open: OpenStop },
): Promise<boolean> {
  if (open !== 'no') {
    // Before the other one opens: what closes gives the focus back to its page.
    const others = wanted.filter((frame) => frame.frameId !== frameId);
    await Promise.all(others.map((frame) => closeFloating({ tabId, frameId: frame.frameId })));
  }
  const of = wanted.find((frame) => frame.frameId === frameId)?.of;
  const request = { at, open, ...(of && { of }) };
  const done = replyIn(await askGuide({ tabId, frameId }, 'goToStop', request));
  return done?.gone === false;
}

/** If the frame has gone, its popover has gone with it. */
async function closeFloating(frame: { tabId: number; frameId: number }): Promise<void> {
  await hearFrame(askFrame<ToContent, 'dismissPopover'>(frame, 'dismissPopover', { floatingOnly: true }));
}

/** Takes a tab to the next term of its page, or the one before, and opens its popover there; `false` if it has none. */
export async function stepToTerm(tabId: number, { back }: { back: boolean }): Promise<boolean> {
  const wanted = await inAllFrames(tabId);
  const stop = nextStop(await listStops(tabId, wanted), { back });
  return stop !== undefined && (await show(tabId, stop, { wanted, open: 'focus' }));
}

/**
 * Takes a tab to the next place of a term, or the one before, through all frames that it is wanted in; from nowhere to
 * the first, or the last. `undefined` if there is none.
 */
export async function goToPlace(
  tabId: number,
  {
    wanted,
    from,
    back,
    open,
  }: { wanted: readonly WantedFrame[]; from: Stop | undefined; back: boolean; open: OpenStop },
): Promise<TabPlace | undefined> {
  const place = nextPlace(await listStops(tabId, wanted), { from, back });
  if (place === undefined) return undefined;
  return (await show(tabId, place.stop, { wanted, open })) ? place : undefined;
}

/** Which of the places of a term in a tab one of them is; `undefined` where no other frame has terms. */
export async function findPlace(tabId: number, of: StopFilter, stop: Stop): Promise<TabPlace | undefined> {
  const counts = Object.entries(await readCounts(tabId));
  const isAlone = counts.every(([frameId, count]) => Number(frameId) === stop.frameId || count === 0);
  return isAlone ? undefined : placeAt(await listStops(tabId, await inAllFrames(tabId, of)), stop);
}
