import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { PROJECT_DIR } from '../../scripts/build-extension.ts';
import {
  type LoopbackServer,
  type Route,
  serveFolder,
  startLoopbackServer,
} from '../../scripts/loopback-server.ts';
import { buildApps } from './apps.ts';

const PAGES_DIR = join(PROJECT_DIR, 'tests', 'fixtures', 'pages');

/** As strict as a page can be: no style of its own, no inline script, Trusted Types for the rest. */
const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'none'",
  // The empty icon that keeps browsers from asking for one.
  'img-src data:',
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const EXTRA_HEADERS: Record<string, Record<string, string>> = {
  'strict-csp.html': { 'content-security-policy': STRICT_CSP },
  // The page's own <meta> names its charset.
  'gbk.html': { 'content-type': 'text/html' },
};

/**
 * Serves the fixture pages at `/`, the bundled apps at `/apps/`, the demo article at `/demo/`
 * and, if there is a folder of saved pages, those at `/saved/`.
 */
export async function startFixtureServer({
  savedPagesDir,
}: {
  savedPagesDir?: string;
} = {}): Promise<LoopbackServer> {
  const apps = await buildApps();
  const server: LoopbackServer = await startLoopbackServer([
    serveFolder('/demo/', join(PROJECT_DIR, 'assets', 'demo'), { charset: 'utf-8' }),
    ({ pathname }) => {
      const body = pathname.startsWith('/apps/') ? apps.get(pathname.slice('/apps/'.length)) : undefined;
      return body === undefined
        ? undefined
        : { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body };
    },
    ...(savedPagesDir ? [serveSavedPages(savedPagesDir)] : []),
    // A route of the single-page fixture, should it be reloaded there.
    (url) => (url.pathname.startsWith('/dynamic/') ? servePage('dynamic.html', server) : undefined),
    (url) => servePage(url.pathname.slice(1), server),
  ]);
  return server;
}

/** Addresses of the saved pages of a folder, without scripts and outside loads. */
export function listSavedPages(folder: string): string[] {
  return readManifest(folder).map(({ file }) => `/saved/${file}`);
}

/** `{{origin}}` and `{{otherOrigin}}` in a page stand for the two addresses of the server. */
async function servePage(name: string, { origin, otherOrigin }: LoopbackServer) {
  const file = join(PAGES_DIR, name);
  if (!/^[\w-]+\.(html|js)$/.test(name) || !existsSync(file)) return undefined;
  const text = (await readFile(file, 'utf8'))
    .replaceAll('{{origin}}', origin)
    .replaceAll('{{otherOrigin}}', otherOrigin);
  const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
  return {
    headers: { 'content-type': `${type}; charset=utf-8`, ...EXTRA_HEADERS[name] },
    body: name === 'gbk.html' ? iconv.encode(text, 'gbk') : text,
  };
}

function serveSavedPages(folder: string): Route {
  const charsets = new Map(readManifest(folder).map(({ file, charset }) => [file, charset]));
  return async ({ pathname }) => {
    const name = /^\/saved\/([\w.-]+)$/.exec(pathname)?.[1] ?? '';
    const charset = charsets.get(name);
    if (charset === undefined) return undefined;
    return {
      headers: {
        // The manifest adds remarks after the name.
        'content-type': `text/html; charset=${charset.split(' ')[0]}`,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      },
      body: await readFile(join(folder, name)),
    };
  };
}

function readManifest(folder: string): { file: string; charset: string }[] {
  return JSON.parse(readFileSync(join(folder, 'MANIFEST.json'), 'utf8'));
}
