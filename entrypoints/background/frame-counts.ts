import { askFrame } from '@/lib/messaging/messenger';
import type { ToContent } from '@/lib/messaging/protocol';
import { dropFrames, readCounts, setCount, totalOf } from '@/lib/storage/page-counts';
import { showCount } from './badge';
import { framesWithTerms, hearFrame } from './guide';

/** A frame has told how many terms it has marked; gives those of the whole tab. */
export async function noteCount(tabId: number, frameId: number, count: number): Promise<number> {
  const total = totalOf(await setCount(tabId, frameId, count));
  await showCount(tabId, total);
  return total;
}

/** Frames are there no more, nor are their terms; gives those of the others. */
export async function forgetFrames(tabId: number, frameIds: readonly number[]): Promise<number> {
  const total = totalOf(await dropFrames(tabId, frameIds));
  if (frameIds.length > 0) await showCount(tabId, total);
  return total;
}

/**
 * A new page has started in a tab: the counts of frames that were the old page's go. A frame that keeps silent counts
 * for nothing until it speaks: it may be of the page before, or of this one and busy.
 */
export async function refreshCounts(tabId: number): Promise<void> {
  await Promise.all(
    (await framesWithTerms(tabId)).map(async (frameId) => {
      const question = askFrame<ToContent, 'countMarks'>({ tabId, frameId }, 'countMarks', {});
      const answer = await hearFrame(question);
      if (answer.kind === 'gone') return dropFrames(tabId, [frameId]);
      if (answer.kind === 'answered') return setCount(tabId, frameId, answer.reply.count);
      answer.late.then(
        ({ count }) => noteCount(tabId, frameId, count),
        // Gone after all, and maybe replaced by one with the same number, which has told its own count meanwhile.
        () => undefined,
      );
      return setCount(tabId, frameId, 0);
    }),
  );
  await showCount(tabId, totalOf(await readCounts(tabId)));
}
