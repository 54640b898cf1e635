import { describe, expect, it } from 'vitest';
import { askFileWorker, type FileReply, type FileWorker } from '@/lib/subscriptions/file-worker';
import type { ReadGlossary } from '@/lib/subscriptions/read-glossary';
import { refuse } from '../../support/publisher-server';
import { PORTS } from './misbehaving-servers';
import { setUpReader } from './reader';

const reader = await setUpReader();

const ORIGIN = { address: 'https://example.org/a.csv', contentType: '', updated: '2026-11-25' };
const READ: ReadGlossary = { ok: false, code: 'not-a-glossary', problems: [] };
const request = { bytes: new Uint8Array(3), origin: ORIGIN };

/** A worker that answers so, or never; `ended` counts. */
function fakeWorker(reply: FileReply | undefined): FileWorker & { ended: number } {
  const worker = {
    ended: 0,
    post: (_request: unknown, port: MessagePort): void => {
      if (reply !== undefined) port.postMessage(reply);
      port.close();
    },
    end: async (): Promise<void> => {
      worker.ended += 1;
    },
  };
  return worker;
}

describe('reading a file in a worker', () => {
  it('gives what the worker made of it, and ends the worker', async () => {
    const worker = fakeWorker({ read: READ });
    expect(await askFileWorker(worker, request)).toEqual(READ);
    expect(worker.ended).toBe(1);
  });

  it.each([
    { name: 'breaks', reply: { failed: 'out of memory' }, told: 'out of memory' },
    { name: 'never answers', reply: undefined, told: 'no answer in 0.05 s' },
  ])('fails, and ends the worker, when that $name', async ({ reply, told }) => {
    const worker = fakeWorker(reply);
    await expect(askFileWorker(worker, request, 50)).rejects.toThrow(told);
    expect(worker.ended).toBe(1);
  });

  it('that fails is told as such, and the last good copy stays', async () => {
    await reader.subscribe();
    reader.server.paths.set(PORTS, refuse(200, {}, 'term,definition\n果园港,说明'));
    reader.breakReading('out of memory');
    expect(await reader.updater.check(reader.address)).toMatchObject({
      failures: 1,
      held: { version: '2' },
      lastFailure: { code: 'not-read', params: { reason: 'out of memory' } },
    });
    expect(await reader.conceptIds()).toEqual(['果园港', '江北']);
  });
});
