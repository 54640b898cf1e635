import { askFrame, MessageError } from '@/lib/messaging/messenger';
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
import { answerInTime, askGuide, framesWithTerms } from './guide';

/** The way of a reader through the terms of a tab, by keys, by the list and by the card. */

async function listStops(tabId: number, of?: StopFilter): Promise<FrameStops[]> {
  const answers = await Promise.all(
    (await framesWithTerms(tabId)).map(async (frameId): Promise<FrameStops | undefined> => {
      const stops = await askGuide({ tabId, frameId }, 'listStops', of === undefined ? {} : { of });
      return stops && { frameId, ...stops };
    }),
  );
  return answers.filter((answer) => answer !== undefined);
}

/** Shows a stop; with its popover, those of other frames close, but for what a reader has pinned. */
async function show(
  tabId: number,
  { frameId, at }: Stop,
  { frames, of, open }: { frames: readonly FrameStops[]; of?: StopFilter; open: OpenStop },
): Promise<boolean> {
  if (open !== 'no') {
    // Before the other one opens: what closes gives the focus back to its page.
    const others = frames.filter((frame) => frame.frameId !== frameId);
    await Promise.all(others.map((frame) => closeFloating({ tabId, frameId: frame.frameId })));
  }
  const done = await askGuide({ tabId, frameId }, 'goToStop', { at, open, ...(of && { of }) });
  return done?.gone === false;
}

async function closeFloating(frame: { tabId: number; frameId: number }): Promise<void> {
  try {
    await answerInTime(
      askFrame<ToContent, 'dismissPopover'>(frame, 'dismissPopover', { floatingOnly: true }),
    );
  } catch (error) {
    // The frame has gone, and its popover with it.
    if (!(error instanceof MessageError)) throw error;
  }
}

/** Takes a tab to the next term of its page, or the one before, and opens its popover there; `false` if it has none. */
export async function stepToTerm(tabId: number, { back }: { back: boolean }): Promise<boolean> {
  const frames = await listStops(tabId);
  const stop = nextStop(frames, { back });
  return stop !== undefined && (await show(tabId, stop, { frames, open: 'focus' }));
}

/**
 * Takes a tab to the next place of a term, or the one before, through all frames; from nowhere to the first, or the
 * last. `undefined` if there is none.
 */
export async function goToPlace(
  tabId: number,
  { of, from, back, open }: { of: StopFilter; from: Stop | undefined; back: boolean; open: OpenStop },
): Promise<TabPlace | undefined> {
  const frames = await listStops(tabId, of);
  const place = nextPlace(frames, { from, back });
  if (place === undefined) return undefined;
  return (await show(tabId, place.stop, { frames, of, open })) ? place : undefined;
}

/** Which of the places of a term in a tab one of them is; `undefined` where no other frame has terms. */
export async function findPlace(tabId: number, of: StopFilter, stop: Stop): Promise<TabPlace | undefined> {
  const counts = Object.entries(await readCounts(tabId));
  const isAlone = counts.every(([frameId, count]) => Number(frameId) === stop.frameId || count === 0);
  return isAlone ? undefined : placeAt(await listStops(tabId, of), stop);
}
