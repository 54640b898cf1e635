import { askFileWorker, type FileWorker } from '@/lib/subscriptions/file-worker';
import type { FileOrigin, ReadGlossary } from '@/lib/subscriptions/read-glossary';

/** The page in which Chromium has its worker. */
const OFFSCREEN_PAGE = '/offscreen.html';

/** What a Chromium's service worker has for that, as far as it is used. */
declare const chrome: {
  offscreen: {
    createDocument(options: { url: string; reasons: 'WORKERS'[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
  runtime: { getContexts(filter: { contextTypes: 'OFFSCREEN_DOCUMENT'[] }): Promise<unknown[]> };
};
declare const clients: {
  matchAll(options: {
    includeUncontrolled: boolean;
  }): Promise<{ url: string; postMessage(message: unknown, transfer: Transferable[]): void }[]>;
};

/**
 * Reads the file of a subscription, in a worker that is started and ended for it. One at a time.
 *
 * @throws {Error} if the worker can't be started, breaks, or is not through in time
 */
export async function readInWorker(
  bytes: Uint8Array<ArrayBuffer>,
  origin: FileOrigin,
): Promise<ReadGlossary> {
  // Known when it is built: neither package has what only the other browser can do.
  const worker = import.meta.env.FIREFOX ? start() : await startOffscreen();
  return askFileWorker(worker, { bytes, origin });
}

/** Firefox's background is a page. */
function start(): FileWorker {
  const worker = new Worker('/file-worker.js');
  return {
    post: (request, port) => worker.postMessage(request, [port]),
    end: async () => worker.terminate(),
  };
}

/** Chromium's is a service worker, which has no workers. */
async function startOffscreen(): Promise<FileWorker> {
  // The background may have been stopped before it could close the last one.
  const open = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (open.length > 0) await chrome.offscreen.closeDocument();
  await chrome.offscreen.createDocument({
    url: OFFSCREEN_PAGE,
    reasons: ['WORKERS'],
    justification: 'Reads the files of glossaries in a worker.',
  });
  const { href } = new URL(OFFSCREEN_PAGE, location.origin);
  const page = (await clients.matchAll({ includeUncontrolled: true })).find(({ url }) => url === href);
  if (page === undefined) throw new Error(`${OFFSCREEN_PAGE} was closed`);
  return {
    post: (request, port) => page.postMessage(request, [port]),
    end: () => chrome.offscreen.closeDocument(),
  };
}
