import type { FileRequest } from '@/lib/subscriptions/file-worker';

/** Chromium's background is a service worker, which can't start workers: this page, that nobody sees, does it for it. */
const worker = new Worker('/file-worker.js');

navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<FileRequest>) => {
  worker.postMessage(data, [data.bytes.buffer, ...ports]);
});
