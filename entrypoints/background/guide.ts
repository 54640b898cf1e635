import { browser } from 'wxt/browser';
import { askFrame, MessageError } from '@/lib/messaging/messenger';
import type { ToGuide } from '@/lib/messaging/protocol';
import { readCounts } from '@/lib/storage/page-counts';

/**
 * A frame that is going away, and Chromium's view of a page's source, may leave a question without any answer, not even
 * an error.
 */
const LONGEST_SILENCE_MS = 3000;

/** What a frame answers; `undefined` if it keeps silent. */
export function answerInTime<T>(answer: Promise<T>): Promise<T | undefined> {
  const silence = new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_SILENCE_MS, undefined));
  return Promise.race([answer, silence]);
}

/** Where the guide's script lies in the package. */
const GUIDE = '/guide.js';

type Name = keyof ToGuide;
type Request<K extends Name> = Parameters<ToGuide[K]>[0];
type Reply<K extends Name> = ReturnType<ToGuide[K]>;

async function putGuide({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [GUIDE as never] });
}

/** Asks the guide of a frame, which is put there if it isn't there yet; `undefined` if the frame is gone. */
export async function askGuide<K extends Name>(
  frame: { tabId: number; frameId: number },
  name: K,
  request: Request<K>,
): Promise<Reply<K> | undefined> {
  const question = async (): Promise<Reply<K>> =>
    (await askFrame<ToGuide, K>(frame, name, request as never)) as Reply<K>;
  try {
    return await answerInTime(question());
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
  }
  try {
    return await answerInTime(putGuide(frame).then(question));
  } catch {
    // No such frame any more, or a page that browsers let no extension into: there is nothing to ask.
    return undefined;
  }
}

/** The frames of a tab that may have terms: those that have reported a count, and the top frame in any case. */
export async function framesWithTerms(tabId: number): Promise<number[]> {
  return [...new Set([0, ...Object.keys(await readCounts(tabId)).map(Number)])];
}
