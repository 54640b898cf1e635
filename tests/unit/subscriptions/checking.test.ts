import { describe, expect, it } from 'vitest';
import { refuse, serve } from '../../support/publisher-server';
import { good, PORTS } from './misbehaving-servers';
import { HOUR, setUpReader, withConcepts } from './reader';

const reader = await setUpReader();
const { address, announced, publish, server } = reader;

describe('requests', () => {
  it('are none for a reader without subscriptions', async () => {
    reader.nowMs += 1000 * HOUR;
    await reader.updater.checkDue();
    expect(server.requests).toEqual([]);
  });

  it('are conditional, and carry neither cookies nor referrer', async () => {
    await reader.subscribe();
    await reader.updater.check(address);
    const [first, second] = server.requests.map(({ headers }) => headers);
    expect(first?.['if-none-match']).toBeUndefined();
    expect(second?.['if-none-match']).toMatch(/^".+"$/);
    for (const headers of [first, second]) {
      expect(headers?.['cookie']).toBeUndefined();
      expect(headers?.['referer']).toBeUndefined();
    }
    expect(await reader.state()).toMatchObject({ failures: 0, held: { version: '2' } });
    expect(announced).toHaveLength(1);
  });

  it('are made by date where a server has no ETags', async () => {
    const date = 'Tue, 24 Nov 2026 08:00:00 GMT';
    server.paths.set(PORTS, (request, response) => {
      const known = request.headers['if-modified-since'] === date;
      response.writeHead(known ? 304 : 200, { 'last-modified': date }).end(known ? '' : good());
    });
    await reader.updater.subscribe({ address }, 'auto');
    await reader.updater.check(address);
    expect(server.requests[1]?.headers['if-modified-since']).toBe(date);
    expect(await reader.state()).toMatchObject({ failures: 0 });
  });

  it('wait for their time', async () => {
    publish(good({ expires: '2 hours' }));
    await reader.updater.subscribe({ address }, 'auto');
    reader.nowMs += 2 * HOUR - 1;
    await reader.updater.checkDue();
    expect(server.requests).toHaveLength(1);
    reader.nowMs += 1;
    await reader.updater.checkDue();
    expect(server.requests).toHaveLength(2);
    expect((await reader.state()).nextCheckMs).toBe(reader.nowMs + 2 * HOUR);
  });

  it('go to a mirror where the address fails, with the mirror’s own validators', async () => {
    const mirror = `${server.origin}/mirror.json`;
    publish(good({ mirrors: [mirror] }));
    await reader.updater.subscribe({ address }, 'auto');
    server.paths.set(PORTS, refuse(500));
    server.paths.set('/mirror.json', serve(good({ version: '3', mirrors: [mirror] })));
    await reader.updater.check(address);
    expect(await reader.stored()).toMatchObject({ version: '3' });
    expect(await reader.state()).toMatchObject({ failures: 0 });
    expect(server.requests.at(-1)?.headers['if-none-match']).toBeUndefined();
    await reader.updater.check(address);
    expect(server.requests.at(-1)).toMatchObject({ path: '/mirror.json' });
    expect(server.requests.at(-1)?.headers['if-none-match']).toMatch(/^"/);
  });

  it('never follow a redirect to where others can listen', async () => {
    await reader.subscribe();
    // To Linux the address of this machine, to the rules a host as any other.
    const insecure = new URL('/other.json', server.origin);
    insecure.hostname = '0.0.0.0';
    server.paths.set(PORTS, refuse(302, { location: insecure.href }));
    server.paths.set('/other.json', serve(withConcepts('3', '果园港')));
    expect(await reader.updater.check(address)).toMatchObject({
      lastFailure: { code: 'insecure-redirect', params: { found: insecure.origin } },
    });
    expect(await reader.stored()).toMatchObject({ version: '2' });
  });

  it('follow redirects that stay secure', async () => {
    await reader.subscribe();
    server.paths.set(PORTS, refuse(302, { location: '/moved.json' }));
    server.paths.set('/moved.json', serve(withConcepts('3', '果园港')));
    await reader.updater.check(address);
    expect(await reader.stored()).toMatchObject({ version: '3' });
  });
});

describe('an older edition', () => {
  const table = (definition: string, date: string) =>
    serve(`term,definition\n果园港,${definition}`, { 'last-modified': date });

  it.each([
    {
      name: 'a table of an earlier day, whose version is always 1',
      path: '/ports.csv',
      before: table('新的', 'Tue, 24 Nov 2026 08:00:00 GMT'),
      after: table('旧的', 'Mon, 23 Nov 2026 08:00:00 GMT'),
      params: { found: '2026-11-23', newest: '2026-11-24' },
    },
    {
      name: 'a higher version of an earlier day',
      path: PORTS,
      before: serve(good({ version: '2', updated: '2026-11-24' })),
      after: serve(good({ version: '3', updated: '2026-11-23' })),
      params: { found: '2026-11-23', newest: '2026-11-24' },
    },
    {
      name: 'a lower version of the same day',
      path: PORTS,
      before: serve(good({ version: '2' })),
      after: serve(good({ version: '1' })),
      params: { found: '1', newest: '2' },
    },
  ])('is told by what makes it older: $name', async ({ path, before, after, params }) => {
    const from = server.origin + path;
    server.paths.set(path, before);
    expect(await reader.updater.subscribe({ address: from }, 'auto')).toBeUndefined();
    server.paths.set(path, after);
    expect(await reader.updater.check(from)).toMatchObject({ lastFailure: { code: 'downgrade', params } });
  });
});
