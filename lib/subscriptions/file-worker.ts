import type { FileOrigin, ReadGlossary } from './read-glossary';

/** What the worker that reads files is asked, with a port to answer through. */
export interface FileRequest {
  bytes: Uint8Array<ArrayBuffer>;
  origin: FileOrigin;
}

/** What it answers. */
export type FileReply = { read: ReadGlossary } | { failed: string };

/** A worker that was started for one file. */
export interface FileWorker {
  post(request: FileRequest, port: MessagePort): void;
  /** Ends it, whatever it is doing. */
  end(): Promise<void>;
}

/** Ten times what the largest file takes: after that a worker has broken, or never began. */
export const READING_MS = 120_000;

/**
 * Has a file read by a worker.
 *
 * @throws {Error} if the worker breaks, or is not through in time
 */
export async function askFileWorker(
  { post, end }: FileWorker,
  request: FileRequest,
  limitMs = READING_MS,
): Promise<ReadGlossary> {
  const { port1, port2 } = new MessageChannel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const reply = await new Promise<FileReply>((resolve) => {
      timer = setTimeout(() => resolve({ failed: `no answer in ${limitMs / 1000} s` }), limitMs);
      port1.onmessage = ({ data }: { data: FileReply }) => resolve(data);
      post(request, port2);
    });
    if ('failed' in reply) throw new Error(reply.failed);
    return reply.read;
  } finally {
    clearTimeout(timer);
    port1.close();
    await end();
  }
}
