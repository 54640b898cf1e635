import { type Browser, browser } from 'wxt/browser';
import { reasonOf } from '@/lib/i18n/reason-of';

/**
 * Typed messages over `runtime.sendMessage`. A failure on the other side comes back as a
 * `MessageError`, never as a silent `undefined`.
 */

type Protocol = object;
type Handler<F> = F extends (request: infer Q) => infer R
  ? (request: Q, sender: Sender) => Promise<R> | R
  : never;
type Request<F> = F extends (request: infer Q) => unknown ? Q : never;
type Reply<F> = F extends (request: never) => infer R ? R : never;

/** The handlers of one direction of the protocol. */
export type Handlers<P extends Protocol> = { [K in keyof P]: Handler<P[K]> };

/** Who sent a message, as the browser vouches for it. */
export interface Sender {
  tabId?: number;
  frameId?: number;
  tabUrl?: string;
  /** The page is one of the extension's own. */
  ownPage: boolean;
  /** Its page has just been left: Chromium then knows the page by the number of a frame in it. */
  left: boolean;
}

type Envelope = { ok: true; reply: unknown } | { ok: false; error: string };

/** The other side could not be reached or did not answer well. */
export class MessageError extends Error {
  override name = 'MessageError';
}

function unwrap(name: string, answer: unknown): unknown {
  const envelope = answer as Envelope | undefined;
  if (envelope?.ok === true) return envelope.reply;
  throw new MessageError(`${name}: ${envelope?.ok === false ? envelope.error : 'no answer'}`);
}

/** Asks the background. Rejects with `MessageError` if it fails or the extension has been replaced. */
export async function ask<P extends Protocol, K extends keyof P & string>(
  name: K,
  request: Request<P[K]>,
): Promise<Reply<P[K]>> {
  let answer: unknown;
  try {
    answer = await browser.runtime.sendMessage({ name, request });
  } catch (cause) {
    throw new MessageError(`${name}: ${String(cause)}`, { cause });
  }
  return unwrap(name, answer) as Reply<P[K]>;
}

/** Tells the background what nobody waits for: if it does not arrive, only the console hears of it. */
export function tell<P extends Protocol, K extends keyof P & string>(name: K, request: Request<P[K]>): void {
  ask<P, K>(name, request).catch((error: unknown) => console.error(error));
}

/**
 * Asks the content script of one frame of a tab; without `frameId` all frames, and the first answer counts.
 * Rejects with `MessageError` if there is none.
 */
export async function askFrame<P extends Protocol, K extends keyof P & string>(
  { tabId, frameId }: { tabId: number; frameId?: number },
  name: K,
  request: Request<P[K]>,
): Promise<Reply<P[K]>> {
  let answer: unknown;
  try {
    const options = frameId === undefined ? {} : { frameId };
    answer = await browser.tabs.sendMessage(tabId, { name, request }, options);
  } catch (cause) {
    throw new MessageError(`${name}: ${String(cause)}`, { cause });
  }
  return unwrap(name, answer) as Reply<P[K]>;
}

/**
 * Answers messages with the given handlers; returns a function that stops it. `check` sees each request
 * before its handler does and throws on one that is malformed.
 */
export function answer<P extends Protocol>(
  handlers: Handlers<P>,
  check: (name: keyof P & string, request: unknown, sender: Sender) => void,
): () => void {
  const answerOne = async (name: keyof P & string, request: unknown, sender: Sender): Promise<Envelope> => {
    try {
      check(name, request, sender);
      const handle = handlers[name] as (request: unknown, sender: Sender) => unknown;
      return { ok: true, reply: await handle(request, sender) };
    } catch (error) {
      return { ok: false, error: reasonOf(error) };
    }
  };
  // Answering by a promise would do in Firefox alone; this does in both.
  const listener = (
    message: unknown,
    from: Browser.runtime.MessageSender,
    respond: (envelope: Envelope) => void,
  ): boolean => {
    const { name, request } = (message ?? {}) as { name?: unknown; request?: unknown };
    if (typeof name !== 'string' || !Object.hasOwn(handlers, name)) return false;
    void answerOne(name as keyof P & string, request, describeSender(from)).then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  return () => browser.runtime.onMessage.removeListener(listener as never);
}

function describeSender(from: Browser.runtime.MessageSender): Sender {
  // Of Chromium alone; not in the shared types.
  const { documentLifecycle = 'active' } = from as { documentLifecycle?: string };
  const sender: Sender = {
    ownPage: from.url?.startsWith(browser.runtime.getURL('')) === true,
    left: documentLifecycle !== 'active',
  };
  if (from.tab?.id !== undefined) sender.tabId = from.tab.id;
  if (from.tab?.url !== undefined) sender.tabUrl = from.tab.url;
  if (from.frameId !== undefined) sender.frameId = from.frameId;
  return sender;
}
