import { afterEach, expect, it, vi } from 'vitest';
import { download } from '@/lib/subscriptions/download';
import { TEST_LIMITS } from './misbehaving-servers';

afterEach(() => vi.restoreAllMocks());

it('a download never rejects, also where it fails in a way nobody thought of', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new RangeError('Array buffer allocation failed'));
  expect(await download('https://example.org/a.json', { validators: {}, limits: TEST_LIMITS })).toMatchObject(
    { kind: 'failed', failure: { code: 'unreachable' } },
  );
});
