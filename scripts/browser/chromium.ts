import puppeteer, {
  type Browser,
  type CDPSession,
  type Frame,
  type Page,
  type Protocol,
  TargetType,
} from 'puppeteer-core';
import type { LaunchOptions, PenDeed } from './driver.ts';
import type { DomNode, Engine } from './engine.ts';

/** The parts of a `DOM.Node` that are read here. */
interface CdpNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  shadowRootType?: 'user-agent' | 'open' | 'closed';
}

/** The browser's own page for trying policies: they hold until it ends, and are written nowhere. */
const POLICY_TEST_PAGE = 'chrome://policy/test';

/** Mandatory, for the machine, from its platform: as from a file under `/etc`. */
const POLICY_KIND = { level: 1, scope: 1, source: 5 };

/** Starts Chrome, Chromium or Edge with a fresh profile, driven over a pipe with the DevTools protocol. */
export async function startChromium(options: LaunchOptions): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: options.executablePath,
    headless: options.headless ?? true,
    ...(options.profileDir && { userDataDir: options.profileDir }),
    pipe: true,
    // Lets `installExtension` load an unpacked folder: branded Chrome no longer knows --load-extension.
    enableExtensions: true,
    defaultViewport: options.headless === false ? null : (options.viewport ?? { width: 1280, height: 800 }),
    args: chromiumArguments(options),
    env: {
      ...process.env,
      ...(options.language && { LANGUAGE: options.language.replace('-', '_') }),
    },
  });
  return new ChromiumEngine(browser, await browser.version());
}

function chromiumArguments({ language, reducedMotion }: LaunchOptions): string[] {
  return [
    '--no-first-run',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    // Containers often have a /dev/shm too small for a page.
    '--disable-dev-shm-usage',
    ...(language ? [`--lang=${language}`, `--accept-lang=${language}`] : []),
    ...(reducedMotion ? ['--force-prefers-reduced-motion'] : []),
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? [] : ['--disable-gpu']),
  ];
}

const PEN_EVENTS = { hover: 'mouseMoved', press: 'mousePressed', lift: 'mouseReleased' } as const;

class ChromiumEngine implements Engine {
  readonly browser: Browser;
  readonly version: string;
  #baseUrl = '';
  #folder = '';

  constructor(browser: Browser, version: string) {
    this.browser = browser;
    this.version = version;
  }

  async installExtension(folder: string): Promise<string> {
    const id = await this.browser.installExtension(folder);
    this.#folder = folder;
    this.#baseUrl = `chrome-extension://${id}/`;
    return this.#baseUrl;
  }

  async gotoExtensionPage(page: Page, url: string): Promise<void> {
    await page.goto(url);
  }

  async urlOf(page: Page): Promise<string> {
    return page.url();
  }

  async killBackground(): Promise<void> {
    const worker = await this.#backgroundTarget()?.worker();
    await worker?.close();
  }

  async isBackgroundRunning(): Promise<boolean> {
    return this.#backgroundTarget() !== undefined;
  }

  async setPolicy(policy: Readonly<Record<string, unknown>>): Promise<boolean> {
    const list = Object.entries(policy).map(([name, value]) => ({
      namespace: new URL(this.#baseUrl).host,
      name,
      value,
      ...POLICY_KIND,
    }));
    const page = await this.browser.newPage();
    try {
      await page.goto(POLICY_TEST_PAGE);
      // As source: what compiles this file would make something else of the import.
      await page.evaluate(
        `import('chrome://resources/js/cr.js').then(({ sendWithPromise }) =>
           sendWithPromise('setLocalTestPolicies', ${JSON.stringify(JSON.stringify(list))}, ''))`,
      );
      return true;
    } catch {
      // Closed in the builds that Google signs, but for those of developers.
      return false;
    } finally {
      await page.close();
    }
  }

  /** Loading a folder again replaces what runs, as `runtime.reload()` does for a developer. */
  async reloadExtension(): Promise<void> {
    await this.browser.installExtension(this.#folder);
  }

  async evaluateIn(frame: Frame, functionSource: string, argument: unknown): Promise<unknown> {
    const expression = `(${functionSource})(${JSON.stringify(argument)})`;
    const own = ownSession(frame);
    if (own === undefined) return frame.evaluate(expression);
    return resultOf(await own.send('Runtime.evaluate', { expression, returnByValue: true }));
  }

  async callWithClosedRoot(frame: Frame, selector: string, functionSource: string): Promise<unknown> {
    const client = sessionOf(frame);
    const objectId = await remoteObject(frame, `document.querySelector(${JSON.stringify(selector)})`);
    if (!objectId) return undefined;
    const { node } = await client.send('DOM.describeNode', { objectId, depth: 1, pierce: true });
    const root = node.shadowRoots?.[0];
    if (!root) return undefined;
    const { object } = await client.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
    return resultOf(
      await client.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: `function () { return (${functionSource})(this); }`,
        returnByValue: true,
        awaitPromise: true,
      }),
    );
  }

