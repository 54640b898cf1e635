import { browser } from 'wxt/browser';
import { askFrame, MessageError } from '@/lib/messaging/messenger';
import type { ToGuide } from '@/lib/messaging/protocol';
import { readCounts } from '@/lib/storage/page-counts';

/**
 * A frame that is going away, and Chromium's view of a page's source, may leave a question without any answer, not even
 * an error; one that is busy answers when it has done.
 */
const LONGEST_SILENCE_MS = 3000;

/** What comes of asking a frame. */
export type FrameAnswer<T> =
  | { kind: 'answered'; reply: T }
  /** Nothing yet; `late` is what it answers in the end, if it ever does. */
  | { kind: 'silent'; late: Promise<T> }
  /** There is no such frame any more, or browsers let no extension into it. */
  | { kind: 'gone' };

/** Waits for what a frame answers, but not for ever. */
export async function hearFrame<T>(late: Promise<T>): Promise<FrameAnswer<T>> {
  const silence = new Promise<FrameAnswer<T>>((resolve) =>
    setTimeout(resolve, LONGEST_SILENCE_MS, { kind: 'silent', late }),
  );
  const answer = late.then((reply): FrameAnswer<T> => ({ kind: 'answered', reply }));
  try {
    return await Promise.race([answer, silence]);
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return { kind: 'gone' };
  }
}

/** What was answered in time; `undefined` if the frame keeps silent or is gone. */
export function replyIn<T>(answer: FrameAnswer<T>): T | undefined {
  return answer.kind === 'answered' ? answer.reply : undefined;
}

/** Where the guide's script lies in the package. */
const GUIDE = '/guide.js';

type Name = keyof ToGuide;
type Request<K extends Name> = Parameters<ToGuide[K]>[0];
type Reply<K extends Name> = ReturnType<ToGuide[K]>;

async function putGuide({ tabId, frameId }: { tabId: number; frameId: number }): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [GUIDE as never],
    });
  } catch (cause) {
    throw new MessageError(`No guide for frame ${frameId}: ${String(cause)}`, { cause });
  }
}

/** Asks the guide of a frame, which is put there if it isn't there yet. */
export async function askGuide<K extends Name>(
  frame: { tabId: number; frameId: number },
  name: K,
  request: Request<K>,
): Promise<FrameAnswer<Reply<K>>> {
  const question = async (): Promise<Reply<K>> =>
    (await askFrame<ToGuide, K>(frame, name, request as never)) as Reply<K>;
  const answer = await hearFrame(question());
  return answer.kind === 'gone' ? hearFrame(putGuide(frame).then(question)) : answer;
}

/** The frames of a tab that may have terms: those that have reported a count, and the top frame in any case. */
export async function framesWithTerms(tabId: number): Promise<number[]> {
  return [...new Set([0, ...Object.keys(await readCounts(tabId)).map(Number)])];
}
