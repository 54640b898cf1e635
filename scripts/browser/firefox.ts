import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Frame, type JSHandle, type Page } from 'puppeteer-core';
import type { LaunchOptions, PenDeed } from './driver.ts';
import type { DomNode, Engine } from './engine.ts';
import { packExtension } from './pack-extension.ts';

/** A WebDriver BiDi value, as far as it is read here. */
interface BidiValue {
  type: string;
  sharedId?: string;
  value?: {
    nodeType?: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiValue[];
    shadowRoot?: BidiValue | null;
    mode?: string;
  };
}

interface FirefoxManifest {
  manifest_version: number;
  browser_specific_settings: { gecko: { id: string } };
}

interface ScriptResult {
  type: string;
  result: BidiValue;
  exceptionDetails?: { text: string };
}

/** puppeteer's connection and ids, which its types keep to themselves. */
type BidiInternals = {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
};

/** Starts Firefox with a fresh profile, driven with WebDriver BiDi. */
export async function startFirefox(options: LaunchOptions): Promise<Engine> {
  const { language = 'en-US' } = options;
  const home = options.ownHome ? mkdtempSync(join(tmpdir(), 'pangzhu-home-')) : undefined;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath: options.executablePath,
    headless: options.headless ?? true,
    ...(options.profileDir && { userDataDir: options.profileDir }),
    ...(home && { env: { ...process.env, HOME: home } }),
    defaultViewport: options.headless === false ? null : (options.viewport ?? { width: 1280, height: 800 }),
    // Opens extension pages, and the browser's own script, to the driver.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'intl.accept_languages': language,
      'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
      'browser.aboutwelcome.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'app.normandy.enabled': false,
      'extensions.getAddons.cache.enabled': false,
      // A temporary add-on is gone at the end of the session: in a profile that is kept, it is installed unsigned.
      'xpinstall.signatures.required': options.profileDir === undefined,
    },
  });
  if (home)
    browser.once('disconnected', () =>
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
    );
  const engine = new FirefoxEngine(browser, await browser.version(), {
    keepsProfile: options.profileDir !== undefined,
    home,
  });
  // Makes the browser's locale that of its user without a language pack: menus stay
  // English, but `i18n.getUILanguage()` and the extension's messages follow.
  await engine.runInBrowser(
    `Services.locale.availableLocales = [${JSON.stringify(language)}, 'en-US'];
     Services.locale.requestedLocales = [${JSON.stringify(language)}];`,
  );
  return engine;
}

const PEN_EVENTS = { hover: 'mousemove', press: 'mousedown', lift: 'mouseup' } as const;

class FirefoxEngine implements Engine {
  readonly browser: Browser;
  readonly version: string;
  readonly #keepsProfile: boolean;
  readonly #home: string | undefined;
  #baseUrl = '';
  #addonId = '';

  constructor(
    browser: Browser,
    version: string,
    { keepsProfile, home }: { keepsProfile: boolean; home: string | undefined },
  ) {
    this.browser = browser;
    this.version = version;
    this.#keepsProfile = keepsProfile;
    this.#home = home;
  }

  async installExtension(folder: string): Promise<string> {
    const manifest: FirefoxManifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    if (manifest.manifest_version !== 3) throw new Error(`${folder} is not a Manifest V3 extension`);
    if (this.#keepsProfile) {
      this.#addonId = manifest.browser_specific_settings.gecko.id;
      if (!(await this.runInBrowser(`${this.#policy()} !== null`))) await this.#installForGood(folder);
    } else {
      this.#addonId = await this.browser.installExtension(folder);
    }
    const host = await this.runInBrowser(`${this.#policy()}.mozExtensionHostname`);
    this.#baseUrl = `moz-extension://${host}/`;
    return this.#baseUrl;
  }

