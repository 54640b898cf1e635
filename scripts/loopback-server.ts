import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** What a route answers. A `string` body is sent as UTF-8. */
export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}

/** Answers a request for a path, or nothing if it is not its own. */
export type Route = (url: URL) => Reply | undefined | Promise<Reply | undefined>;

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** `http://localhost:<port>`: the same pages, to the browser another origin and another site. */
  otherOrigin: string;
  close(): Promise<void>;
}

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

/** Serves routes on a free port of the loopback interface. The first route that answers wins. */
export async function startLoopbackServer(routes: Route[]): Promise<LoopbackServer> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    for (const route of routes) {
      const reply = await route(url);
      if (!reply) continue;
      response.writeHead(reply.status ?? 200, { 'cache-control': 'no-store', ...reply.headers });
      response.end(reply.body);
      return;
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves the files of a folder below a path. HTML goes out without a charset, unless one is given. */
export function serveFolder(prefix: string, folder: string, { charset }: { charset?: string } = {}): Route {
  return async ({ pathname }) => {
    if (!pathname.startsWith(prefix)) return undefined;
    try {
      const path = normalize(decodeURIComponent(pathname.slice(prefix.length)));
      if (path.startsWith('..') || path.startsWith(sep)) return undefined;
      const body = await readFile(join(folder, path));
      const html = charset ? `text/html; charset=${charset}` : 'text/html';
      return { headers: { 'content-type': CONTENT_TYPES[extname(path).toLowerCase()] ?? html }, body };
    } catch {
      // No such file, or an address in GBK, as old pages have them: the next route, or 404.
      return undefined;
    }
  };
}
