import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reasonOf } from '@/lib/i18n/reason-of';
import type { FileReply, FileRequest } from '@/lib/subscriptions/file-worker';
import { readGlossary } from '@/lib/subscriptions/read-glossary';

/**
 * A worker that reads files of subscriptions: the parsers of all formats are here, and seconds of reading keep nobody
 * waiting. The background starts it for one file and ends it then: docs/adr/0063.
 */
export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data, ports }: MessageEvent<FileRequest>) => {
    ports[0]?.postMessage(answer(data));
  });
});

function answer({ bytes, origin }: FileRequest): FileReply {
  try {
    return { read: readGlossary(bytes, origin) };
  } catch (error) {
    console.error(error);
    return { failed: reasonOf(error) };
  }
}
