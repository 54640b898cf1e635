import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { PROJECT_DIR } from '../../scripts/build-extension.ts';
import { type LoopbackServer, serveFolder, startLoopbackServer } from '../../scripts/loopback-server.ts';
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

/** Serves the fixture pages at `/`, the bundled apps at `/apps/`, the lexicon and the demo article. */
export async function startFixtureServer(): Promise<LoopbackServer> {
  const apps = await buildApps();
  const server: LoopbackServer = await startLoopbackServer([
    serveFolder('/demo/', join(PROJECT_DIR, 'assets', 'demo'), { charset: 'utf-8' }),
    ({ pathname }) => {
      const body = pathname.startsWith('/apps/') ? apps.get(pathname.slice('/apps/'.length)) : undefined;
      return body === undefined
        ? undefined
        : { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body };
    },
    // Enough for the browser's viewer to come.
    ({ pathname }) =>
      pathname === '/paper.pdf'
        ? { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' }
        : undefined,
    serveFolder('/generated/', join(PROJECT_DIR, 'assets', 'public', 'generated')),
    // A route of the single-page fixture, should it be reloaded there.
    (url) => (url.pathname.startsWith('/dynamic/') ? servePage('dynamic.html', server) : undefined),
    (url) => servePage(url.pathname.slice(1), server),
  ]);
  return server;
}

/** `{{origin}}` and `{{otherOrigin}}` in a page stand for the two addresses of the server. */
async function servePage(name: string, { origin, otherOrigin }: LoopbackServer) {
  const file = join(PAGES_DIR, name);
  if (!/^[\w-]+\.(html|js|xml)$/.test(name) || !existsSync(file)) return undefined;
  const text = (await readFile(file, 'utf8'))
    .replaceAll('{{origin}}', origin)
    .replaceAll('{{otherOrigin}}', otherOrigin);
  const type = { html: 'text/html', js: 'text/javascript', xml: 'application/xml' }[name.split('.')[1] ?? ''];
  return {
    headers: { 'content-type': `${type}; charset=utf-8`, ...EXTRA_HEADERS[name] },
    body: name === 'gbk.html' ? iconv.encode(text, 'gbk') : text,
  };
}