  async readDom(frame: Frame): Promise<DomNode> {
    const client = sessionOf(frame);
    const objectId = (await remoteObject(frame, 'document')) ?? '';
    // Otherwise text nodes of white space are left out.
    await client.send('DOM.enable', { includeWhitespace: 'all' });
    const { node } = await client.send('DOM.describeNode', { objectId, depth: -1, pierce: true });
    await client.send('DOM.disable');
    return toDomNode(node);
  }

  async usePen(page: Page, deed: PenDeed, x: number, y: number): Promise<void> {
    const { client } = page.mainFrame() as unknown as FrameInternals;
    await client.send('Input.dispatchMouseEvent', {
      type: PEN_EVENTS[deed],
      pointerType: 'pen',
      x,
      y,
      ...(deed !== 'hover' && { button: 'left', clickCount: 1 }),
    });
  }

  async setColorScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }

  #backgroundTarget() {
    return this.browser
      .targets()
      .find(
        (target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(this.#baseUrl),
      );
  }
}

/** What puppeteer knows of a target and of a frame, and its types hide. */
type TargetInternals = { _targetId: string; _session(): CDPSession | undefined };
type FrameInternals = { _id: string; client: CDPSession };

/**
 * The session of a frame that is the outermost in its process: it has a target of its own, with the frame's id. The
 * session knows by itself which document is meant. puppeteer's own notion of it is wrong now and then: where it hears
 * of the new process before it hears that the frame is there, it takes the frame for one of its parent's process, and
 * waits for its document in vain.
 */
function ownSession(frame: Frame): CDPSession | undefined {
  if (frame.parentFrame() === null) return undefined;
  const { _id } = frame as unknown as FrameInternals;
  const targets = frame.page().browser().targets() as unknown as TargetInternals[];
  return targets.find(({ _targetId }) => _targetId === _id)?._session();
}

/** The session in which the objects of a frame live. */
function sessionOf(frame: Frame): CDPSession {
  return ownSession(frame) ?? (frame as unknown as FrameInternals).client;
}

/** Id of an object in the page's own world; undefined for null. */
async function remoteObject(frame: Frame, expression: string): Promise<string | undefined> {
  const own = ownSession(frame);
  if (own === undefined) return (await frame.evaluateHandle(expression)).remoteObject().objectId;
  return (await own.send('Runtime.evaluate', { expression })).result.objectId;
}

function resultOf({ result, exceptionDetails }: Protocol.Runtime.EvaluateResponse): unknown {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

function toDomNode(node: CdpNode): DomNode {
  // The inner tree of <video> or <input> is the browser's own.
  const shadow = node.shadowRoots?.find((root) => root.shadowRootType !== 'user-agent');
  const flat = node.attributes ?? [];
  const attributes: [string, string][] = [];
  for (let i = 0; i < flat.length; i += 2) attributes.push([flat[i] ?? '', flat[i + 1] ?? '']);
  return {
    type: node.nodeType,
    name: node.nodeName.toLowerCase(),
    value: node.nodeValue,
    attributes,
    ...(shadow && {
      shadow: { mode: shadow.shadowRootType ?? '', children: (shadow.children ?? []).map(toDomNode) },
    }),
    children: (node.children ?? []).map(toDomNode),
  };
}
