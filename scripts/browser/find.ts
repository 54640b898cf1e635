import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The two engines the extension is built for. Chrome and Edge count as `chromium`. */
export type BrowserKind = 'chromium' | 'firefox';

/** A browser on this machine that can be started. */
export interface FoundBrowser {
  kind: BrowserKind;
  executablePath: string;
  /** Absent where asking would open a window (Windows). */
  majorVersion?: number;
}

/** First versions with `CSS.highlights.highlightsFromPoint`; the manifest names the same ones. */
export const MINIMUM_VERSION: Record<BrowserKind, number> = {
  chromium: 140,
  firefox: 150,
};

const OVERRIDE: Record<BrowserKind, string> = {
  chromium: 'PANGZHU_CHROMIUM',
  firefox: 'PANGZHU_FIREFOX',
};

const COMMANDS: Record<BrowserKind, string[]> = {
  chromium: [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'google-chrome-beta',
    'microsoft-edge-stable',
    'microsoft-edge',
    'chromium-browser',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
};

const MAC_APPS: Record<BrowserKind, string[]> = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
    'Firefox Nightly.app/Contents/MacOS/firefox',
  ],
};

const WINDOWS_PROGRAMS: Record<BrowserKind, string[]> = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/**
 * The first browser of a kind that is installed, starts and is new enough.
 *
 * An override in the environment is taken as it is. Throws if it names no file.
 */
export function findBrowser(kind: BrowserKind): FoundBrowser | undefined {
  const override = process.env[OVERRIDE[kind]];
  if (override) {
    if (!existsSync(override)) throw new Error(`${OVERRIDE[kind]} names no file: ${override}`);
    return { kind, executablePath: override };
  }
  for (const executablePath of candidatePaths(kind)) {
    if (!existsSync(executablePath)) continue;
    // On Windows `chrome.exe --version` opens a window and prints nothing.
    if (process.platform === 'win32') return { kind, executablePath };
    const majorVersion = readMajorVersion(executablePath);
    if (majorVersion !== undefined && majorVersion >= MINIMUM_VERSION[kind]) {
      return { kind, executablePath, majorVersion };
    }
  }
  return undefined;
}

function candidatePaths(kind: BrowserKind): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS[kind].map((app) => join(folder, app)),
    );
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = process.env;
    return [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_PROGRAMS[kind].map((program) => join(folder, program)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** Nothing for a file that doesn't start, such as Ubuntu's stub that only asks for a snap. */
function readMajorVersion(executablePath: string): number | undefined {
  try {
    const output = execFileSync(executablePath, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 20_000,
    });
    const version = /\b(\d+)\.\d/.exec(output)?.[1];
    return version === undefined ? undefined : Number(version);
  } catch {
    // It exited with an error or hung: not a browser we can start.
    return undefined;
  }
}