  async #installForGood(folder: string): Promise<void> {
    const packed = packExtension(folder);
    try {
      const path = JSON.stringify(packed.file);
      await this.runInBrowser(
        `(async () => {
           const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
           const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
           const install = await AddonManager.getInstallForFile(new FileUtils.File(${path}));
           await install.install();
         })()`,
      );
    } finally {
      packed.remove();
    }
  }

  /**
   * Loading an extension page moves the tab to another process, after which the load
   * event that puppeteer waits for never comes. So: start the load, then ask the page.
   */
  async gotoExtensionPage(page: Page, url: string): Promise<void> {
    await this.#send('browsingContext.navigate', { context: contextId(page.mainFrame()), url, wait: 'none' });
    const deadline = Date.now() + 20_000;
    for (;;) {
      const there = await page
        .evaluate((expected) => location.href === expected && document.readyState === 'complete', url)
        // The old document goes away in the middle of the question.
        .catch(() => false);
      if (there) return;
      if (Date.now() > deadline) throw new Error(`${url} did not load`);
      await pause(50);
    }
  }

  async urlOf(page: Page): Promise<string> {
    const tree = (await this.#send('browsingContext.getTree', {
      root: contextId(page.mainFrame()),
      maxDepth: 0,
    })) as { contexts: { url: string }[] };
    return tree.contexts[0]?.url ?? '';
  }

  async killBackground(): Promise<void> {
    await this.runInBrowser(
      `${this.#policy()}.extension.terminateBackground({ ignoreDevToolsAttached: true })`,
    );
  }

  async isBackgroundRunning(): Promise<boolean> {
    return (await this.runInBrowser(`${this.#policy()}.extension.backgroundState`)) === 'running';
  }

  /** As a native manifest of the user, which comes to the same as `3rdparty` in `policies.json`. */
  async setPolicy(policy: Readonly<Record<string, unknown>>): Promise<boolean> {
    if (this.#home === undefined || process.platform !== 'linux') return false;
    const folder = join(this.#home, '.mozilla', 'managed-storage');
    mkdirSync(folder, { recursive: true });
    const manifest = { name: this.#addonId, description: 'A policy', type: 'storage', data: policy };
    writeFileSync(join(folder, `${this.#addonId}.json`), JSON.stringify(manifest));
    await this.reloadExtension();
    return true;
  }

  async reloadExtension(): Promise<void> {
    await this.runInBrowser(
      `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
         .AddonManager.getAddonByID(${JSON.stringify(this.#addonId)}).then((addon) => addon.reload())`,
    );
  }

  async evaluateIn(frame: Frame, functionSource: string, argument: unknown): Promise<unknown> {
    return frame.evaluate(`(${functionSource})(${JSON.stringify(argument)})`);
  }

  async callWithClosedRoot(frame: Frame, selector: string, functionSource: string): Promise<unknown> {
    const element = await frame.$(selector);
    if (!element) return undefined;
    const host = await this.#call(frame, '(element) => element', element);
    const sharedId = host.value?.shadowRoot?.sharedId;
    if (!sharedId) return undefined;
    const { value } = await this.#call(
      frame,
      `(root) => Promise.resolve((${functionSource})(root)).then((value) => JSON.stringify(value) ?? 'null')`,
      { sharedId },
    );
    return JSON.parse(String(value));
  }

  async readDom(frame: Frame): Promise<DomNode> {
    return toDomNode(await this.#call(frame, '() => document', undefined, { maxDomDepth: null }));
  }

  /** In the tab in front. WebDriver BiDi knows pens, and Firefox does not do as it says. */
  async usePen(_page: Page, deed: PenDeed, x: number, y: number): Promise<void> {
    const clickCount = deed === 'hover' ? 0 : 1;
    await this.runInBrowser(
      `(() => {
         const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect();
         const pen = { button: 0, clickCount: ${clickCount}, inputSource: MouseEvent.MOZ_SOURCE_PEN };
         window.synthesizeMouseEvent('${PEN_EVENTS[deed]}', left + ${x}, top + ${y}, pen);
       })()`,
    );
  }

  /** For all tabs: Firefox's own switch for one tab is out of reach of content. */
  async setColorScheme(_page: Page, scheme: 'light' | 'dark'): Promise<void> {
    await this.runInBrowser(
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1})`,
    );
  }

  /** Evaluates an expression in the browser's own window. Strings, numbers and booleans come back. */
  async runInBrowser(expression: string): Promise<unknown> {
    const tree = (await this.#send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      contexts: { context: string }[];
    };
    const result = (await this.#send('script.evaluate', {
      expression,
      target: { context: tree.contexts[0]?.context },
      awaitPromise: true,
    })) as ScriptResult;
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result.value;
  }

  async #call(frame: Frame, functionDeclaration: string, argument?: JSHandle | object, options = {}) {
    const isHandle = argument && 'remoteObject' in argument;
    const reference = isHandle ? { sharedId: sharedIdOf(argument as JSHandle) } : argument;
    const result = (await this.#send('script.callFunction', {
      functionDeclaration,
      arguments: reference ? [reference] : [],
      target: { context: contextId(frame) },
      awaitPromise: true,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all', ...options },
    })) as ScriptResult;
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result;
  }

  async #send(method: string, params: object): Promise<unknown> {
    const { connection } = this.browser as unknown as BidiInternals;
    return (await connection.send(method, params)).result;
  }

  #policy(): string {
    return `WebExtensionPolicy.getByID(${JSON.stringify(this.#addonId)})`;
  }
}

function contextId(frame: Frame): string {
  return (frame as unknown as { _id: string })._id;
}

function sharedIdOf(handle: JSHandle): string {
  return (handle as unknown as { remoteValue(): { sharedId: string } }).remoteValue().sharedId;
}

function toDomNode(node: BidiValue): DomNode {
  const {
    nodeType = 0,
    localName = '',
    nodeValue = '',
    attributes = {},
    children = [],
    shadowRoot,
  } = node.value ?? {};
  return {
    type: nodeType,
    name: localName,
    value: nodeValue,
    attributes: Object.entries(attributes),
    ...(shadowRoot && {
      shadow: {
        mode: shadowRoot.value?.mode ?? '',
        children: (shadowRoot.value?.children ?? []).map(toDomNode),
      },
    }),
    children: children.map(toDomNode),
  };
}
