// Builds the extension and shows it on a page in a real browser.
//   npm start [-- <url or file>] [-- --browser chromium|firefox] [-- --headless] [-- --language zh-CN]
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Driver, Mark, Tab } from './browser/driver.ts';
import { type BrowserKind, type FoundBrowser, findBrowser } from './browser/find.ts';
import { ensureBrowser } from './browser/install.ts';
import { launchBrowser } from './browser/launch.ts';
import { buildExtension, PROJECT_DIR } from './build-extension.ts';
import { type LoopbackServer, serveFolder, startLoopbackServer } from './loopback-server.ts';

interface StartOptions {
  /** A URL or the path of a file; the demo article if left out. */
  target?: string;
  kind?: BrowserKind;
  headless: boolean;
  language?: string;
}

const DEMO_ARTICLE = join(PROJECT_DIR, 'assets', 'demo', 'article.html');

async function start({ target = DEMO_ARTICLE, kind, headless, language }: StartOptions): Promise<void> {
  const { url, server } = await toUrl(target);
  let driver: Driver | undefined;
  try {
    const browser = chooseBrowser(kind);
    console.log(`Building the extension for ${browser.kind} …`);
    const extensionDir = buildExtension(browser.kind);
    driver = await launchBrowser({ ...browser, extensionDir, headless, ...(language && { language }) });
    console.log(`Opening ${url} in ${driver.version} …`);
    const tab = await driver.open(url);
    if (headless) await showInTerminal(driver, tab);
    else await showInWindow(driver, tab);
  } finally {
    await driver?.close();
    await server?.close();
  }
}

/** The kind that was asked for, else what is installed, else Chromium, installed now. */
function chooseBrowser(kind: BrowserKind | undefined): FoundBrowser {
  if (kind) return ensureBrowser(kind);
  const installed: BrowserKind = findBrowser('chromium') || !findBrowser('firefox') ? 'chromium' : 'firefox';
  return ensureBrowser(installed);
}

/**
 * A file is served on loopback: browsers treat `file:` pages unlike any page on the web. npm runs scripts in the
 * project's folder; the path is from where it was called.
 */
async function toUrl(target: string): Promise<{ url: string; server?: LoopbackServer }> {
  const file = resolve(process.env['INIT_CWD'] ?? '.', target);
  if (URL.canParse(target) && !existsSync(file)) return { url: target };
  if (!existsSync(file)) throw new Error(`No such page: ${target}`);
  const server = await startLoopbackServer([serveFolder('/', dirname(file))]);
  return { url: `${server.origin}/${encodeURIComponent(basename(file))}`, server };
}

async function showInTerminal(driver: Driver, tab: Tab): Promise<void> {
  const marks = await tab.settledMarks();
  if (marks.length === 0) throw new Error(`No terms found on ${tab.page.url()}`);
  await tab.hover(chooseTerm(marks));
  await tab.waitForPopover();
  const folder = join(PROJECT_DIR, 'screenshots');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `start-${driver.kind}.png`);
  await tab.screenshot(file);
  printTerms(marks);
  console.log(`Screenshot: ${relative(process.cwd(), file)}`);
}

async function showInWindow(driver: Driver, tab: Tab): Promise<void> {
  await tab.waitForMarks().catch(() => console.warn('No terms found on this page so far.'));
  // The welcome page of a fresh profile has come to the front meanwhile.
  await tab.page.bringToFront();
  console.log('Point at an underlined term. Close the browser or press Ctrl-C to end.');
  await driver.whenClosed();
}

/** One with something to say, near the top. */
function chooseTerm(marks: Mark[]): string {
  return (marks.find(({ text }) => text.length >= 4) ?? marks[0])?.text ?? '';
}

function printTerms(marks: Mark[]): void {
  const counts = new Map<string, number>();
  for (const { text } of marks) counts.set(text, (counts.get(text) ?? 0) + 1);
  console.log('\ncount  term');
  for (const [term, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    console.log(`${String(count).padStart(5)}  ${term}`);
  }
  console.log(`\nUnderlined: ${marks.length}; different terms: ${counts.size}.`);
}

function readOptions(): StartOptions {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string' },
      headless: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  });
  const { browser, headless, language } = values;
  if (browser !== undefined && browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser takes chromium or firefox, not ${browser}`);
  }
  return {
    headless: headless || !hasDisplay(),
    ...(positionals[0] && { target: positionals[0] }),
    ...(browser && { kind: browser }),
    ...(language && { language }),
  };
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

try {
  await start(readOptions());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
