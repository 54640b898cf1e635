import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request in any way there is, or not at all. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of a publisher on the loopback interface, that can be told to misbehave. */
export interface PublisherServer {
  origin: string;
  /** What is answered at a path; 404 where nothing is said. */
  paths: Map<string, Behaviour>;
  /** Path and headers of every request, in order. */
  requests: { path: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

export async function startPublisherServer(): Promise<PublisherServer> {
  const paths = new Map<string, Behaviour>();
  const requests: PublisherServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    // Whoever hangs up in the middle is meant to.
    response.on('error', () => undefined);
    const behave = paths.get(path);
    if (behave === undefined) response.writeHead(404).end();
    else behave(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    paths,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves a body as a good server does: with an ETag, and 304 to those who have it. */
export function serve(body: string | Uint8Array, headers: Record<string, string> = {}): Behaviour {
  const etag = `"${Buffer.from(body).length}-${hashOf(Buffer.from(body))}"`;
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag, ...headers }).end();
    else {
      response.writeHead(200, { 'content-type': 'application/json', etag, ...headers }).end(body);
    }
  };
}

/** Answers with a status and little else. */
export function refuse(status: number, headers: Record<string, string> = {}, body = ''): Behaviour {
  return (_request, response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** Good enough to tell the versions of a test from each other. */
function hashOf(bytes: Uint8Array): string {
  return bytes.reduce((hash, byte) => (Math.imul(hash, 31) + byte) >>> 0, 7).toString(36);
}
