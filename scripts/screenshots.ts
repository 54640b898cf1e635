// Takes the pictures of every surface, in light, dark and forced colours, in Chinese and English: npm run screenshots [-- <folder>]
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ColorScheme, Driver, Tab } from './browser/driver.ts';
import { ensureBrowser } from './browser/install.ts';
import { launchBrowser } from './browser/launch.ts';
import { tabIdOf } from './browser/tab-id.ts';
import { buildExtension, PROJECT_DIR } from './build-extension.ts';
import { serveFolder, startLoopbackServer } from './loopback-server.ts';
import { takePicture } from './picture.ts';

/** The extension's API as its own pages have it. */
declare const chrome: {
  storage: { local: { set(items: object): Promise<void> }; session: { set(items: object): Promise<void> } };
};

/** The term whose popover is shown. */
const TERM = '成渝地区双城经济圈';

/** The pages fade and lay themselves out; a picture is of the page at rest. */
const REST_MS = 700;

/** What each page is as wide and high as, in CSS pixels: popup, panel and form have windows of their own. */
const SIZES = {
  page: { width: 1080, height: 760 },
  popup: { width: 380, height: 600 },
  panel: { width: 400, height: 760 },
  form: { width: 520, height: 740 },
} as const;

/** Of the picture: letters stay sharp on a dense screen. */
const SCALE = 1.5;

interface Surface {
  name: string;
  size: keyof typeof SIZES;
  /** `{tab}` stands for the id of the tab with the article. */
  path: string;
  /** Opens what the picture is to show. */
  prepare?(tab: Tab): Promise<void>;
}

const clickFirst =
  (selector: string) =>
  async (tab: Tab): Promise<void> => {
    await tab.page.waitForSelector(selector);
    await tab.page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
  };

const SURFACES: readonly Surface[] = [
  { name: 'popup', size: 'popup', path: 'popup.html?tab={tab}' },
  { name: 'panel', size: 'panel', path: 'sidepanel.html?tab={tab}', prepare: clickFirst('.term-open') },
  { name: 'note', size: 'form', path: 'note.html?draft=picture' },
  { name: 'glossaries', size: 'page', path: 'options.html' },
  { name: 'appearance', size: 'page', path: 'options.html#appearance' },
  {
    name: 'marking',
    size: 'page',
    path: 'options.html#marking',
    prepare: clickFirst('input[value=section]'),
  },
  { name: 'keys', size: 'page', path: 'options.html#keys' },
  { name: 'welcome', size: 'page', path: 'welcome.html' },
];

const rest = (): Promise<void> => new Promise((done) => setTimeout(done, REST_MS));

async function take(tab: Tab, size: keyof typeof SIZES, file: string): Promise<void> {
  if (size !== 'page') await tab.page.setViewport({ ...SIZES[size], deviceScaleFactor: SCALE });
  await rest();
  await takePicture(tab, file);
}

/** Light and dark, and the colours that a reader's system sets for everything, as in Windows' contrast themes. */
type Look = ColorScheme | 'forced';

/** Forced colours look the same in any language. */
const LOOKS: Readonly<Record<'zh-CN' | 'en', readonly Look[]>> = {
  'zh-CN': ['light', 'dark'],
  en: ['light', 'dark', 'forced'],
};

async function setLook(tab: Tab, look: Look): Promise<void> {
  if (look !== 'forced') return tab.setColorScheme(look);
  const session = await tab.page.createCDPSession();
  const features = [
    { name: 'forced-colors', value: 'active' },
    { name: 'prefers-color-scheme', value: 'dark' },
  ];
  await session.send('Emulation.setEmulatedMedia', { features });
}

async function takeArticle(driver: Driver, url: string, look: Look, file: string): Promise<Tab> {
  const tab = await driver.open(url);
  await setLook(tab, look);
  await tab.settledMarks();
  await tab.hover(TERM);
  await tab.waitForPopover();
  await take(tab, 'page', file);
  return tab;
}

/** What a reader would have set, and would have taken from a page. */
async function prepare(driver: Driver, uiLanguage: string): Promise<void> {
  await driver.evaluateInExtension(
    async (settings: object, taken: object) => {
      await chrome.storage.local.set({ settings });
      await chrome.storage.session.set({ 'note:picture': taken });
    },
    // A Chromium without that language installed would speak English.
    { uiLanguage },
    {
      text: '铁水联运',
      sentence: '火车开到码头边，集装箱不落地就换船，这就是铁水联运。',
      title: '铁轨与江水相接的地方',
      address: 'https://example.com/report/2026/11/rail-and-river.html',
      date: '2026-11-25',
    },
  );
}

const folder = resolve(process.argv[2] ?? join(PROJECT_DIR, 'docs', 'images'));
mkdirSync(folder, { recursive: true });
const extensionDir = buildExtension('chromium');
const server = await startLoopbackServer([serveFolder('/', join(PROJECT_DIR, 'assets', 'demo'))]);
for (const [language, looks] of Object.entries(LOOKS)) {
  const driver = await launchBrowser({
    ...ensureBrowser('chromium'),
    extensionDir,
    headless: true,
    language,
  });
  await prepare(driver, language);
  for (const look of looks) {
    const fileOf = (name: string): string => join(folder, `${name}-${language}-${look}.png`);
    const article = await takeArticle(driver, `${server.origin}/article.html`, look, fileOf('article'));
    const id = await tabIdOf(driver, article);
    for (const { name, size, path, prepare: open } of SURFACES) {
      const tab = await driver.openExtensionPage(path.replace('{tab}', String(id)));
      await setLook(tab, look);
      await open?.(tab);
      await take(tab, size, fileOf(name));
      await tab.close();
    }
    await article.close();
    // The pictures of one surface do not change what the next ones show.
    await prepare(driver, language);
  }
  await driver.close();
}
await server.close();
console.log(`Pictures in ${folder}`);
